package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"maps"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// UpgradeResourceState reads a state as it is stored, of this provider or, after
// `terraform state replace-provider`, of goauthentik/authentik.
func (s *Server) UpgradeResourceState(ctx context.Context, req *tfprotov6.UpgradeResourceStateRequest) (*tfprotov6.UpgradeResourceStateResponse, error) {
	k, ok := s.managed[req.TypeName]
	if !ok {
		return during(ctx, req, s.Framework.UpgradeResourceState)
	}
	state, err := stored(k, req.RawState)
	if err != nil {
		return &tfprotov6.UpgradeResourceStateResponse{Diagnostics: bug(err)}, nil
	}
	return &tfprotov6.UpgradeResourceStateResponse{UpgradedState: state}, nil
}

// MoveResourceState takes over the state of another provider's resource of the same type,
// by a `moved` block.
func (s *Server) MoveResourceState(ctx context.Context, req *tfprotov6.MoveResourceStateRequest) (*tfprotov6.MoveResourceStateResponse, error) {
	k, ok := s.managed[req.TargetTypeName]
	if !ok {
		return during(ctx, req, s.Framework.MoveResourceState)
	}
	if source, known := s.managed[req.SourceTypeName]; !known || source != k {
		return &tfprotov6.MoveResourceStateResponse{Diagnostics: []*tfprotov6.Diagnostic{{
			Severity: tfprotov6.DiagnosticSeverityError, Summary: "Cannot move the resource",
			Detail: "A " + req.SourceTypeName + " cannot become a " + req.TargetTypeName + ". Import the object instead.",
		}}}, nil
	}
	state, err := moved(k, req.SourceState)
	if err != nil {
		return &tfprotov6.MoveResourceStateResponse{Diagnostics: bug(err)}, nil
	}
	return &tfprotov6.MoveResourceStateResponse{TargetState: state, TargetPrivate: req.SourcePrivate}, nil
}

// moved reads the JSON of another resource's state, in which what is a write-only argument
// here may have a value.
func moved(k *kind.Kind, raw *tfprotov6.RawState) (*tfprotov6.DynamicValue, error) {
	objectType := schema.ResourceType(k)
	encoded, err := stored(k, raw)
	if err != nil {
		return nil, err
	}
	state, err := decode(encoded, objectType)
	if err != nil {
		return nil, err
	}
	if state == nil {
		return nil, errors.New("the state that is moved is null")
	}
	fields := k.All()
	for i := range fields {
		if field := &fields[i]; field.Secret && !field.ReadOnly {
			state[field.Name+diagnostic.WriteOnlySuffix] = value.NullString()
		}
	}
	return encode(state, objectType)
}

// stored reads a state's JSON. Attributes that the resource does not have are dropped,
// those that it lacks are null, and numbers and strings convert into each other. A state
// with exactly the resource's attributes is passed on as it is.
func stored(k *kind.Kind, raw *tfprotov6.RawState) (*tfprotov6.DynamicValue, error) {
	if raw == nil || raw.JSON == nil {
		return nil, errors.New("the state is not JSON, as Terraform 0.12 and later write it")
	}
	var attributes map[string]json.RawMessage
	if err := json.Unmarshal(raw.JSON, &attributes); err != nil {
		return nil, err
	}
	objectType := schema.ResourceType(k)
	if attributes == nil {
		return encode(nil, objectType)
	}
	if isCurrent(attributes, objectType) {
		return &tfprotov6.DynamicValue{JSON: raw.JSON}, nil
	}
	state := make(value.Object, len(objectType.AttributeTypes))
	for name, attributeType := range objectType.AttributeTypes {
		read, err := storedAttribute(attributes[name], attributeType)
		if err != nil {
			return nil, errors.New("the attribute `" + name + "` in the state is of another type than the schema's")
		}
		state[name] = read
	}
	return encode(state, objectType)
}

// isCurrent says whether a state has exactly the attributes of a type whose attributes
// are all scalars or lists of them.
func isCurrent(attributes map[string]json.RawMessage, objectType tftypes.Object) bool {
	if len(attributes) != len(objectType.AttributeTypes) {
		return false
	}
	for name, attributeType := range objectType.AttributeTypes {
		raw, ok := attributes[name]
		if !ok || !fits(raw, attributeType) {
			return false
		}
	}
	return true
}

