package lifecycle_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// A data source that is no described kind fails where the answer is null: "used by
// nothing" and "no tasks" would be acted upon.
func TestPlainDataSourcesFailWithoutAnAnswer(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Respond(func(r *http.Request) bool { return !strings.HasSuffix(r.URL.Path, "/version/") }, answering("null"))
	connected := connectedTo(t, server)
	for name, schema := range connected.Schema().DataSourceSchemas {
		isKind := slices.ContainsFunc(provider.Kinds(), func(one *kind.Kind) bool {
			return name == provider.Name+"_"+one.Type || name == provider.Name+"_"+one.Plural
		})
		if isKind || name == provider.Name+"_version" {
			continue
		}
		if _, diagnostics := connected.Read(name, required(name, schema)); !acctest.HasError(diagnostics) {
			t.Errorf("%s takes null for an answer", name)
		}
	}
}

// required are arguments of a data source that are valid.
func required(name string, schema *tfprotov6.Schema) map[string]any {
	arguments := map[string]any{}
	for _, attribute := range schema.Block.Attributes {
		asked := attribute.Required || attribute.Optional && attribute.Name == "name" && strings.Contains(name, "provider_")
		switch {
		case !asked:
		case attribute.Type.Is(tftypes.Number):
			arguments[attribute.Name] = 1
		case attribute.Name == "type":
			arguments[attribute.Name] = "group"
		default:
			arguments[attribute.Name] = "ab4042dc-fcc7-421d-9e69-d7ac2c62714c"
		}
	}
	return arguments
}
