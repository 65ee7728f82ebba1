package lifecycle_test

import (
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// A server that repeats what it refuses, as a whole, field by field and string by string,
// makes no message repeat what Terraform itself does not print.
func TestRefusalsRepeatNothingSensitive(t *testing.T) {
	t.Parallel()
	for _, sample := range lifecycle.All() {
		t.Run(sample.Type, func(t *testing.T) {
			t.Parallel()
			table, _ := contract.Object(sample.Object().API.Path)
			releases := table.Releases()
			release := releases[len(releases)-1]
			server := served(t, sample, release)
			for _, method := range []string{http.MethodPost, http.MethodPatch, http.MethodPut} {
				server.Respond(authentiktest.Matching(method, "/"), repeat)
			}
			provider := acctest.NewProvider(t)
			ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "max_retries": 0}))
			config := sample.On(release, sample.Full)
			diagnostics := provider.Resource(t, sample.Resource()).Apply(config)
			if !acctest.HasError(diagnostics) {
				t.Fatal("nothing was refused")
			}
			said := acctest.Describe(diagnostics)
			for _, secret := range sensitive(provider, sample, config) {
				if strings.Contains(said, secret) {
					t.Errorf("%q is repeated:\n%s", secret, said)
				}
			}
		})
	}
}

// sensitive are the strings of what is not to be printed, those within JSON too.
func sensitive(provider *acctest.Provider, sample lifecycle.Case, config map[string]any) []string {
	var found []string
	for _, attribute := range provider.Schema().ResourceSchemas[sample.Resource()].Block.Attributes {
		if text, set := config[attribute.Name].(string); set && attribute.Sensitive {
			found = append(found, strings.Split(text, "\n")...)
			found = append(found, value.StringsOf(text)...)
		}
	}
	const shortest = 4 // what is shorter is no secret
	return slices.DeleteFunc(found, func(one string) bool { return len(one) < shortest })
}

// repeat refuses a request with everything that is in it.
func repeat(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	answer := map[string][]string{"detail": {"Not this: " + string(body)}}
	var fields map[string]json.RawMessage
	_ = json.Unmarshal(body, &fields)
	for name, field := range fields {
		messages := []string{"Not this: " + string(field)}
		for _, text := range value.StringsOf(string(field)) {
			messages = append(messages, `"`+text+`" is not valid.`)
		}
		answer[name] = messages
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusBadRequest)
	encoded, err := json.Marshal(answer)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	_, _ = w.Write(encoded)
}
