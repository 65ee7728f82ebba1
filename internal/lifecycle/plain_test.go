package lifecycle_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// plain makes the arguments of a resource that is no described kind, on a server that it
// gives the objects that they name.
type plain func(t *testing.T, server *authentiktest.Server) map[string]any

// plains are all of them; those of Terraform's defaults that a plan would have are written.
var plains = map[string]plain{
	"group_membership": func(t *testing.T, server *authentiktest.Server) map[string]any {
		t.Helper()
		return map[string]any{"group": server.Add("/core/groups/", map[string]any{"name": "group"}), "user": aUser(t, server)}
	},
	"rbac_role_membership": func(t *testing.T, server *authentiktest.Server) map[string]any {
		t.Helper()
		return map[string]any{"role": aRole(server), "user": aUser(t, server)}
	},
	"rbac_group_role": func(_ *testing.T, server *authentiktest.Server) map[string]any {
		return map[string]any{"role": aRole(server), "group": server.Add("/core/groups/", map[string]any{"name": "group"})}
	},
	"rbac_permission_role": func(_ *testing.T, server *authentiktest.Server) map[string]any {
		server.Add("/rbac/permissions/", map[string]any{"app_label": "authentik_core", "model": "group", "codename": "view_group", "name": "Can view"})
		return map[string]any{"role": aRole(server), "permission": "authentik_core.view_group", "model": "authentik_core.group", "object_id": server.Add("/core/groups/", map[string]any{"name": "group"})}
	},
	"application_backchannel_provider": func(t *testing.T, server *authentiktest.Server) map[string]any {
		t.Helper()
		server.Add("/core/applications/", map[string]any{"name": "App", "slug": "app"})
		return map[string]any{"application": "app", "protocol_provider": numbered(t, server.Add("/providers/scim/", map[string]any{"name": "scim", "url": "https://scim.example.com"}))}
	},
	"outpost_provider_attachment": func(t *testing.T, server *authentiktest.Server) map[string]any {
		t.Helper()
		first := server.Add("/providers/proxy/", map[string]any{"name": "first", "external_host": "https://a.example.com"})
		second := server.Add("/providers/proxy/", map[string]any{"name": "second", "external_host": "https://b.example.com"})
		return map[string]any{"outpost": server.Add("/outposts/instances/", map[string]any{"name": "outpost", "type": "proxy", "providers": []any{json.Number(first)}}), "protocol_provider": numbered(t, second)}
	},
	"brand_flow": func(_ *testing.T, server *authentiktest.Server) map[string]any {
		flow := server.Add("/flows/instances/", map[string]any{"name": "recovery", "slug": "recovery", "title": "recovery", "designation": "recovery"})
		return map[string]any{"brand": server.Objects("/core/brands/")[0]["pk"], "purpose": "recovery", "flow": flow}
	},
	"user_password": func(t *testing.T, server *authentiktest.Server) map[string]any {
		t.Helper()
		return map[string]any{"user": aUser(t, server), "password_wo": "secret-one"}
	},
	"service_account": func(*testing.T, *authentiktest.Server) map[string]any {
		return map[string]any{"name": "robot", "create_group": true, "expiring": true}
	},
	"certificate_key_pair_generated": func(*testing.T, *authentiktest.Server) map[string]any {
		return map[string]any{"name": "signing", "common_name": "sso.example.com", "validity_days": 90, "alg": "rsa"}
	},
	"file": func(*testing.T, *authentiktest.Server) map[string]any {
		return map[string]any{"name": "logo.txt", "usage": "media", "content_base64": "aGVsbG8="}
	},
	"system_settings": func(*testing.T, *authentiktest.Server) map[string]any {
		return map[string]any{"impersonation": false, "flags": `{"flows_refresh_others":true}`}
	},
}

func aUser(t *testing.T, server *authentiktest.Server) int {
	t.Helper()
	return numbered(t, server.Add("/core/users/", map[string]any{"username": "ada", "name": "Ada"}))
}

func aRole(server *authentiktest.Server) string {
	return server.Add("/rbac/roles/", map[string]any{"name": "role"})
}

func numbered(t *testing.T, id string) int {
	t.Helper()
	number, err := strconv.Atoi(id)
	if err != nil {
		t.Fatal(err)
	}
	return number
}

// Every resource is either a described kind or one of these.
func TestEveryPlainResourceHasACase(t *testing.T) {
	t.Parallel()
	schemas := acctest.NewProvider(t).Schema().ResourceSchemas
	for name := range schemas {
		_, isPlain := plains[name[len(provider.Name)+1:]]
		if isPlain == slices.ContainsFunc(lifecycle.All(), func(sample lifecycle.Case) bool { return sample.Resource() == name }) {
			t.Errorf("%s has none or two", name)
		}
	}
}

