package server_test

import (
	"context"
	"encoding/json"
	"maps"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/identityschema"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	described "github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// thing is the framework's resource. It sends what ours sends, by the same functions, so
// that a difference is one of the protocol: what is decoded, handed over, kept and
// answered. Of an answer it takes what the server has, so that keeping the user's spelling
// is left to the framework.
type thing struct{ framework }

var (
	_ resource.ResourceWithConfigValidators = thing{}
	_ resource.ResourceWithIdentity         = thing{}
	_ resource.ResourceWithUpgradeIdentity  = thing{}
	_ resource.ResourceWithModifyPlan       = thing{}
	_ resource.ResourceWithImportState      = thing{}
	_ resource.ResourceWithMoveState        = thing{}
)

// Metadata has a deferred plan carried out as far as possible, as ours does.
func (thing) Metadata(_ context.Context, _ resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = "test_thing"
	resp.ResourceBehavior.ProviderDeferred.EnablePlanModification = true
}

func (r thing) IdentitySchema(_ context.Context, _ resource.IdentitySchemaRequest, resp *resource.IdentitySchemaResponse) {
	resp.IdentitySchema = r.identity()
}

func (r thing) identity() identityschema.Schema {
	return identityschema.Schema{Attributes: map[string]identityschema.Attribute{schema.IdentityAttribute(r.kind): identityschema.StringAttribute{RequiredForImport: true}}}
}

func (r thing) described() *described.Resource {
	return &described.Resource{Kind: r.kind, Connection: r.connected}
}

// ModifyPlan warns of what a deletion takes along, has the address as the ID, and leaves
// the identity of a new object open.
func (r thing) ModifyPlan(_ context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() {
		resp.Diagnostics.Append(r.described().PlanDestroy()...)
		return
	}
	if r.kind.IsAddressedByName() {
		planned := value.Attributes(req.Plan.Raw)
		planned["id"] = planned[r.kind.Address().Name]
		resp.Plan.Raw = tftypes.NewValue(req.Plan.Raw.Type(), planned)
	}
	if req.State.Raw.IsNull() {
		resp.Identity.Raw = tftypes.NewValue(r.identityType(), nil)
	}
}

func (r thing) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	change := described.Change{Config: value.Attributes(req.Config.Raw), Plan: value.Attributes(req.Plan.Raw)}
	result, failures := r.described().Create(ctx, change)
	resp.Diagnostics.Append(failures...)
	r.store(result, failures, &resp.State, resp.Identity)
	resp.Diagnostics.Append(marked(ctx, result, resp.Private)...)
}

func (r thing) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	result, failures := r.described().Read(ctx, value.Attributes(req.State.Raw))
	resp.Diagnostics.Append(failures...)
	if failures.HasError() {
		return
	}
	if result.State == nil {
		resp.State.RemoveResource(ctx)
	}
	r.store(result, failures, &resp.State, resp.Identity)
}

func (r thing) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	change := described.Change{Config: value.Attributes(req.Config.Raw), Plan: value.Attributes(req.Plan.Raw), State: value.Attributes(req.State.Raw)}
	result, failures := r.described().Update(ctx, change)
	resp.Diagnostics.Append(failures...)
	r.store(result, failures, &resp.State, resp.Identity)
	resp.Diagnostics.Append(marked(ctx, result, resp.Private)...)
}

func (r thing) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	resp.Diagnostics.Append(r.described().Delete(ctx, value.Attributes(req.State.Raw))...)
}

func (r thing) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	key := value.String(value.Attributes(req.Identity.Raw)[schema.IdentityAttribute(r.kind)])
	result, failures := r.described().Import(ctx, req.ID, key)
	resp.Diagnostics.Append(failures...)
	if result.State != nil {
		resp.State.Raw = tftypes.NewValue(schema.ResourceType(r.kind), result.State)
		resp.Identity.Raw = r.key(result.Identity)
	}
	resp.Diagnostics.Append(marked(ctx, result, resp.Private)...)
}

// keeper is the framework's private state.
type keeper interface {
	SetKey(ctx context.Context, key string, of []byte) diag.Diagnostics
}

// marked has the private state say who wrote the state, in place of what was kept before.
func marked(ctx context.Context, result described.Result, private keeper) (failures diag.Diagnostics) {
	if result.State == nil {
		return nil
	}
	for _, key := range privateKeys {
		failures.Append(private.SetKey(ctx, key, nil)...)
	}
	return append(failures, private.SetKey(ctx, "by", []byte(mark))...)
}

// key is an identity.
func (r thing) key(of string) tftypes.Value {
	return tftypes.NewValue(r.identityType(), value.Object{schema.IdentityAttribute(r.kind): value.Text(of)})
}

// store puts into the state what the server has now. After a failure that is not known.
func (r thing) store(result described.Result, failures diag.Diagnostics, state *tfsdk.State, identity *tfsdk.ResourceIdentity) {
	if result.Identity != "" {
		identity.Raw = r.key(result.Identity)
	}
	if result.State == nil {
		return
	}
	if !failures.HasError() {
		maps.Copy(result.State, r.unsettled(result.State))
	}
	state.Raw = tftypes.NewValue(schema.ResourceType(r.kind), result.State)
}

// unsettled are the attributes of a state in the server's spelling. Secrets are kept only
// where they were.
func (r thing) unsettled(state value.Object) value.Object {
	fields := value.Fields{}
	for name, of := range r.fake.Objects()[0] {
		fields[name], _ = json.Marshal(of) //nolint:errchkjson // the server sent it
	}
	decoded, wrong := value.DecodeAll(r.kind.Managed(), fields)
	if wrong != nil {
		return nil
	}
	for name := range decoded {
		if field := r.kind.Field(name); !field.InResource() || field.Secret && (field.WriteOnly || !value.IsSet(state[name])) {
			delete(decoded, name)
		}
	}
	return decoded
}

// MoveState takes over the state of a resource of the same type, with its private data.
func (r thing) MoveState(ctx context.Context) []resource.StateMover {
	var own resource.SchemaResponse
	r.Schema(ctx, resource.SchemaRequest{}, &own)
	return []resource.StateMover{{SourceSchema: &own.Schema, StateMover: func(ctx context.Context, req resource.MoveStateRequest, resp *resource.MoveStateResponse) {
		if req.SourceTypeName != "test_thing" || req.SourceState == nil {
			return
		}
		resp.TargetState.Raw = req.SourceState.Raw
		for _, key := range privateKeys {
			of, failures := req.SourcePrivate.GetKey(ctx, key)
			resp.Diagnostics.Append(failures...)
			resp.Diagnostics.Append(resp.TargetPrivate.SetKey(ctx, key, of)...)
		}
	}}}
}

// UpgradeIdentity reads identities of version 1, which look like those of today.
func (r thing) UpgradeIdentity(context.Context) map[int64]resource.IdentityUpgrader {
	before := r.identity()
	return map[int64]resource.IdentityUpgrader{1: {PriorSchema: &before, IdentityUpgrader: func(_ context.Context, req resource.UpgradeIdentityRequest, resp *resource.UpgradeIdentityResponse) {
		resp.Identity.Raw = req.Identity.Raw
	}}}
}
