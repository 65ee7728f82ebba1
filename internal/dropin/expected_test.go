package dropin_test

import (
	"path"
	"strings"
	"sync"

	"github.com/authentik-iac/terraform-provider-authentik/internal/dropin"
)

// changes are those that a plan rightly shows after the move, each with the reason: by
// the folder's name without the release, the type and the attribute. Beside them are the
// attributes that are not here, see [dropin.Instead].
var changes = map[string]string{
	"endpoints_connector_agent-full endpoints_connector_agent.enabled": neverSent,
	"policy_password-zero policy_password.check_static_rules":          neverSent,
	"policy_password-zero policy_password.zxcvbn_score_threshold":      neverSent,
	"provider_proxy-full provider_proxy.intercept_header_auth":         neverSent,
	"provider_proxy-full provider_proxy.internal_host_ssl_validation":  neverSent,
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
	if reason := changes[key]; reason != "" {
		needed.keys[key] = true
		return reason
	}
	return dropin.Instead[kind+"."+attribute]
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
