package system

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// settingsID is the ID of the only object.
const settingsID = "settings"

// NewSettings is the resource for the system settings. It takes over what is there, sends
// the keys that are configured, and leaves everything as it is when it is destroyed.
func NewSettings() resource.Resource { return &settingsResource{} }

type settingsResource struct {
	plain.Resource
}

var (
	_ resource.ResourceWithConfigure      = (*settingsResource)(nil)
	_ resource.ResourceWithImportState    = (*settingsResource)(nil)
	_ resource.ResourceWithModifyPlan     = (*settingsResource)(nil)
	_ resource.ResourceWithValidateConfig = (*settingsResource)(nil)
)

func (*settingsResource) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_" + settings.Type
}

func (*settingsResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	attributes := map[string]schema.Attribute{
		"id": schema.StringAttribute{Computed: true, MarkdownDescription: "Always `" + settingsID + "`."},
	}
	fields := settings.All()
	for i := range fields {
		attributes[fields[i].Name] = managed(&settings, &fields[i])
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "Manages the system settings of authentik 2024.2 and later. There is one set of them, which always exists: creating the resource takes it over. Arguments that are not set are left as they are on the server. Destroying the resource changes nothing on the server either.\n\n" +
			"Use one such resource for a server: two would undo each other's changes. The token's user needs the permissions `authentik_rbac.view_system_settings` and `authentik_rbac.edit_system_settings`.",
		Attributes: attributes,
	}
}

func (r *settingsResource) operation(ctx context.Context, verb diagnostic.Verb) *diagnostic.Operation {
	return diagnostic.New(ctx, r.Connection, &settings, verb, lookup.Whole(&settings))
}

func (r *settingsResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	raw, diagnostics := r.write(ctx, req.Config.Raw, req.Plan.Raw, value.Value{})
	if resp.Diagnostics.Append(diagnostics...); !resp.Diagnostics.HasError() {
		resp.State.Raw = raw
	}
}

func (r *settingsResource) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	raw, diagnostics := r.write(ctx, req.Config.Raw, req.Plan.Raw, req.State.Raw)
	if resp.Diagnostics.Append(diagnostics...); !resp.Diagnostics.HasError() {
		resp.State.Raw = raw
	}
}

func (r *settingsResource) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	api, diagnostics := r.Connection.API()
	if resp.Diagnostics.Append(diagnostics...); resp.Diagnostics.HasError() {
		return
	}
	operation := r.operation(ctx, diagnostic.View)
	current, failure := read(ctx, api, operation)
	if failure != nil {
		resp.Diagnostics.Append(failure)
		return
	}
	raw, failure := settled(current, req.State.Raw, operation)
	if failure != nil {
		resp.Diagnostics.Append(failure)
		return
	}
	resp.State.Raw = raw
}

// Delete leaves the settings alone; the plan has said so.
func (*settingsResource) Delete(context.Context, resource.DeleteRequest, *resource.DeleteResponse) {}

func (*settingsResource) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	if req.ID != settingsID {
		resp.Diagnostics.AddError("Invalid import ID", "There is one set of system settings. Import it by `"+settingsID+"`.")
		return
	}
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("id"), settingsID)...)
}

// read reads the settings.
func read(ctx context.Context, api *client.Client, operation *diagnostic.Operation) (value.Fields, diag.Diagnostic) {
	body, err := api.Do(ctx, client.Request{Method: http.MethodGet, Path: settings.API.Path})
	if err != nil {
		return nil, operation.Failed(err)
	}
	return decodeSettings(body, operation)
}

// decodeSettings decodes an answer that has to have at least one setting: what has none is
// not from authentik.
func decodeSettings(body json.RawMessage, operation *diagnostic.Operation) (value.Fields, diag.Diagnostic) {
	fields, failure := decode(body, operation)
	if failure != nil {
		return nil, failure
	}
	for name := range fields {
		if settings.ByAPI(name) != nil {
			return fields, nil
		}
	}
	return nil, operation.Mismatched(&value.Mismatch{Field: settings.All()[0].APIName(), Expected: "that of the system settings", Got: "missing, as all others"})
}

