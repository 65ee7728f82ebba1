package server

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// decode reads a value of the protocol as an object of the type; nil for null and for no
// value.
func decode(dynamic *tfprotov6.DynamicValue, objectType tftypes.Object) (value.Object, error) {
	if dynamic == nil {
		return nil, nil //nolint:nilnil // no value is null
	}
	decoded, err := dynamic.Unmarshal(objectType)
	if err != nil {
		return nil, fmt.Errorf("the value that Terraform sent does not fit the schema: %w", err)
	}
	return value.Attributes(decoded), nil
}

// encode writes an object of the type; nil is null. Attributes that are missing are null.
func encode(object value.Object, objectType tftypes.Object) (*tfprotov6.DynamicValue, error) {
	whole, err := assemble(object, objectType)
	if err != nil {
		return nil, err
	}
	encoded, err := tfprotov6.NewDynamicValue(objectType, whole)
	return &encoded, err
}

func assemble(object value.Object, objectType tftypes.Object) (tftypes.Value, error) {
	if object == nil {
		return tftypes.NewValue(objectType, nil), nil
	}
	attributes := make(map[string]tftypes.Value, len(objectType.AttributeTypes))
	for name, attributeType := range objectType.AttributeTypes {
		attribute, ok := object[name]
		if !ok || attribute.Type() == nil {
			attribute = tftypes.NewValue(attributeType, nil)
		}
		attributes[name] = attribute
	}
	if err := tftypes.ValidateValue(objectType, attributes); err != nil {
		return tftypes.Value{}, fmt.Errorf("a value does not fit the schema: %w", err)
	}
	return tftypes.NewValue(objectType, attributes), nil
}

// identity writes a primary key as the identity; nil for none.
func identity(k *kind.Kind, key string) (*tfprotov6.ResourceIdentityData, error) {
	if key == "" {
		return nil, nil //nolint:nilnil // no key is no identity
	}
	encoded, err := encode(value.Object{schema.IdentityAttribute(k): value.Text(key)}, schema.IdentityType(k))
	return &tfprotov6.ResourceIdentityData{IdentityData: encoded}, err
}

// keyOf reads the primary key of an identity; "" for none.
func keyOf(k *kind.Kind, data *tfprotov6.ResourceIdentityData) (string, error) {
	if data == nil || data.IdentityData == nil {
		return "", nil
	}
	decoded, err := decode(data.IdentityData, schema.IdentityType(k))
	return value.String(decoded[schema.IdentityAttribute(k)]), err
}

// diagnostics converts the framework's diagnostics.
func diagnostics(from diag.Diagnostics) []*tfprotov6.Diagnostic {
	var found []*tfprotov6.Diagnostic
	for _, one := range from {
		converted := &tfprotov6.Diagnostic{Summary: one.Summary(), Detail: one.Detail(), Severity: tfprotov6.DiagnosticSeverityError}
		if one.Severity() == diag.SeverityWarning {
			converted.Severity = tfprotov6.DiagnosticSeverityWarning
		}
		if located, ok := one.(diag.DiagnosticWithPath); ok {
			converted.Attribute = attributePath(located.Path())
		}
		found = append(found, converted)
	}
	return found
}

// attributePath converts a path that consists of attribute names.
func attributePath(from path.Path) *tftypes.AttributePath {
	converted := tftypes.NewAttributePath()
	for _, step := range from.Steps() {
		if name, ok := step.(path.PathStepAttributeName); ok {
			converted = converted.WithAttributeName(string(name))
		}
	}
	return converted
}

// bug is a failure that no configuration can cause.
func bug(err error) []*tfprotov6.Diagnostic {
	return []*tfprotov6.Diagnostic{{
		Severity: tfprotov6.DiagnosticSeverityError, Summary: "Bug in the provider",
		Detail: err.Error() + ". Please report this.",
	}}
}
