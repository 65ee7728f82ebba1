package datasource

import (
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// validateOrdering refuses what the objects do not have, and lists and objects.
func (d *DataSource) validateOrdering(config value.Object, diagnostics *diag.Diagnostics) {
	ordering := config[schema.Ordering]
	if !value.IsKnown(ordering) {
		return
	}
	for name := range strings.SplitSeq(value.String(ordering), ",") {
		if field := d.Kind.Field(strings.TrimPrefix(name, "-")); field == nil || !d.Kind.Shows(field) || !value.IsScalar(field) {
			diagnostics.AddAttributeError(path.Root(schema.Ordering), "Unknown field", "Objects can be sorted by attributes of "+d.Kind.A()+" that are single values, with a `-` before the name to reverse the order.")
			return
		}
	}
}

// sortBy sorts objects, which are in order of their IDs, by the fields of an ordering as
// the API writes it: `-name,path`.
func sortBy(objects []tftypes.Value, ordering string) {
	if ordering == "" {
		return
	}
	fields := strings.Split(ordering, ",")
	slices.SortStableFunc(objects, func(a, b tftypes.Value) int {
		left, right := value.Attributes(a), value.Attributes(b)
		for _, field := range fields {
			name, reversed := strings.CutPrefix(field, "-")
			order := compare(left[name], right[name])
			if reversed {
				order = -order
			}
			if order != 0 {
				return order
			}
		}
		return 0
	})
}

// compare orders two scalars of one type, null first.
func compare(a, b value.Value) int {
	if value.IsSet(a) && value.IsSet(b) && a.Type().Is(tftypes.Number) {
		return value.Number(a).Cmp(value.Number(b))
	}
	return strings.Compare(value.Plain(a), value.Plain(b))
}