// hostile are answers that are none of authentik's.
var hostile = map[string]string{
	"nothing": ``, "null": `null`, "a list": `[]`, "a list of lists": `[[]]`, "a string": `"x"`, "a number": `1e400`, "an object": `{}`, "nulls": `{"pk":null,"results":null,"pagination":null}`,
	"lists": `{"pk":[],"results":[null,1,[]],"pagination":{"next":0,"count":3}}`, "endless": `{"pagination":{"next":1,"previous":0,"count":1,"current":1,"total_pages":1},"results":[{}]}`,
	"numbers": `{"pk":123456789012345678901234567890,"name":1,"users":{"a":1},"roles":"x","groups":7,"providers":["x"],"backchannel_providers":[1.5],"key":[5]}`,
	"a page":  "<!DOCTYPE html><html><body>Log in</body></html>", "half": `{"pk":"ab`,
}

// Whatever answers the reads of a refresh, once the object is there: it stays in the state
// as it is, or the refresh fails. Whatever answers those of a create or a destroy: what
// is said to be done is done, and no set is written of which the rest is not known.
// Nothing panics or hangs.
func TestPlainResourcesWhateverAnswers(t *testing.T) {
	t.Parallel()
	for name, arguments := range plains {
		for what, body := range hostile {
			if name == "file" && what == "a list" {
				continue // a list without files is one
			}
			t.Run(name+"/"+what, func(t *testing.T) {
				t.Parallel()
				server := authentiktest.New(t)
				provider := acctest.NewProvider(t)
				ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "max_retries": 0}))
				config := arguments(t, server)
				victim := &victim{T: t, server: server, Managed: provider.Resource(t, "authentik_"+name), stays: name == "system_settings" || name == "user_password"}
				victim.under(body, func() { victim.applies(config) })
				if victim.State == nil {
					ok(t, victim.Apply(config))
				}
				victim.under(body, victim.refreshes)
				victim.under(body, func() { victim.applies(nil) })
			})
		}
	}
}

// victim is a resource whose server's answers are replaced.
type victim struct {
	*testing.T
	*acctest.Managed

	server *authentiktest.Server
	// stays is what a destroy leaves on the server.
	stays bool
}

// under replaces the answers to reads.
func (v *victim) under(body string, do func()) {
	v.server.ResetRequests()
	v.server.Respond(func(r *http.Request) bool {
		return r.Method == http.MethodGet && !strings.HasSuffix(r.URL.Path, "/version/")
	}, answering(body))
	do()
	v.server.ResetResponses()
	for _, request := range v.server.Requests() {
		for _, set := range []string{"roles", "providers", "backchannel_providers"} {
			if _, written := request.Body[set]; written {
				v.Errorf("%s %s writes %s", request.Method, request.Path, set)
			}
		}
	}
}

func (v *victim) applies(config map[string]any) {
	v.Helper()
	before := v.State
	if acctest.HasError(v.Apply(config)) {
		v.State = before
		return
	}
	v.server.ResetResponses()
	after := v.State
	if config == nil {
		v.State = before
	}
	ok(v.T, v.Refresh())
	if exists := v.State != nil; exists != (config != nil) && !v.stays {
		v.Errorf("after a success the server has it: %t", exists)
	}
	v.State = after
}

func (v *victim) refreshes() {
	v.Helper()
	before := maps.Clone(v.State)
	diagnostics := v.Refresh()
	if v.State == nil || !acctest.HasError(diagnostics) && !maps.EqualFunc(before, v.State, tftypes.Value.Equal) {
		v.Errorf("the state became %v: %s", v.State, acctest.Describe(diagnostics))
		v.State = before
	}
}

// answering answers with the body.
func answering(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(body))
	}
}

// A UUID that is written in another way is the same one: nothing is planned. A replacement
// that creates first would delete what it has created.
func TestPlainResourcesTakeUUIDsInAnySpelling(t *testing.T) {
	t.Parallel()
	for name, arguments := range plains {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t)
			resource, config := connectedTo(t, server).Resource(t, "authentik_"+name), arguments(t, server)
			ok(t, resource.Apply(config))
			for argument, written := range config {
				if text, isText := written.(string); isText && strings.Count(text, "-") == 4 {
					config[argument] = strings.ToUpper(strings.ReplaceAll(text, "-", ""))
				}
			}
			if _, changes, diagnostics := resource.Plan(config); len(changes) > 0 || acctest.HasError(diagnostics) {
				t.Errorf("the plan changes %v: %s", changes, acctest.Describe(diagnostics))
			}
		})
	}
}
