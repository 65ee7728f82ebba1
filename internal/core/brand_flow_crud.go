package core

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Create puts the flow into the slot. What was there before is lost, so it is named.
func (r *brandFlow) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var plan brandFlowState
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	if resp.Diagnostics.HasError() {
		return
	}
	slot, diagnostics := r.open(ctx, plan, diagnostic.Change)
	if resp.Diagnostics.Append(diagnostics...); resp.Diagnostics.HasError() {
		return
	}
	defer slot.unlock()
	before, err := slot.flow(ctx)
	if err != nil {
		resp.Diagnostics.Append(slot.operation.Failed(err))
		return
	}
	if before != "" && !sameFlow(before, plan.Flow.ValueString()) {
		resp.Diagnostics.AddWarning("Flow of the brand replaced", fmt.Sprintf(
			"The brand %s had the flow %s for `%s`. It has the configured flow now. Destroying this resource does not bring the former one back.", slot.brand, before, plan.Purpose.ValueString()))
	}
	if err := slot.set(ctx, plan.Flow.ValueString()); err != nil {
		resp.Diagnostics.Append(refused(slot.operation, err)...)
		return
	}
	plan.ID = types.StringValue(slot.brand + ":" + plan.Purpose.ValueString())
	resp.Diagnostics.Append(resp.State.Set(ctx, plan)...)
}

// refused attaches what the server says of the brand's field to `flow`.
func refused(operation *diagnostic.Operation, err error) diag.Diagnostics {
	var found diag.Diagnostics
	for _, failure := range operation.Refused(err, nil) {
		found.AddAttributeError(path.Root("flow"), failure.Summary(), failure.Detail())
	}
	return found
}

func (r *brandFlow) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	var state brandFlowState
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	if resp.Diagnostics.HasError() {
		return
	}
	slot, diagnostics := r.open(ctx, state, diagnostic.View)
	if resp.Diagnostics.Append(diagnostics...); resp.Diagnostics.HasError() {
		return
	}
	defer slot.unlock()
	flow, err := slot.flow(ctx)
	switch {
	case err != nil && slot.operation.IsGone(err):
		resp.Diagnostics.Append(slot.operation.Vanished())
		resp.State.RemoveResource(ctx)
	case err != nil:
		resp.Diagnostics.Append(slot.operation.Failed(err))
	case flow == "":
		resp.Diagnostics.AddWarning("The brand has no such flow", fmt.Sprintf(
			"The brand %s has no flow for `%s` any more. The next apply sets the configured one.", slot.brand, state.Purpose.ValueString()))
		resp.State.RemoveResource(ctx)
	case !sameFlow(flow, state.Flow.ValueString()):
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("flow"), flow)...)
	}
}

// Update changes the flow: everything else replaces the resource.
func (r *brandFlow) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	var plan brandFlowState
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	if resp.Diagnostics.HasError() {
		return
	}
	slot, diagnostics := r.open(ctx, plan, diagnostic.Change)
	if resp.Diagnostics.Append(diagnostics...); resp.Diagnostics.HasError() {
		return
	}
	defer slot.unlock()
	if err := slot.set(ctx, plan.Flow.ValueString()); err != nil {
		resp.Diagnostics.Append(refused(slot.operation, err)...)
		return
	}
	resp.Diagnostics.Append(resp.State.Set(ctx, plan)...)
}

// Delete empties the slot, unless something else has put another flow there.
func (r *brandFlow) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state brandFlowState
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	if resp.Diagnostics.HasError() {
		return
	}
	slot, diagnostics := r.open(ctx, state, diagnostic.Change)
	if resp.Diagnostics.Append(diagnostics...); resp.Diagnostics.HasError() {
		return
	}
	defer slot.unlock()
	flow, err := slot.flow(ctx)
	if err == nil && sameFlow(flow, state.Flow.ValueString()) {
		err = slot.set(ctx, nil)
	}
	if err != nil && !slot.operation.IsGone(err) {
		resp.Diagnostics.Append(refused(slot.operation, err)...)
	}
}

// ImportState reads `<brand>:<purpose>`.
func (*brandFlow) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	brand, purpose, _ := strings.Cut(req.ID, ":")
	uuid, ok := value.CanonicalUUID(brand)
	if !ok || wrongPurpose(purpose) != "" {
		resp.Diagnostics.AddError("Invalid import ID", fmt.Sprintf("Import a flow of a brand by `<UUID of the brand>:<purpose>`, with one of the purposes %s. %q is not of this form.", strings.Join(purposes(), ", "), req.ID))
		return
	}
	for attribute, set := range map[string]string{"id": uuid + ":" + purpose, "brand": uuid, "purpose": purpose} {
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(attribute), set)...)
	}
}

func sameFlow(one, other string) bool {
	return value.SameString(&kind.Field{Type: kind.UUID}, one, other)
}
