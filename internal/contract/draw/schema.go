package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// resolve gives the schema that a reference names, or the one that stands in its place.
func (d *document) resolve(ref *openapi3.SchemaRef) (*openapi3.Schema, error) {
	if ref.Ref == "" {
		return ref.Value, nil
	}
	if known := d.resolved[name(ref)]; known != nil {
		return known, nil
	}
	raw, found := d.Components.Schemas[name(ref)]
	if !found {
		return nil, fmt.Errorf("%s is missing", ref.Ref)
	}
	schema := new(openapi3.Schema)
	if err := json.Unmarshal(raw, schema); err != nil {
		return nil, fmt.Errorf("%s: %w", ref.Ref, err)
	}
	d.resolved[name(ref)] = schema
	return schema, nil
}

// fields lists the properties of an object's schema, nested ones included.
func (d *document) fields(ref *openapi3.SchemaRef) (contract.Definitions, error) {
	schema, err := d.resolve(ref)
	if err != nil {
		return nil, err
	}
	return d.properties("", schema, []string{ref.Ref})
}

// properties lists the properties of a schema, with names that begin with the prefix. The
// references above guard against a schema that contains itself.
func (d *document) properties(prefix string, schema *openapi3.Schema, above []string) (contract.Definitions, error) {
	var found contract.Definitions
	for property, ref := range schema.Properties {
		fields, err := d.describe(prefix+property, ref, slices.Contains(schema.Required, property), above)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", prefix+property, err)
		}
		found = append(found, fields...)
	}
	return found, nil
}

// describe gives the definition of a field, followed by those of what it contains.
func (d *document) describe(field string, ref *openapi3.SchemaRef, required bool, above []string) (contract.Definitions, error) {
	definition := contract.Definition{Name: field, Required: required}
	if ref == nil {
		definition.Type = "any"
		return contract.Definitions{definition}, nil
	}
	flat, err := d.flatten(ref, above)
	if err != nil {
		return nil, err
	}
	definition.Type = flat.kind()
	definition.Format = flat.schema.Format
	definition.Nullable = flat.schema.Nullable
	definition.ReadOnly = flat.schema.ReadOnly
	definition.WriteOnly = flat.schema.WriteOnly
	definition.MinLength = flat.schema.MinLength
	definition.MaxLength = flat.maxLength()
	definition.Minimum, definition.Maximum = whole(flat.schema.Min), whole(flat.schema.Max)
	definition.Pattern, definition.Default = flat.schema.Pattern, defaultOf(&flat.schema)
	// Sorted, because the documents list the same values in an order that changes between releases.
	slices.Sort(flat.enum)
	definition.Enum = flat.enum
	found := contract.Definitions{definition}
	if flat.recursive {
		return found, nil
	}
	inner, err := d.properties(field+".", &flat.schema, flat.refs)
	if err != nil {
		return nil, err
	}
	found = append(found, inner...)
	if flat.schema.Items != nil {
		items, err := d.describe(field+"[]", flat.schema.Items, false, flat.refs)
		if err != nil {
			return nil, err
		}
		found = append(found, items...)
	}
	return found, nil
}

// flat is a schema with its references, allOf, oneOf and anyOf merged into one.
type flat struct {
	schema    openapi3.Schema
	enum      []string
	refs      []string // the references that led here
	recursive bool     // the schema contains itself; its content is left out
}

// flatten merges what a field's schema refers to. drf-spectacular, which writes the documents,
// wraps a reference in allOf to add facts such as readOnly, and writes an enumeration that may
// be blank or null as oneOf with BlankEnum and NullEnum.
func (d *document) flatten(ref *openapi3.SchemaRef, above []string) (*flat, error) {
	merged := &flat{refs: slices.Clone(above)}
	return merged, d.merge(merged, ref)
}

