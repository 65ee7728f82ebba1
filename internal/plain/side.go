package plain

import (
	"strconv"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/int64planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Side is one of the two objects of a [Pair].
type Side struct {
	// Name is the argument.
	Name string
	// Reference is the kind of object. Its IDs are UUIDs, with Number integers, or with
	// Named what [kind.Reference.Filter] says, such as the slug.
	Reference     kind.Reference
	Number, Named bool
	// Whole is the argument of that kind's resource that manages the relation as a whole,
	// empty for none.
	Whole string
	// Description is that of the argument.
	Description string
}

func (s Side) attribute(title string) schema.Attribute {
	description := s.Description + " Another value replaces the " + title + "."
	if s.Number {
		return schema.Int64Attribute{Required: true, MarkdownDescription: description, PlanModifiers: []planmodifier.Int64{int64planmodifier.RequiresReplace()}}
	}
	field, modifiers := &kind.Field{Type: kind.UUID, Required: true, Refers: s.Reference}, KeepsUUID(true)
	if s.Named {
		field.Type, modifiers = kind.String, []planmodifier.String{stringplanmodifier.RequiresReplace()}
	}
	return schema.StringAttribute{
		Required: true, MarkdownDescription: description, PlanModifiers: modifiers,
		Validators: []validator.String{String(field)},
	}
}

// canonical is the ID in the one spelling that is compared; false for what is no ID.
func (s Side) canonical(written string) (string, bool) {
	switch {
	case s.Number:
		number, err := strconv.ParseInt(written, 10, 64)
		return strconv.FormatInt(number, 10), err == nil
	case s.Named:
		return written, written != "" && value.Trim(written) == written
	}
	return value.CanonicalUUID(written)
}

// ways are the forms that an import takes for the object.
func (s Side) ways() string {
	switch {
	case s.Named:
		return "the " + s.Reference.Title + " by its " + s.Reference.Filter
	case s.Number:
		return "the " + s.Reference.Title + " by its ID or its " + s.Reference.Filter
	}
	return "the " + s.Reference.Title + " by its UUID or its " + s.Reference.Filter
}

// with names the object in a sentence.
func (s Side) with(id string) string {
	called := "ID"
	if s.Named {
		called = s.Reference.Filter
	}
	return s.Reference.Title + " with the " + called + " `" + id + "`"
}

func (s Side) value(id string) attr.Value {
	if number, err := strconv.ParseInt(id, 10, 64); s.Number && err == nil {
		return types.Int64Value(number)
	}
	return types.StringValue(id)
}
