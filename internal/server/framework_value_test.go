package server_test

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/types/basetypes"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// spelled is a string of which several spellings mean the same: the framework's way to keep
// the user's is semantic equality.
type spelled struct {
	basetypes.StringType
	field *kind.Field
}

func (s spelled) Equal(other attr.Type) bool {
	same, ok := other.(spelled)
	return ok && same.field.Type == s.field.Type
}
func (s spelled) String() string                       { return "spelled" }
func (s spelled) ValueType(context.Context) attr.Value { return spelledValue{field: s.field} }

func (s spelled) ValueFromString(_ context.Context, of basetypes.StringValue) (basetypes.StringValuable, diag.Diagnostics) {
	return spelledValue{of, s.field}, nil
}

func (s spelled) ValueFromTerraform(ctx context.Context, of tftypes.Value) (attr.Value, error) {
	read, err := s.StringType.ValueFromTerraform(ctx, of)
	plain, _ := read.(basetypes.StringValue)
	return spelledValue{plain, s.field}, err
}

type spelledValue struct {
	basetypes.StringValue
	field *kind.Field
}

func (v spelledValue) Type(context.Context) attr.Type { return spelled{field: v.field} }

func (v spelledValue) Equal(other attr.Value) bool {
	same, ok := other.(spelledValue)
	return ok && v.StringValue.Equal(same.StringValue)
}

func (v spelledValue) StringSemanticEquals(_ context.Context, before basetypes.StringValuable) (bool, diag.Diagnostics) {
	same, ok := before.(spelledValue)
	return ok && value.SameString(v.field, same.ValueString(), v.ValueString()), nil
}

// unordered is a list of strings that is compared as a set.
type unordered struct{ basetypes.ListType }

func (u unordered) Equal(other attr.Type) bool {
	_, ok := other.(unordered)
	return ok
}
func (u unordered) String() string                       { return "unordered" }
func (u unordered) ValueType(context.Context) attr.Value { return unorderedValue{} }

func (u unordered) ValueFromList(_ context.Context, of basetypes.ListValue) (basetypes.ListValuable, diag.Diagnostics) {
	return unorderedValue{of}, nil
}

func (u unordered) ValueFromTerraform(ctx context.Context, of tftypes.Value) (attr.Value, error) {
	read, err := u.ListType.ValueFromTerraform(ctx, of)
	plain, _ := read.(basetypes.ListValue)
	return unorderedValue{plain}, err
}

type unorderedValue struct{ basetypes.ListValue }

func (v unorderedValue) Type(context.Context) attr.Type { return unorderedType }

func (v unorderedValue) Equal(other attr.Value) bool {
	same, ok := other.(unorderedValue)
	return ok && v.ListValue.Equal(same.ListValue)
}

func (v unorderedValue) ListSemanticEquals(_ context.Context, before basetypes.ListValuable) (bool, diag.Diagnostics) {
	same, ok := before.(unorderedValue)
	return ok && subset(v.ListValue, same.ListValue) && subset(same.ListValue, v.ListValue), nil
}

// subset says whether all elements of a list are in another one.
func subset(one, other basetypes.ListValue) bool {
	there := map[string]bool{}
	for _, element := range other.Elements() {
		there[element.String()] = true
	}
	for _, element := range one.Elements() {
		if !there[element.String()] {
			return false
		}
	}
	return true
}

var unorderedType = unordered{basetypes.ListType{ElemType: basetypes.StringType{}}}
