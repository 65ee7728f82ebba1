package dropin_test

import (
	"path"
	"strings"
	"sync"
)

// changes are those that a plan rightly shows after the move, each with the reason: by
// the folder's name without the release, the type and the attribute, `*` for any folder.
// Attributes that are not here are among them.
var changes = map[string]string{
	"endpoints_connector_agent-full endpoints_connector_agent.enabled": neverSent,
	"policy_password-zero policy_password.check_static_rules":          neverSent,
	"policy_password-zero policy_password.zxcvbn_score_threshold":      neverSent,
	"provider_proxy-full provider_proxy.intercept_header_auth":         neverSent,
	"provider_proxy-full provider_proxy.internal_host_ssl_validation":  neverSent,

	"* provider_saml.issuer":                                  "`issuer_override`, as the API calls it since 2026.5",
	"* provider_scim.filter_group":                            "`group_filters`, a list, as the API has it since 2026.2",
	"* token.expires_in":                                      "other than `expires` it differs with every read",
	"* endpoints_connector_agent_enrollment_token.expires_in": "other than `expires` it differs with every read",
	"* source_saml.metadata":                                  "the data source `authentik_source_saml_metadata` has it",
}

const neverSent = "goauthentik/authentik never sends false or 0, so the server has its default"

// needed are the keys of changes that a state has needed.
var needed = struct {
	sync.Mutex
	keys map[string]bool
}{keys: map[string]bool{}}

// expected is the reason for a change that a plan shows, "" for none.
func expected(folder, kind, attribute string) string {
	kind = strings.TrimPrefix(kind, "authentik_")
	key := path.Base(folder) + " " + kind + "." + attribute
	needed.Lock()
	defer needed.Unlock()
	for _, key := range []string{key, "* " + kind + "." + attribute} {
		if reason := changes[key]; reason != "" {
			needed.keys[key] = true
			return reason
		}
	}
	return ""
}

// superfluous are the keys of changes that no state has needed.
func superfluous() []string {
	needed.Lock()
	defer needed.Unlock()
	var unused []string
	for key := range changes {
		if !needed.keys[key] {
			unused = append(unused, key)
		}
	}
	return unused
}
