package providers

import (
	"context"
	"strconv"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// The arguments by which a provider is asked for, with what they mean.
const (
	byName     = "name"
	byProvider = "provider_id"

	aboutName     = "Name of the provider. Exactly one of `name` and `provider_id` must be set."
	aboutProvider = "ID of the provider. Exactly one of `name` and `provider_id` must be set."
)

// nameOnly validates the name: authentik would take an empty one for no filter.
func nameOnly() []validator.String {
	return []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true})}
}

// chosen is a provider by its name or its ID. Both are set once it is found.
type chosen struct {
	name types.String
	id   types.Int64
}

// validate finds arguments that select no provider or two.
func (c *chosen) validate(diagnostics *diag.Diagnostics) {
	const detail = "Exactly one of `name` and `provider_id` must be set."
	switch {
	case c.name.IsNull() && c.id.IsNull():
		diagnostics.AddError("Missing argument", detail)
	case !c.name.IsNull() && !c.name.IsUnknown() && !c.id.IsNull() && !c.id.IsUnknown():
		diagnostics.AddAttributeError(path.Root(byName), "Invalid combination of arguments", detail)
	}
}

// find reads the provider of the kind, and refuses one of a subclass, which the same
// endpoint returns.
func (c *chosen) find(ctx context.Context, connected *connection.Connection, of *kind.Kind) (*client.Client, client.Object, *diagnostic.Operation, diag.Diagnostics) {
	api, diagnostics := connected.API()
	if diagnostics.HasError() {
		return nil, nil, nil, diagnostics
	}
	asked := lookup.Terms{{Attribute: byName, Value: c.name.ValueString()}}
	if !c.id.IsNull() {
		asked = lookup.ByID(strconv.FormatInt(c.id.ValueInt64(), 10))
	}
	operation := diagnostic.New(ctx, connected, of, diagnostic.View, asked)
	if c.id.IsNull() {
		operation.Made = byProvider + " = authentik_" + of.Type + ".<name>.id"
	}
	found, failure := resource.Find(ctx, api, connected, operation)
	if failure != nil {
		return nil, nil, nil, diag.Diagnostics{failure}
	}
	decoded, wrong := value.DecodeAll([]kind.Field{{Name: "pk", Type: kind.Int}, {Name: "name", Type: kind.String}, {Name: "meta_model_name", Type: kind.String}}, found)
	if wrong != nil {
		return nil, nil, nil, diag.Diagnostics{operation.Mismatched(wrong)}
	}
	if model := value.String(decoded["meta_model_name"]); of.API.Only != "" && model != "" && model != of.API.Only {
		return nil, nil, nil, diag.Diagnostics{operation.OtherObject("it is of the type `" + model + "`")}
	}
	number, _ := value.Number(decoded["pk"]).Int64()
	c.id, c.name = types.Int64Value(number), types.StringValue(value.String(decoded["name"]))
	return api, found, operation, nil
}
