package system

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// array is what the server lists as a JSON array of objects whose fields are strings.
type array struct {
	kind kind.Kind
	// attribute is the name of the list.
	attribute string
	// key is the column whose values are also given as a list of strings by the name keys.
	key, keys string
	columns   []column
}

// column is a string of each object.
type column struct{ name, api, description string }

// eventActions are what can happen (/api/v3/events/events/actions/). The server's form of
// it is that of types to create: `component` is the action and `name` what it is called.
var eventActions = array{
	kind: kind.Kind{
		Type: "event_actions", Title: "event action", Article: "an", Model: "authentik_events.event", API: kind.Endpoint{Path: "/events/events/actions/"},
		Summary: "They are the values that `action` of `authentik_policy_event_matcher` can have on this server.",
	},
	attribute: "actions", key: "name", keys: "names",
	columns: []column{{"name", "component", "Action, such as `login_failed`."}, {"label", "name", "What it is called in authentik's interface."}},
}

// adminApps are the server's apps (/api/v3/admin/apps/).
var adminApps = array{
	kind: kind.Kind{
		Type: "admin_apps", Title: "app", Model: "authentik_events.event", API: kind.Endpoint{Path: "/admin/apps/"},
		Summary: "They are the values that `app` of `authentik_policy_event_matcher` can have on this server.",
	},
	attribute: "apps", key: "name", keys: "names",
	columns: []column{{"name", "name", "App, such as `authentik.core`."}, {"label", "label", "What it is called in authentik's interface."}},
}

// adminModels are the server's models (/api/v3/admin/models/, since 2023.6).
var adminModels = array{
	kind: kind.Kind{
		Type: "admin_models", Title: "model", Model: "authentik_events.event", API: kind.Endpoint{Path: "/admin/models/"},
		Summary: "They are the values that `model` of `authentik_policy_event_matcher` can have on this server.",
	},
	attribute: "models", key: "name", keys: "names",
	columns: []column{{"name", "name", "Model, such as `authentik_core.user`."}, {"label", "label", "What it is called in authentik's interface."}},
}

// geoIPCountries are the countries (/api/v3/policies/geoip_iso3166/, since 2024.8).
var geoIPCountries = array{
	kind: kind.Kind{
		Type: "geoip_countries", Title: "country", Titles: "countries", Model: "authentik_policies_geoip.geoippolicy", API: kind.Endpoint{Path: "/policies/geoip_iso3166/"},
		Summary: "They are the values that `countries` of `authentik_policy_geoip` can have on this server.",
	},
	attribute: "countries", key: "code", keys: "codes",
	columns: []column{{"code", "code", "Code of the country (ISO 3166-1 alpha-2), such as `DE`."}, {"name", "name", "Name of the country."}},
}

// listed is a data source for an array without parameters.
type listed struct {
	plain.DataSource
	array *array
}

var _ datasource.DataSourceWithConfigure = (*listed)(nil)

func (l *listed) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_" + l.array.kind.Type
}

func (l *listed) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Lists the " + l.array.kind.Plurals() + " that the server knows. " + l.array.kind.Summary,
		Attributes:          l.array.attributes(),
	}
}

// attributes are the list and the keys.
func (a *array) attributes() map[string]schema.Attribute {
	inner := map[string]schema.Attribute{}
	for _, each := range a.columns {
		inner[each.name] = schema.StringAttribute{Computed: true, MarkdownDescription: each.description}
	}
	return map[string]schema.Attribute{
		a.attribute: schema.ListNestedAttribute{
			Computed: true, MarkdownDescription: "The " + a.kind.Plurals() + " in the server's order.", NestedObject: schema.NestedAttributeObject{Attributes: inner},
		},
		a.keys: schema.ListAttribute{
			Computed: true, ElementType: types.StringType, MarkdownDescription: "`" + a.key + "` of each, in the same order.",
		},
	}
}

func (l *listed) Read(ctx context.Context, _ datasource.ReadRequest, resp *datasource.ReadResponse) {
	resp.Diagnostics.Append(l.array.read(ctx, l.Connection, nil, func(attribute string, list types.List) diag.Diagnostics {
		return resp.State.SetAttribute(ctx, path.Root(attribute), list)
	})...)
}

// read reads the array and hands over both lists.
func (a *array) read(ctx context.Context, connected *connection.Connection, query url.Values, set func(string, types.List) diag.Diagnostics) diag.Diagnostics {
	api, diagnostics := connected.API()
	if diagnostics.HasError() {
		return diagnostics
	}
	operation := diagnostic.New(ctx, connected, &a.kind, diagnostic.View, lookup.Whole(&a.kind))
	body, err := api.Do(ctx, client.Request{Method: http.MethodGet, Path: a.kind.API.Path, Query: query})
	if err != nil {
		return diag.Diagnostics{operation.Failed(err)}
	}
	var items []value.Fields
	if json.Unmarshal(body, &items) != nil || items == nil {
		return diag.Diagnostics{operation.Mismatched(&value.Mismatch{Expected: "an array of objects", Got: "something else"})}
	}
	elementTypes := map[string]attr.Type{}
	for _, each := range a.columns {
		elementTypes[each.name] = types.StringType
	}
	objects, keys := make([]attr.Value, 0, len(items)), make([]attr.Value, 0, len(items))
	for _, item := range items {
		row := map[string]attr.Value{}
		for _, each := range a.columns {
			decoded, wrong := value.Decode(&kind.Field{Name: each.api, Type: kind.String}, item[each.api])
			if wrong != nil {
				wrong.Field = each.api + wrong.Field
				return diag.Diagnostics{operation.Mismatched(wrong)}
			}
			row[each.name] = types.StringValue(value.String(decoded))
		}
		keys = append(keys, row[a.key])
		object, wrong := types.ObjectValue(elementTypes, row)
		diagnostics.Append(wrong...)
		objects = append(objects, object)
	}
	list, wrong := types.ListValue(types.ObjectType{AttrTypes: elementTypes}, objects)
	diagnostics.Append(wrong...)
	keyList, wrong := types.ListValue(types.StringType, keys)
	diagnostics.Append(wrong...)
	if diagnostics.HasError() {
		return diagnostics
	}
	diagnostics.Append(set(a.attribute, list)...)
	diagnostics.Append(set(a.keys, keyList)...)
	return diagnostics
}
