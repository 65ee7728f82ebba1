package authentiktest

import (
	"regexp"
	"strings"
)

// pathOrContent looks only at what the body holds, a PATCH's too.
var pathOrContent = check{fails: func(_ *Server, w *write) string {
	if w.text("path") == "" && w.text("content") == "" {
		return "Either path or content must be set."
	}
	return ""
}}

// readableContent sees only brackets that are not closed, at which the server fails.
var readableContent = check{fails: func(_ *Server, w *write) string {
	if content := w.text("content"); strings.Count(content, "[") != strings.Count(content, "]") {
		return crash
	}
	return ""
}}

// validContent is the dry run of a blueprint, with the context that is stored: none during
// a create. It sees models that there are not, and keys that the context lacks.
var validContent = check{field: "content", fails: func(_ *Server, w *write) string {
	content := w.text("content")
	for _, found := range models.FindAllStringSubmatch(content, -1) {
		if !strings.HasPrefix(found[1], "authentik_") {
			return "Failed to validate blueprint: Model " + found[1] + " not found"
		}
	}
	stored := map[string]any{}
	if !w.creates() {
		stored, _ = w.row.fields["context"].(map[string]any)
	}
	for _, found := range contextKeys.FindAllStringSubmatch(content, -1) {
		if _, ok := stored[found[1]]; !ok {
			return "Failed to validate blueprint: Entry invalid: Serializer errors {'name': [ErrorDetail(string='This field may not be null.', code='null')]}"
		}
	}
	return ""
}}

var (
	models      = regexp.MustCompile(`model: (\S+)`)
	contextKeys = regexp.MustCompile(`!Context (\w+)`)
)

// existingPath: a file of the server, or an address of a registry.
var existingPath = check{field: "path", fails: func(_ *Server, w *write) string {
	path := w.text("path")
	if path != "" && path != blueprintFile && !strings.HasPrefix(path, "oci://") {
		return "Blueprint file does not exist"
	}
	return ""
}}

// blueprintFile is the only file with a blueprint that the stand-in has.
const blueprintFile = "default/flow-default-authentication-flow.yaml"

var (
	fileNames = regexp.MustCompile(`^[a-zA-Z0-9._/-]*$`)
	themes    = regexp.MustCompile(`%\(theme\)s`)
	elsewhere = regexp.MustCompile(`^(https?://|fa://|/static|/web/dist)`)
)

// fileName is the name of an uploaded file, or an address, since files have names (2025.12).
func fileName(s *Server, text string) string {
	if !s.since("2025.12.0") || elsewhere.MatchString(text) || fileNames.MatchString(themes.ReplaceAllString(text, "")) {
		return ""
	}
	return "File name can only contain letters (a-z, A-Z), numbers (0-9), dots (.), hyphens (-), underscores (_), forward slashes (/), " +
		"and the placeholder %(theme)s for theme-specific files"
}
