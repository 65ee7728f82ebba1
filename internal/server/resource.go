package server

import (
	"bytes"
	"cmp"
	"context"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// written marks the states that this provider wrote. It is a JSON object, as the SDK of
// goauthentik/authentik reads it where somebody goes back.
var written = []byte(`{"by":"authentik-iac"}`)

// ValidateResourceConfig checks a configuration.
func (s *Server) ValidateResourceConfig(ctx context.Context, req *tfprotov6.ValidateResourceConfigRequest) (*tfprotov6.ValidateResourceConfigResponse, error) {
	k, ok := s.managed[req.TypeName]
	if !ok {
		return during(ctx, req, s.Framework.ValidateResourceConfig)
	}
	config, err := decode(req.Config, schema.ResourceType(k))
	if err != nil {
		return &tfprotov6.ValidateResourceConfigResponse{Diagnostics: bug(err)}, nil
	}
	writeOnly := req.ClientCapabilities != nil && req.ClientCapabilities.WriteOnlyAttributesAllowed
	return &tfprotov6.ValidateResourceConfigResponse{Diagnostics: diagnostics(s.resource(k).Validate(config, writeOnly))}, nil
}

// ReadResource refreshes a state.
func (s *Server) ReadResource(ctx context.Context, req *tfprotov6.ReadResourceRequest) (*tfprotov6.ReadResourceResponse, error) {
	k, ok := s.managed[req.TypeName]
	if !ok {
		return during(ctx, req, s.Framework.ReadResource)
	}
	resp := &tfprotov6.ReadResourceResponse{NewState: req.CurrentState, NewIdentity: req.CurrentIdentity, Private: req.Private}
	if s.isDeferred() && req.ClientCapabilities != nil && req.ClientCapabilities.DeferralAllowed {
		resp.Deferred = &tfprotov6.Deferred{Reason: tfprotov6.DeferredReasonProviderConfigUnknown}
		return resp, nil
	}
	before, err := decode(req.CurrentState, schema.ResourceType(k))
	if err != nil {
		resp.Diagnostics = bug(err)
		return resp, nil
	}
	result, failures := s.resource(k).Read(ctx, before)
	resp.Diagnostics = diagnostics(failures)
	if failures.HasError() {
		return resp, nil
	}
	s.result(k, result, &resp.NewState, &resp.NewIdentity, &resp.Diagnostics)
	return resp, nil
}

// result encodes what an operation came to. Without a key the identity stays.
func (*Server) result(k *kind.Kind, result resource.Result, state **tfprotov6.DynamicValue, identified **tfprotov6.ResourceIdentityData, failures *[]*tfprotov6.Diagnostic) {
	encoded, err := encode(result.State, schema.ResourceType(k))
	if err != nil {
		*failures = append(*failures, bug(err)...)
		return
	}
	*state = encoded
	if result.Identity == "" {
		return
	}
	key, err := identity(k, result.Identity)
	if err != nil {
		*failures = append(*failures, bug(err)...)
		return
	}
	*identified = key
}

// isDeferred says whether the provider's configuration is not known yet.
func (s *Server) isDeferred() bool {
	connected := s.connection()
	return connected != nil && connected.Client == nil
}

// PlanResourceChange plans a create, an update or a deletion.
func (s *Server) PlanResourceChange(ctx context.Context, req *tfprotov6.PlanResourceChangeRequest) (*tfprotov6.PlanResourceChangeResponse, error) {
	k, ok := s.managed[req.TypeName]
	if !ok {
		return during(ctx, req, s.Framework.PlanResourceChange)
	}
	resp := &tfprotov6.PlanResourceChangeResponse{PlannedState: req.ProposedNewState, PlannedPrivate: req.PriorPrivate, PlannedIdentity: req.PriorIdentity}
	if s.isDeferred() && req.ClientCapabilities != nil && req.ClientCapabilities.DeferralAllowed {
		resp.Deferred = &tfprotov6.Deferred{Reason: tfprotov6.DeferredReasonProviderConfigUnknown}
	}
	destroys, err := req.ProposedNewState.IsNull()
	if err != nil {
		resp.Diagnostics = bug(err)
		return resp, nil
	}
	if destroys {
		resp.Diagnostics = diagnostics(s.resource(k).PlanDestroy())
		return resp, nil
	}
	objectType := schema.ResourceType(k)
	config, err := decode(req.Config, objectType)
	prior, priorErr := decode(req.PriorState, objectType)
	if err != nil || priorErr != nil {
		resp.Diagnostics = bug(cmp.Or(err, priorErr))
		return resp, nil
	}
	managed := s.resource(k)
	managed.Foreign = !bytes.Equal(req.PriorPrivate, written)
	plan, failures := managed.Plan(ctx, config, prior)
	resp.Diagnostics = diagnostics(failures)
	encoded, err := encode(plan.State, objectType)
	if err != nil {
		resp.Diagnostics = append(resp.Diagnostics, bug(err)...)
		return resp, nil
	}
	resp.PlannedState = encoded
	for _, name := range plan.Replaces {
		resp.RequiresReplace = append(resp.RequiresReplace, tftypes.NewAttributePath().WithAttributeName(name))
	}
	if key := plan.State[schema.IdentityAttribute(k)]; value.IsSet(key) && !key.IsKnown() {
		resp.PlannedIdentity = nil
	}
	return resp, nil
}

// ApplyResourceChange creates, updates or deletes an object.
func (s *Server) ApplyResourceChange(ctx context.Context, req *tfprotov6.ApplyResourceChangeRequest) (*tfprotov6.ApplyResourceChangeResponse, error) {
	k, ok := s.managed[req.TypeName]
	if !ok {
		return during(ctx, req, s.Framework.ApplyResourceChange)
	}
	resp := &tfprotov6.ApplyResourceChangeResponse{NewState: req.PriorState, NewIdentity: req.PlannedIdentity, Private: req.PlannedPrivate}
	objectType := schema.ResourceType(k)
	config, err := decode(req.Config, objectType)
	plan, planErr := decode(req.PlannedState, objectType)
	state, stateErr := decode(req.PriorState, objectType)
	if err := cmp.Or(err, planErr, stateErr); err != nil {
		resp.Diagnostics = bug(err)
		return resp, nil
	}
	managed := s.resource(k)
	if plan == nil {
		failures := managed.Delete(ctx, state)
		resp.Diagnostics = diagnostics(failures)
		if !failures.HasError() {
			resp.NewState, err = encode(nil, objectType)
			resp.NewIdentity, resp.Private = nil, nil
		}
		if err != nil {
			resp.Diagnostics = append(resp.Diagnostics, bug(err)...)
		}
		return resp, nil
	}
	change := resource.Change{Config: config, Plan: plan, State: state}
	operate := managed.Update
	if state == nil {
		operate = managed.Create
		resp.Private = nil // what was kept with an object that this one replaces
	}
	result, failures := operate(ctx, change)
	resp.Diagnostics = diagnostics(failures)
	if result.State != nil {
		resp.Private = written
		s.result(k, result, &resp.NewState, &resp.NewIdentity, &resp.Diagnostics)
	}
	return resp, nil
}

// ImportResourceState takes an object over.
func (s *Server) ImportResourceState(ctx context.Context, req *tfprotov6.ImportResourceStateRequest) (*tfprotov6.ImportResourceStateResponse, error) {
	k, ok := s.managed[req.TypeName]
	if !ok {
		return during(ctx, req, s.Framework.ImportResourceState)
	}
	resp := &tfprotov6.ImportResourceStateResponse{}
	if s.isDeferred() && req.ClientCapabilities != nil && req.ClientCapabilities.DeferralAllowed {
		objectType := schema.ResourceType(k)
		unknown, err := tfprotov6.NewDynamicValue(objectType, tftypes.NewValue(objectType, tftypes.UnknownValue))
		if err != nil {
			resp.Diagnostics = bug(err)
			return resp, nil
		}
		resp.Deferred = &tfprotov6.Deferred{Reason: tfprotov6.DeferredReasonProviderConfigUnknown}
		resp.ImportedResources = []*tfprotov6.ImportedResource{{TypeName: req.TypeName, State: &unknown}}
		return resp, nil
	}
	key, err := keyOf(k, req.Identity)
	if err != nil {
		resp.Diagnostics = bug(err)
		return resp, nil
	}
	result, failures := s.resource(k).Import(ctx, req.ID, key)
	resp.Diagnostics = diagnostics(failures)
	if failures.HasError() {
		return resp, nil
	}
	imported := &tfprotov6.ImportedResource{TypeName: req.TypeName, Identity: req.Identity, Private: written}
	s.result(k, result, &imported.State, &imported.Identity, &resp.Diagnostics)
	resp.ImportedResources = []*tfprotov6.ImportedResource{imported}
	return resp, nil
}
