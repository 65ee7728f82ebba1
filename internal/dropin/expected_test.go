package dropin_test

import (
	"path/filepath"
	"strings"
)

// open are the kinds of goauthentik/authentik that this provider does not have yet.
var open = []string{}

// changes are those that a plan rightly shows after the move, each with the reason: by
// the folder's name without the release, the type and the attribute, `*` for any.
var changes = map[string]string{
	"endpoints_connector_agent-full endpoints_connector_agent.enabled": "goauthentik/authentik does not send false, and shows the change too",
}

// expected is the reason for a change that a plan shows, "" for none.
func expected(folder, kind, attribute string) string {
	kind = strings.TrimPrefix(kind, "authentik_")
	for _, key := range []string{filepath.Base(folder) + " " + kind + "." + attribute, "* " + kind + "." + attribute} {
		if reason := changes[key]; reason != "" {
			return reason
		}
	}
	return ""
}
