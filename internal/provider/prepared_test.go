package provider_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// A released provider has the schemas that one of the same source computes, to the last
// text.
func TestPreparedSchemasAreTheComputedOnes(t *testing.T) {
	t.Parallel()
	computed, prepared := provider.NewServer("1.0.0"), provider.NewServer("1.0.0", provider.WithPreparedSchemas())
	schemas := func(server tfprotov6.ProviderServer) *tfprotov6.GetProviderSchemaResponse {
		resp, err := server.GetProviderSchema(t.Context(), &tfprotov6.GetProviderSchemaRequest{})
		if err != nil {
			t.Fatal(err)
		}
		return resp
	}
	want := schemas(computed)
	if len(want.ResourceSchemas) < 100 {
		t.Errorf("there are %d resources", len(want.ResourceSchemas))
	}
	if diff := cmp.Diff(want, schemas(prepared)); diff != "" {
		t.Errorf("the prepared schemas are out of date, run `make generate`:\n%.4000s", diff)
	}
	identities := func(server tfprotov6.ProviderServer) *tfprotov6.GetResourceIdentitySchemasResponse {
		resp, err := server.GetResourceIdentitySchemas(t.Context(), &tfprotov6.GetResourceIdentitySchemasRequest{})
		if err != nil {
			t.Fatal(err)
		}
		return resp
	}
	if diff := cmp.Diff(identities(computed), identities(prepared)); diff != "" {
		t.Errorf("the prepared identities are out of date, run `make generate`:\n%.4000s", diff)
	}
}