// fits says whether JSON is certainly of a type, a list of scalars included.
func fits(raw json.RawMessage, attributeType tftypes.Type) bool {
	if len(raw) == 0 || raw[0] == 'n' {
		return true
	}
	switch {
	case attributeType.Is(tftypes.String):
		return raw[0] == '"'
	case attributeType.Is(tftypes.Bool):
		return raw[0] == 't' || raw[0] == 'f'
	case attributeType.Is(tftypes.Number):
		return raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9'
	}
	list, ok := attributeType.(tftypes.List)
	switch {
	case !ok || raw[0] != '[':
		return false
	case list.ElementType.Is(tftypes.String):
		return !bytes.ContainsAny(raw[1:], "[{") // of strings with such characters nothing is certain
	}
	return list.ElementType.Is(tftypes.Number) && !bytes.ContainsAny(raw[1:], `[{"tf`)
}

// storedAttribute reads one attribute.
func storedAttribute(raw json.RawMessage, attributeType tftypes.Type) (tftypes.Value, error) {
	if len(raw) == 0 || raw[0] == 'n' {
		return tftypes.NewValue(attributeType, nil), nil
	}
	if attributeType.Is(tftypes.Number) && string(raw) == `""` {
		return tftypes.NewValue(attributeType, nil), nil // as goauthentik/authentik's SDK wrote none
	}
	return tftypes.ValueFromJSONWithOpts(raw, attributeType, tftypes.ValueFromJSONOpts{IgnoreUndefinedAttributes: true})
}

// UpgradeResourceIdentity reads an identity as it is stored.
func (s *Server) UpgradeResourceIdentity(ctx context.Context, req *tfprotov6.UpgradeResourceIdentityRequest) (*tfprotov6.UpgradeResourceIdentityResponse, error) {
	k, ok := s.managed[req.TypeName]
	if !ok {
		return during(ctx, req, s.Framework.UpgradeResourceIdentity)
	}
	if req.RawIdentity == nil {
		return &tfprotov6.UpgradeResourceIdentityResponse{}, nil
	}
	decoded, err := req.RawIdentity.UnmarshalWithOpts(schema.IdentityType(k), tfprotov6.UnmarshalOpts{ValueFromJSONOpts: tftypes.ValueFromJSONOpts{IgnoreUndefinedAttributes: true}})
	if err != nil {
		return &tfprotov6.UpgradeResourceIdentityResponse{Diagnostics: bug(err)}, nil
	}
	if decoded.IsNull() {
		return &tfprotov6.UpgradeResourceIdentityResponse{Diagnostics: bug(errors.New("the stored identity is null"))}, nil
	}
	encoded, err := encode(value.Attributes(decoded), schema.IdentityType(k))
	if err != nil {
		return &tfprotov6.UpgradeResourceIdentityResponse{Diagnostics: bug(err)}, nil
	}
	return &tfprotov6.UpgradeResourceIdentityResponse{UpgradedIdentity: &tfprotov6.ResourceIdentityData{IdentityData: encoded}}, nil
}

// GenerateResourceConfig is the configuration for an object that Terraform imports: what
// a configuration may set and what is not the default anyway.
func (s *Server) GenerateResourceConfig(ctx context.Context, req *tfprotov6.GenerateResourceConfigRequest) (*tfprotov6.GenerateResourceConfigResponse, error) {
	k, ok := s.managed[req.TypeName]
	if !ok {
		return during(ctx, req, s.Framework.GenerateResourceConfig)
	}
	objectType := schema.ResourceType(k)
	state, err := decode(req.State, objectType)
	if err != nil {
		return &tfprotov6.GenerateResourceConfigResponse{Diagnostics: bug(err)}, nil
	}
	config, err := encode(s.resource(k).Generate(maps.Clone(state)), objectType)
	if err != nil {
		return &tfprotov6.GenerateResourceConfigResponse{Diagnostics: bug(err)}, nil
	}
	return &tfprotov6.GenerateResourceConfigResponse{Config: config}, nil
}
