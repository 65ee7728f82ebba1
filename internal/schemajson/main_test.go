package main_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
	schemajson "github.com/authentik-iac/terraform-provider-authentik/internal/schemajson"
)

func TestMain(m *testing.M) { os.Exit(acctest.Main(m)) }

// since are the first Terraform releases that print a key.
var since = map[string]string{"write_only": "1.11", "resource_identity_schemas": "1.12", "list_resource_schemas": "1.14"}

// The real command prints the same, but for what its release does not know.
func TestAccSchemasAreWhatTerraformPrints(t *testing.T) {
	t.Parallel()
	cli := acctest.NewCLI(t, "")
	release, err := localbuild.Release(t.Context(), cli.Command)
	if err != nil {
		t.Fatal(err)
	}
	output, code := cli.Run("providers", "schema", "-json")
	if code != 0 {
		t.Fatalf("exit code %d:\n%s", code, output)
	}
	printed := decode(t, []byte(output), provider.Address)

	schemas, err := schemajson.Schemas(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	encoded, err := json.Marshal(schemas)
	if err != nil {
		t.Fatal(err)
	}
	ours := decode(t, encoded, provider.Name)
	for key, first := range since {
		if contract.Compare(release, first) < 0 {
			remove(ours, key)
		}
	}
	if difference := cmp.Diff(printed, ours); difference != "" {
		t.Errorf("Terraform %s prints what has a -, this program what has a +:\n%s", release, difference)
	}
}

// decode gives the provider's schemas, which stand under the name.
func decode(t *testing.T, text []byte, name string) any {
	t.Helper()
	var decoded struct {
		Schemas map[string]any `json:"provider_schemas"`
	}
	if err := json.Unmarshal(text, &decoded); err != nil {
		t.Fatal(err)
	}
	if decoded.Schemas[name] == nil {
		t.Fatalf("There is no %s.", name)
	}
	return decoded.Schemas[name]
}

// remove takes the key out at every depth.
func remove(value any, key string) {
	object, ok := value.(map[string]any)
	if !ok {
		return
	}
	delete(object, key)
	for _, inner := range object {
		remove(inner, key)
	}
}
