package server_test

import (
	"fmt"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
)

// respell is a server that generates what it is not sent, writes values in spellings of its
// own, and changes `seen` with every write.
func respell(k *kind.Kind) func(coretest.Object) {
	writes := 0
	return func(object coretest.Object) {
		writes++
		object["seen"] = fmt.Sprint("write ", writes)
		fields := k.All()
		for i := range fields {
			field := &fields[i]
			current := object[field.APIName()]
			switch {
			case current == nil && (field.Computed || field.Generated):
				object[field.APIName()] = generatedValue(field)
			case field.Type == kind.Objects:
				respellRows(current)
			case field.Type == kind.Duration && current == "hours=1":
				object[field.APIName()] = "minutes=60"
			case field.Type == kind.String && field.Nullable && current == "":
				object[field.APIName()] = nil
			case field.Type == kind.UUID && current != nil:
				object[field.APIName()] = strings.ToLower(fmt.Sprint(current))
			}
		}
	}
}

func respellRows(rows any) {
	elements, _ := rows.([]any)
	for _, element := range elements {
		row, _ := element.(map[string]any)
		if row["note"] == "" {
			row["note"] = nil
		}
		if row["span"] == "hours=1" {
			row["span"] = "minutes=60"
		}
	}
}

func generatedValue(field *kind.Field) any {
	switch {
	case field.Secret:
		return "S3cr3t-generated"
	case field.Type == kind.Objects:
		return []any{}
	}
	return few[field.Type][0]
}

// computedAttributes says of each attribute of the resource whether it is computed.
func computedAttributes(k *kind.Kind) map[string]bool {
	computed := map[string]bool{}
	for _, attribute := range schema.Resource(k).Block.Attributes {
		computed[attribute.Name] = attribute.Computed
	}
	return computed
}
