package outpost

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// keys are the keys of an outpost's configuration in any release (OutpostConfig in
// outposts/models.py, and the answers of default_settings/).
var keys = []string{
	"authentik_host", "authentik_host_browser", "authentik_host_insecure", "container_image", "docker_labels", "docker_map_ports", "docker_network",
	"kubernetes_disable_x509_strict", "kubernetes_disabled_components", "kubernetes_httproute_annotations", "kubernetes_httproute_parent_refs",
	"kubernetes_image_pull_secrets", "kubernetes_ingress_annotations", "kubernetes_ingress_class_name", "kubernetes_ingress_path_type",
	"kubernetes_ingress_secret_name", "kubernetes_json_patches", "kubernetes_namespace", "kubernetes_replicas", "kubernetes_service_type",
	"log_level", "object_naming_template", "refresh_interval",
}

// shown is what a message may repeat of a key: a name, no long or strange string.
var shown = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_.-]{0,49}$`)

// knowsKeys warns of keys of `config` that no known release has. The server keeps and
// ignores them, so that a misspelled one goes unnoticed.
func knowsKeys(arguments kind.Arguments) []kind.Finding {
	written, known := arguments.String("config")
	var config map[string]json.RawMessage
	if !known || json.Unmarshal([]byte(written), &config) != nil {
		return nil
	}
	var found []kind.Finding
	for _, key := range slices.Sorted(maps.Keys(config)) {
		if slices.Contains(keys, key) {
			continue
		}
		name := "A key"
		if shown.MatchString(key) {
			name = "`" + key + "`"
		}
		found = append(found, kind.Finding{
			Attribute: "config", Warning: true, Summary: "Unknown key",
			Detail: fmt.Sprintf("%s is no key of an outpost's configuration in any authentik release known to this provider. The server stores it and ignores it. Known keys: `%s`.", name, strings.Join(keys, "`, `")),
		})
	}
	return found
}

// needsProvider: only the embedded outpost may be without providers.
func needsProvider(arguments kind.Arguments) []kind.Finding {
	name, known := arguments.String("name")
	if !known || name == EmbeddedName || arguments.IsUnset("protocol_providers") || !arguments.IsEmpty("protocol_providers") {
		return nil
	}
	return []kind.Finding{{
		Attribute: "protocol_providers", Summary: "Outpost without providers",
		Detail: "Only the embedded outpost may be without providers. Give at least one, of the outpost's type.",
	}}
}
