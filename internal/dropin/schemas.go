package dropin

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// Schemas are those of this provider.
func Schemas(ctx context.Context) (*tfprotov6.GetProviderSchemaResponse, error) {
	schemas, err := provider.NewServer("dev").GetProviderSchema(ctx, &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		return nil, err
	}
	for _, diagnostic := range schemas.Diagnostics {
		return nil, errors.New(diagnostic.Summary + ": " + diagnostic.Detail)
	}
	return schemas, nil
}
