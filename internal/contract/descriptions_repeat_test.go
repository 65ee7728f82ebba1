package contract_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// options are what the contract may have by itself, each with what removes it.
var options = map[string]func(*kind.Field){
	"Type":     func(f *kind.Field) { f.Type = kind.FromContract },
	"Of":       func(f *kind.Field) { f.Of = kind.FromContract },
	"ReadOnly": func(f *kind.Field) { f.ReadOnly = false },
	"Required": func(f *kind.Field) { f.Required = false },
	"Optional": func(f *kind.Field) { f.Optional = false },
	"Nullable": func(f *kind.Field) { f.Nullable = false },
	"Default": func(f *kind.Field) {
		if !f.Optional { // an argument that the API requires, optional because of this default
			f.Default = nil
		}
	},
	"Values":   func(f *kind.Field) { f.Values = nil },
	"Min, Max": func(f *kind.Field) { f.Min, f.Max = 0, 0 },
}

// A description says only what the contract does not. A field that several kinds share
// may say what the contract has for only some of them.
func TestDescriptionsDoNotRepeatTheContract(t *testing.T) {
	t.Parallel()
	repeated := map[string]bool{}
	for _, described := range provider.Kinds() {
		for i := range described.Fields {
			field := &described.Fields[i]
			noteOptions(repeated, described, field, func(k *kind.Kind) *kind.Field { return &k.Fields[i] })
			for j := range field.Fields {
				noteOptions(repeated, described, &field.Fields[j], func(k *kind.Kind) *kind.Field {
					k.Fields[i].Fields = slices.Clone(k.Fields[i].Fields)
					return &k.Fields[i].Fields[j]
				})
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(repeated)) {
		if repeated[name] {
			t.Errorf("the contract has it: %s", name)
		}
	}
}

// noteOptions notes for each option that a field has whether the contract has it, for every
// kind with the field so far.
func noteOptions(repeated map[string]bool, described *kind.Kind, field *kind.Field, at func(*kind.Kind) *kind.Field) {
	before := shape(described)
	for option, remove := range options {
		without := *field
		if remove(&without); shapeOf(&without) == shapeOf(field) {
			continue
		}
		changed := with(described, slices.Clone(described.Fields))
		remove(at(changed))
		key := fmt.Sprintf("%s of %s (%s)", option, field.Name, field.Description)
		sofar, seen := repeated[key]
		repeated[key] = shape(changed) == before && (sofar || !seen)
	}
}

// shape is all that the fields of a kind come to. The order of values does not matter.
func shape(k *kind.Kind) string {
	var text strings.Builder
	for _, field := range k.All() {
		text.WriteString(shapeOf(&field))
		for i := range field.Fields {
			text.WriteString(shapeOf(&field.Fields[i]))
		}
	}
	return text.String()
}

func shapeOf(f *kind.Field) string {
	return fmt.Sprintln(f.Name, f.Type, f.Of, f.ReadOnly, f.Required, f.Optional, f.MustBeSet(), f.Nullable, slices.Sorted(slices.Values(f.Values)), f.Min, f.Max, fmt.Sprintf("%T%v", f.Default, f.Default))
}