func (d *document) merge(into *flat, ref *openapi3.SchemaRef) error {
	if ref.Ref != "" {
		if slices.Contains(into.refs, ref.Ref) {
			into.recursive = true
			return nil
		}
		into.refs = append(into.refs, ref.Ref)
	}
	schema, err := d.resolve(ref)
	if err != nil {
		return err
	}
	into.add(schema)
	for _, part := range slices.Concat(schema.AllOf, schema.OneOf, schema.AnyOf) {
		if err := d.merge(into, part); err != nil {
			return err
		}
	}
	return nil
}

// add adds the facts of one schema. Facts that are flags hold when any part states them.
func (f *flat) add(schema *openapi3.Schema) {
	merged := &f.schema
	if merged.Type == nil {
		merged.Type = schema.Type
	}
	if merged.Format == "" {
		merged.Format = schema.Format
	}
	if merged.Items == nil {
		merged.Items = schema.Items
	}
	if merged.AdditionalProperties.Schema == nil && merged.AdditionalProperties.Has == nil {
		merged.AdditionalProperties = schema.AdditionalProperties
	}
	merged.Nullable = merged.Nullable || schema.Nullable
	merged.ReadOnly = merged.ReadOnly || schema.ReadOnly
	merged.WriteOnly = merged.WriteOnly || schema.WriteOnly
	merged.MinLength = max(merged.MinLength, schema.MinLength)
	merged.MaxLength = cmp.Or(merged.MaxLength, schema.MaxLength)
	merged.Pattern = cmp.Or(merged.Pattern, schema.Pattern)
	if merged.Default == nil {
		merged.Default = schema.Default
	}
	merged.Min, merged.Max = cmp.Or(merged.Min, schema.Min), cmp.Or(merged.Max, schema.Max)
	merged.Required = append(merged.Required, schema.Required...)
	for property, ref := range schema.Properties {
		if merged.Properties == nil {
			merged.Properties = make(openapi3.Schemas)
		}
		merged.Properties[property] = ref
	}
	for _, value := range schema.Enum {
		if value == nil {
			merged.Nullable = true
			continue
		}
		if word := fmt.Sprint(value); !slices.Contains(f.enum, word) {
			f.enum = append(f.enum, word)
		}
	}
}

// maxLength is the greatest length of a text, 0 for any.
func (f *flat) maxLength() uint64 {
	if f.schema.MaxLength == nil {
		return 0
	}
	return *f.schema.MaxLength
}

// whole is a number's limit; the documents have whole ones only. The largest of 64 bits was
// rounded up, to what an int64 cannot hold, when the document was read.
func whole(limit *float64) *int64 {
	if limit == nil {
		return nil
	}
	number := int64(math.MaxInt64)
	if *limit < math.MaxInt64 {
		number = int64(*limit)
	}
	return &number
}

// defaultOf is the default as JSON, "" for none.
func defaultOf(schema *openapi3.Schema) string {
	if schema.Default == nil {
		return ""
	}
	text, err := json.Marshal(schema.Default)
	if err != nil {
		return "" // it was JSON before
	}
	return string(text)
}

// withoutLimits leaves out what only a request has to keep to, so that a limit that moved does
// not look like another answer.
func withoutLimits(fields contract.Definitions) contract.Definitions {
	for i := range fields {
		fields[i].MaxLength, fields[i].Minimum, fields[i].Maximum = 0, nil, nil
		fields[i].Pattern, fields[i].Default = "", ""
	}
	return fields
}

// kind is the JSON type of the merged schema.
func (f *flat) kind() string {
	types := f.schema.Type.Slice()
	switch {
	case len(types) > 0:
		return strings.ToLower(types[0])
	case f.recursive:
		return "object" // only objects contain themselves
	case len(f.schema.Properties) > 0 || f.schema.AdditionalProperties.Schema != nil:
		return "object"
	case f.schema.Items != nil:
		return "array"
	case f.enum != nil:
		return "string" // NullEnum and BlankEnum come without a type
	default:
		return "any"
	}
}
