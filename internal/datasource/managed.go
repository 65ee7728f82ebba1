package datasource

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// readManaged finds the IDs of the objects with the values of `managed`. Nothing else of
// them is in the state.
func (d *DataSource) readManaged(ctx context.Context, list value.Value) (value.Object, diag.Diagnostics) {
	ids := map[string]string{}
	for item, failure := range d.Items(ctx, value.Object{}, 0) {
		if failure != nil {
			return nil, diag.Diagnostics{failure}
		}
		if managed := value.String(item.Decoded["managed"]); managed != "" {
			ids[managed] = value.Plain(item.Decoded[d.Kind.Key().Name])
		}
	}
	var found []tftypes.Value
	var missing []string
	for _, element := range value.Elements(list) {
		id, ok := ids[value.String(element)]
		if !ok {
			missing = append(missing, value.String(element))
			continue
		}
		found = append(found, value.Text(id))
	}
	if len(missing) > 0 {
		return nil, diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root(schema.ManagedList), "Not all found", fmt.Sprintf(
			"authentik has no %s with these values of `managed`, or the token's user may not view them (permission `%s`): %s.",
			d.Kind.Title, d.Kind.Permission("view"), strings.Join(missing, ", ")))}
	}
	state := value.Object{
		lookup.ID:          value.Text(d.Kind.Type),
		schema.ManagedList: list,
		schema.IDs:         tftypes.NewValue(tftypes.List{ElementType: tftypes.String}, found),
	}
	return state, nil
}
