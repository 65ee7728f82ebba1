package plain

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// NeedsRelease is an error where the server's release is known and older than since.
func NeedsRelease(ctx context.Context, connected *connection.Connection, k *kind.Kind, since string) diag.Diagnostics {
	release, known, err := connected.Release(ctx)
	if err != nil || !known || release == "" || contract.Compare(release, since) >= 0 {
		return nil // a server that does not answer is what the request itself reports
	}
	return diag.Diagnostics{diag.NewErrorDiagnostic("Not available in the server's release", fmt.Sprintf(
		"authentik %s has no %s; it needs authentik %s or later. Remove the resource, or upgrade the server.", release, k.Plurals(), kind.Branch(since)))}
}
