package lifecycle_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// lost are what comes in place of the answer to a write that was done.
var lost = map[string]http.HandlerFunc{
	"cut off": authentiktest.Drop, "502": authentiktest.Status(http.StatusBadGateway, "<html></html>"), "504": authentiktest.Status(http.StatusGatewayTimeout, ""),
	"half": answering(`{"pk":"ab`), "an object": answering(`{}`), "null": answering(`null`), "a page": answering("<!DOCTYPE html><html></html>"), "500": authentiktest.Status(http.StatusInternalServerError, `{"detail":"x"}`),
}

// A write that was done and whose answer was lost is done once: this apply ends with it,
// or the next one does. Nothing is made twice, and a destroy leaves nothing behind.
func TestLostAnswersToWritesOfPlainResources(t *testing.T) {
	t.Parallel()
	for name, arguments := range plains {
		for what, answer := range lost {
			t.Run(name+"/"+what, func(t *testing.T) {
				t.Parallel()
				server := authentiktest.New(t)
				config, resource := arguments(t, server), connectedTo(t, server).Resource(t, "authentik_"+name)
				before := present(server)
				loseOne(server, answer)
				if acctest.HasError(resource.Apply(config)) {
					if resource.State != nil { // tainted
						ok(t, resource.Apply(nil))
					}
					ok(t, resource.Apply(config))
				}
				made := present(server)
				ok(t, resource.Refresh())
				if _, changes, _ := resource.Plan(config); len(changes) > 0 || resource.State == nil {
					t.Errorf("the next plan changes %v", changes)
				}
				loseOne(server, answer)
				last := resource.State
				if acctest.HasError(resource.Apply(nil)) {
					resource.State = last
					ok(t, resource.Refresh())
					if resource.State != nil {
						ok(t, resource.Apply(nil))
					}
				}
				if after := present(server); after != before {
					t.Errorf("there were %d objects, then %d, in the end %d", before, made, after)
				}
			})
		}
	}
}

// loseOne does the next write, and answers with something else.
func loseOne(server *authentiktest.Server, answer http.HandlerFunc) {
	server.ResetResponses()
	server.RespondFirst(1, func(r *http.Request) bool { return r.Method != http.MethodGet }, func(w http.ResponseWriter, r *http.Request) {
		server.Answer(httptest.NewRecorder(), r)
		answer(w, r)
	})
}

// present counts the objects that resources make, and not what comes with an outpost.
func present(server *authentiktest.Server) (count int) {
	for path, name := range map[string]string{"/core/users/": "username", "/core/groups/": "name", "/core/tokens/": "identifier", "/crypto/certificatekeypairs/": "name", "/rbac/roles/": "name"} {
		for _, object := range server.Objects(path) {
			if called, _ := object[name].(string); !strings.HasPrefix(called, "ak-outpost") {
				count++
			}
		}
	}
	return count
}
