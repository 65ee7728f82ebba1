package authentiktest

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// text shapes a text.
func (s shaping) text(definition contract.Definition, text string) any {
	// A field may be a number in one release and text in another.
	if definition.Type == "integer" || definition.Type == "number" {
		if _, err := strconv.ParseFloat(text, 64); err == nil {
			return json.Number(text)
		}
	}
	if text == "" && definition.Nullable {
		// Where null is legal and "" is refused, the server cannot hold "".
		if request, ok := s.view.Request.Get(definition.Name); ok && (request.MinLength > 0 || request.Format == "uuid") {
			return nil
		}
	}
	_, name, nested := strings.Cut(definition.Name, ".")
	switch {
	case strings.HasSuffix(definition.Name, "background_url"), strings.HasPrefix(definition.Name, "background_themed_urls."):
		return s.backgroundURL(text)
	case nested && name == "background" && !s.server.since("2025.12.0"):
		return backgroundPath(text)
	default:
		return text
	}
}

// uploads is where uploaded files are served from 2025.12 on; before, it was uploads without
// the first part.
const uploads = "/files/media/"

// backgroundURL gives the address of a flow's background from 2025.12 on: that of an uploaded
// file has a signature that changes.
func (s shaping) backgroundURL(stored string) string {
	if strings.HasPrefix(stored, "/media/") {
		stored = "/files" + stored
	}
	if !strings.HasPrefix(stored, uploads) || s.turn == 0 {
		return stored
	}
	file, _, _ := strings.Cut(stored, "?")
	return file + "?token=signature-" + strconv.Itoa(s.turn)
}

// backgroundPath gives the address of a flow's background up to 2025.10.
func backgroundPath(stored string) string {
	if !strings.HasPrefix(stored, uploads) {
		return stored
	}
	file, _, _ := strings.Cut(strings.TrimPrefix(stored, "/files"), "?")
	return file
}
