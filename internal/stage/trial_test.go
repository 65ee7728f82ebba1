package stage_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
)

// hidden is authentik's answer to a token that may not see the release.
var hidden = authentiktest.Status(http.StatusForbidden, `{"detail":"You do not have permission to perform this action."}`)

// ofVersion picks the requests for the server's release.
func ofVersion(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, "/admin/version/") }

// ofMethod picks the requests with the method.
func ofMethod(method string) func(*http.Request) bool {
	return func(r *http.Request) bool { return r.Method == method }
}

// trial is one object of a kind on one server.
type trial struct {
	*testing.T

	path, kind string
	server     *authentiktest.Server
	provider   *acctest.Provider
	resource   *acctest.Managed
}

// try starts a server of the release for one object of the kind, such as
// `stage_email`.
func try(t *testing.T, kind, release string, options ...authentiktest.Option) *trial {
	t.Helper()
	life := lifecycle.Of(kind)
	server := authentiktest.New(t, append(options, authentiktest.WithRelease(release))...)
	for path, others := range life.Others {
		for _, other := range others {
			server.Add(path, other)
		}
	}
	provider := configured(t, server, nil)
	return &trial{t, life.Object().API.Path, life.Resource(), server, provider, provider.Resource(t, life.Resource())}
}

// apply applies, and makes sure that the next plan is empty.
func (r *trial) apply(config map[string]any) {
	r.Helper()
	ok(r.T, r.resource.Apply(config))
	r.steady(config)
}

// steady makes sure that a plan after a refresh is empty.
func (r *trial) steady(config map[string]any) {
	r.Helper()
	ok(r.T, r.resource.Refresh())
	if _, changes, diagnostics := r.resource.Plan(config); len(changes) > 0 || acctest.HasError(diagnostics) {
		r.Fatalf("the plan after the apply changes %v %s", changes, acctest.Describe(diagnostics))
	}
}

// refused plans, and makes sure that the plan fails on the argument with these words.
func (r *trial) refused(config map[string]any, argument string, words ...string) {
	r.Helper()
	_, _, diagnostics := r.resource.Plan(config)
	text := acctest.Describe(diagnostics)
	if !acctest.HasError(diagnostics) || argument != "" && !strings.HasPrefix(text, fmt.Sprintf("AttributeName(%q)", argument)) {
		r.Errorf("the plan is not refused on %s: %s", argument, text)
	}
	for _, word := range words {
		if !strings.Contains(text, word) {
			r.Errorf("it does not say %q: %s", word, text)
		}
	}
}

// mustFail are the diagnostics of a read.
func mustFail(_ map[string]tftypes.Value, diagnostics []*tfprotov6.Diagnostic) []*tfprotov6.Diagnostic {
	return diagnostics
}

// stored is the server's value of a field.
func (r *trial) stored(field string) any {
	r.Helper()
	objects := r.server.Objects(r.path)
	if len(objects) != 1 {
		r.Fatalf("%d objects", len(objects))
	}
	return objects[0][field]
}

// change is a change by somebody else.
func (r *trial) change(fields map[string]any) {
	r.Helper()
	if err := r.server.Change(r.path, fmt.Sprint(plain(r.T, r.resource.State["id"])), fields); err != nil {
		r.Fatal(err)
	}
}

// sent counts the writes that held the field.
func (r *trial) sent(field string) int {
	count := 0
	for _, request := range r.server.Requests() {
		if _, held := request.Body[field]; held {
			count++
		}
	}
	return count
}
