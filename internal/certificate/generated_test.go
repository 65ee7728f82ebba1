package certificate_test

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const generatedType = "authentik_certificate_key_pair_generated"

// arguments are those of a generated pair. Terraform sends defaults of plain resources
// with the plan; a test has to.
func arguments(changed map[string]any) map[string]any {
	all := map[string]any{"name": "signing", "common_name": "sso.example.com", "subject_alt_names": []string{"sso.example.com", "www.example.com"}, "validity_days": 90, "alg": "ecdsa"}
	maps.Copy(all, changed)
	return all
}

// The server generates the pair under its common name, and it is renamed; only the name
// can be changed, and the key is never read.
func TestGeneratedPairs(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := connect(t, server)
	resource := provider.Resource(t, generatedType)
	must(t, resource.Apply(arguments(nil)))
	stored := pairs(server)
	if len(stored) != 1 || stored[0]["name"] != "signing" {
		t.Fatalf("%d pairs, of the name %v", len(stored), stored[0]["name"])
	}
	must(t, resource.Refresh())
	if _, changes, _ := resource.Plan(arguments(nil)); len(changes) > 0 {
		t.Errorf("the next plan changes %v", changes)
	}
	must(t, resource.Apply(arguments(map[string]any{"name": "renamed"})))
	if pairs(server)[0]["name"] != "renamed" {
		t.Error("the pair was not renamed")
	}

	imported := provider.Resource(t, generatedType)
	for _, id := range []string{strings.ToUpper(text(t, resource.State["id"])), "name=renamed"} {
		must(t, imported.Import(id))
		if _, changes, _ := imported.Plan(arguments(map[string]any{"name": "renamed"})); len(changes) > 0 {
			t.Errorf("after the import by %s the plan changes %v", id, changes)
		}
	}
	for id, summary := range map[string]string{"renamed": "Invalid import ID", "name=missing": "Certificate-key pair not found"} {
		if diagnostics := imported.Import(id); len(diagnostics) != 1 || diagnostics[0].Summary != summary {
			t.Errorf("the import ID %s is reported as %s", id, acctest.Describe(diagnostics))
		}
	}
	must(t, resource.Apply(nil))
	if len(pairs(server)) != 0 {
		t.Error("the pair was not deleted")
	}
	for _, request := range server.Requests() {
		if strings.Contains(request.Path, "/view_private_key/") {
			t.Error("the key was read")
		}
	}
}

// Common names that are taken, algorithms that the release would ignore, and host names
// that the server would split are refused before anything is generated.
func TestGeneratedPairsThatAreRefused(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
	certificate, _ := authentiktest.SelfSigned("taken", "", 1)
	server.Add(pairsPath, map[string]any{"name": "taken", "certificate_data": certificate})
	for attribute, changed := range map[string]map[string]any{
		"common_name":       {"common_name": "taken"},
		"alg":               {"alg": "ed25519"},
		"subject_alt_names": {"subject_alt_names": []string{"a.example.com,b.example.com"}},
		"validity_days":     {"validity_days": 0},
	} {
		diagnostics := connect(t, server).Resource(t, generatedType).Apply(arguments(changed))
		if len(diagnostics) != 1 || !strings.Contains(diagnostics[0].Attribute.String(), attribute) {
			t.Errorf("%s is reported as %s", attribute, acctest.Describe(diagnostics))
		}
	}
	if len(pairs(server)) != 1 {
		t.Error("something was generated")
	}
}

// A pair whose answer was lost is found again, and not generated twice.
func TestGeneratedPairWithALostAnswer(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.RespondFirst(1, authentiktest.Matching(http.MethodPost, "/generate/"), func(_ http.ResponseWriter, r *http.Request) {
		server.Answer(httptest.NewRecorder(), r)
		panic(http.ErrAbortHandler)
	})
	resource := connect(t, server).Resource(t, generatedType)
	must(t, resource.Apply(arguments(nil)))
	if stored := pairs(server); len(stored) != 1 || stored[0]["pk"] != text(t, resource.State["id"]) {
		t.Errorf("%d pairs", len(stored))
	}
}

// The key is handed out without a state, by name and by UUID.
func TestPrivateKeysWithoutAState(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	certificate, key := authentiktest.SelfSigned("one.example.com", "", 30)
	id := server.Add(pairsPath, map[string]any{"name": "pair", "certificate_data": certificate, "key_data": key})
	server.Add(pairsPath, map[string]any{"name": "authority", "certificate_data": certificate})
	const name = "authentik_certificate_private_key"
	for _, asked := range []map[string]any{{"name": "pair"}, {"id": strings.ToUpper(id)}} {
		result, diagnostics := connect(t, server).Open(name, asked)
		must(t, diagnostics)
		if text(t, result["key_data"]) != key+"\n" || text(t, result["name"]) != "pair" {
			t.Error("the result is another key")
		}
	}
	for summary, asked := range map[string]map[string]any{
		"No private key": {"name": "authority"}, "Missing argument": {}, "Invalid combination of arguments": {"name": "pair", "id": id},
		"Certificate-key pair not found": {"name": "missing"}, "Empty value": {"name": ""},
	} {
		if _, diagnostics := connect(t, server).Open(name, asked); len(diagnostics) != 1 || diagnostics[0].Summary != summary {
			t.Errorf("%s is reported as %s", summary, acctest.Describe(diagnostics))
		}
	}
}
