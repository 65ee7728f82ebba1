package main_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
	schemajson "github.com/authentik-iac/terraform-provider-authentik/internal/schemajson"
)

func TestMain(m *testing.M) { os.Exit(acctest.Main(m)) }

// features are those without which the command does not print a key.
var features = map[string]localbuild.Feature{
	"ephemeral_resource_schemas": localbuild.Ephemeral, "write_only": localbuild.WriteOnly, "resource_identity_schemas": localbuild.IdentityImport, "list_resource_schemas": localbuild.Query,
}

// The real command prints the same, but for what it does not know.
func TestAccSchemasAreWhatTerraformPrints(t *testing.T) {
	t.Parallel()
	cli := acctest.NewCLI(t, "")
	output, code := cli.Run("providers", "schema", "-json")
	if code != 0 {
		t.Fatalf("exit code %d:\n%s", code, output)
	}
	printed := decode(t, []byte(output), cli.Command.Address())

	schemas, err := schemajson.Schemas(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	encoded, err := json.Marshal(schemas)
	if err != nil {
		t.Fatal(err)
	}
	ours := decode(t, encoded, provider.Name)
	for key, feature := range features {
		if !cli.Command.Has(feature) {
			remove(ours, key)
		}
	}
	if difference := cmp.Diff(printed, ours); difference != "" {
		t.Errorf("%s prints what has a -, this program what has a +:\n%s", cli.Command, difference)
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
