// Package blueprint describes authentik's blueprints, and reads the files that it has.
package blueprint

import (
	"reflect"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Kinds are the kinds of this family.
func Kinds() []*kind.Kind { return []*kind.Kind{&Instance} }

// Family is the heading in the documentation.
const Family = "Blueprints"

// Instance is a blueprint that authentik applies (/api/v3/managed/blueprints/). Writing one
// applies nothing: that is a task of a worker, which sets `last_applied` and `status` at
// its end, whatever that is (blueprints/v1/tasks.py).
//
// The server validates `content` with the stored context, which is empty during a create.
var Instance = kind.Kind{
	Type: "blueprint", Plural: "blueprints", Title: "blueprint", Family: Family,
	Summary: "A blueprint is a YAML document that describes objects of authentik, which a worker creates and changes accordingly. Those objects are not in the Terraform state, and stay when the blueprint is deleted. Do not manage the same object by a resource too: authentik applies blueprints again by itself.",
	Model:   "authentik_blueprints.blueprintinstance",
	API:     kind.Endpoint{Path: "/managed/blueprints/"},
	Lookups: []kind.Lookup{kind.By("name"), kind.By("path")},
	Filters: []string{"name", "path", "enabled", "status"},
	Rules:   []kind.Rule{kind.ExactlyOneOf("content", "path")},
	Job: &kind.Job{
		Path: "apply/", Switch: "apply", Enabled: "enabled", Timeouts: "timeouts", Mark: "last_applied", Status: "status",
		Succeeded: []string{"successful", "warning"}, Failed: []string{"error", "orphaned"}, Private: "context",
	},
	Draft: storeContextFirst,
	Fields: []kind.Field{
		{Name: "pk", Description: "UUID of the blueprint as the API names it; the same as `id`."},
		{Name: "name", Description: "Name of the blueprint, unique."},
		{Name: "content", Multiline: true, Check: isDocument, Description: "The blueprint itself as YAML, as `file` reads it.", Usage: "Exactly one of `content` and `path` must be set."},
		{Name: "path", Description: "Path of a blueprint file on the server, as the data source `authentik_blueprint_files` lists them, or the URL of a blueprint in a registry, such as `oci://ghcr.io/example/blueprints:latest`.", Usage: "authentik creates a deleted blueprint of a file again within the hour; set `enabled = false` to turn one off."},
		{Name: "context", Secret: true, Optional: true, Description: "JSON object with the values that `!Context` in the blueprint stands for, which may be secrets."},
		{Name: "enabled", Default: true, Description: "Whether authentik applies the blueprint."},
		{Name: "apply", Type: kind.Bool, Local: true, Hidden: true, Optional: true, Default: true, Incumbent: false, Description: "Whether the blueprint is applied whenever the resource changes, and Terraform waits for that. If false, a blueprint of a file is applied when the file changes, and others only by hand."},
		{
			Name: "timeouts", Type: kind.Object, Local: true, Hidden: true, Optional: true, Nullable: true, NoDefault: true, Description: "How long Terraform waits for the blueprint to be applied.",
			Fields: []kind.Field{
				{Name: "create", NoDefault: true, Check: isTimeout, Description: "After a create, such as `10m`: a number with `s`, `m` or `h`. Five minutes if not set."},
				{Name: "update", NoDefault: true, Check: isTimeout, Description: "After an update, such as `10m`: a number with `s`, `m` or `h`. Five minutes if not set."},
			},
		},
		{Name: "status", Description: "How the blueprint was applied last."},
		{Name: "last_applied", Description: "When the blueprint was applied or changed last."},
		{Name: "last_applied_hash", Description: "SHA-512 hash of the content that was applied last."},
		{Name: "managed_models", Description: "Types of the objects that the blueprint describes."},
		{Name: "metadata", Description: "Metadata of the blueprint as JSON, such as its labels."},
	},
}

// nothing is a blueprint without entries.
const nothing = "version: 1\nentries: []"

// storeContextFirst keeps the content that is there, or has none, while the context that
// the new content needs is stored.
func storeContextFirst(body, before map[string]any) bool {
	content, ok := body["content"].(string)
	if !ok || !strings.Contains(content, "!Context") || before != nil && reflect.DeepEqual(body["context"], before["context"]) {
		return false
	}
	body["content"] = nothing
	if written, ok := before["content"].(string); ok && written != "" {
		body["content"] = written
	}
	return true
}

// isTimeout says what is wrong with a timeout, "" for nothing.
func isTimeout(written string) string {
	if limit, err := time.ParseDuration(written); err != nil || limit <= 0 {
		return "It must be a positive duration such as `30s` or `10m`."
	}
	return ""
}

// isDocument finds errors in the syntax, at which the server fails with an error that does
// not say so. YAML's own message repeats no value.
//
// Empty is none, which a configuration has that Terraform generates for a blueprint by path.
func isDocument(written string) string {
	if written == "" {
		return ""
	}
	var document yaml.Node
	if err := yaml.Unmarshal([]byte(written), &document); err != nil {
		return "It is not YAML: " + strings.TrimPrefix(err.Error(), "yaml: ") + "."
	}
	if len(document.Content) != 1 || document.Content[0].Kind != yaml.MappingNode {
		return "A blueprint is a YAML mapping with `version` and `entries`."
	}
	return ""
}