func decode(body json.RawMessage, operation *diagnostic.Operation) (value.Fields, diag.Diagnostic) {
	var fields value.Fields
	if err := json.Unmarshal(body, &fields); err != nil || fields == nil {
		return nil, operation.Mismatched(&value.Mismatch{Expected: "an object", Got: "something else"})
	}
	return fields, nil
}

// settled are the server's values, in the spelling that before has where that means the
// same. What before does not know yet is taken from the server.
func settled(current value.Fields, before value.Value, operation *diagnostic.Operation) (value.Value, diag.Diagnostic) {
	decoded, failure := values(current, operation)
	if failure != nil {
		return before, failure
	}
	state := maps.Clone(value.Attributes(before))
	fields := settings.All()
	for i := range fields {
		field := &fields[i]
		state[field.Name] = value.Settle(field, decoded[field.Name], state[field.Name])
	}
	state["id"] = value.Text(settingsID)
	return value.WithAttributes(before, state), nil
}

// values decodes the settings. `footer_links` can be any JSON; what is no list of links
// counts as none.
func values(current value.Fields, operation *diagnostic.Operation) (value.Object, diag.Diagnostic) {
	checked := maps.Clone(current)
	if _, wrong := value.Decode(settings.Field("footer_links"), checked["footer_links"]); wrong != nil {
		checked["footer_links"] = json.RawMessage("[]")
	}
	decoded, wrong := value.DecodeAll(settings.All(), checked)
	if wrong != nil {
		return nil, operation.Mismatched(wrong)
	}
	return decoded, nil
}

// write sends what is configured and not on the server yet, one writer at a time.
func (r *settingsResource) write(ctx context.Context, config, plan, state value.Value) (value.Value, diag.Diagnostics) {
	api, diagnostics := r.Connection.API()
	if diagnostics.HasError() {
		return plan, diagnostics
	}
	operation := r.operation(ctx, diagnostic.Change)
	unlock, err := r.Connection.LockMachine(ctx, settings.API.Path)
	if err != nil {
		return plan, diag.Diagnostics{operation.Cannot(err)}
	}
	defer unlock()
	current, failure := read(ctx, api, operation)
	if failure != nil {
		return plan, diag.Diagnostics{failure}
	}
	if body := changes(value.Attributes(config), value.Attributes(plan), value.Attributes(state), current); len(body) > 0 {
		answer, err := api.Do(ctx, client.Request{Method: http.MethodPatch, Path: settings.API.Path, Body: body})
		if err != nil {
			return plan, operation.Refused(err, nil)
		}
		if current, failure = decodeSettings(answer, operation); failure != nil {
			return plan, diag.Diagnostics{failure}
		}
	}
	decoded, failure := values(current, operation)
	if failure != nil {
		return plan, diag.Diagnostics{failure}
	}
	written := value.Attributes(plan)
	for name, planned := range written {
		if field := settings.Field(name); field != nil && !planned.IsKnown() {
			written[name] = decoded[name]
		}
	}
	written["id"] = value.Text(settingsID)
	return value.WithAttributes(plan, written), nil
}

// changes is the body of the request: what is configured and differs from the state.
func changes(config, plan, state value.Object, current value.Fields) map[string]any {
	body := map[string]any{}
	fields := settings.All()
	for i := range fields {
		field := &fields[i]
		if !value.IsSet(config[field.Name]) || state != nil && value.Equal(field, plan[field.Name], state[field.Name]) {
			continue
		}
		encoded := value.Encode(field, plan[field.Name], contract.Definition{}, nil)
		switch field.Name {
		case "flags":
			encoded = mergedFlags(current["flags"], value.String(plan[field.Name]))
		case "footer_links":
			encoded = mergedLinks(current["footer_links"], encoded)
		}
		body[field.APIName()] = encoded
	}
	return body
}
