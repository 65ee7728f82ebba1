package schema

import (
	"fmt"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
)

// IDWord is what the primary key is called.
func IDWord(k *kind.Kind) string {
	if k.Key().Type == kind.UUID {
		return "UUID"
	}
	return "ID"
}

// resourceID says what `id` of the resource is.
func resourceID(k *kind.Kind) string {
	if k.IsAddressedByName() {
		return fmt.Sprintf("The `%s` of the %s. Other objects refer to the %[2]s by `%[3]s`.", k.Address().Name, k.Title, k.Key().Name)
	}
	return fmt.Sprintf("%s of the %s, by which other objects refer to it.", IDWord(k), k.Title)
}

// dataSourceID says what `id` of the data source is.
func dataSourceID(k *kind.Kind) string {
	text := fmt.Sprintf("%s of the %s, by which other objects refer to it.", IDWord(k), k.Title)
	return text + " " + ExactlyOne(k)
}

// ExactlyOne is the sentence on the arguments of the data source.
func ExactlyOne(k *kind.Kind) string {
	if len(k.Lookups) == 0 {
		return "Required."
	}
	ways := []string{"`" + lookup.ID + "`"}
	for _, way := range k.Lookups {
		ways = append(ways, "`"+strings.Join(way.Fields, "` with `")+"`")
	}
	if k.ManagedList {
		ways = append(ways, "`"+ManagedList+"`")
	}
	last := len(ways) - 1
	text := "Exactly one of " + strings.Join(ways[:last], ", ") + " and " + ways[last] + " must be set"
	if len(k.Selects) > 0 {
		return text + ", or any of " + names(k.Selects) + " together. If several objects match, that is an error; with the provider's `defaults = \"goauthentik\"`, the first one is taken."
	}
	return text + "."
}

// lookupMeaning says what the field is as an argument of the data source, "" for none.
func lookupMeaning(k *kind.Kind, field *kind.Field) string {
	for _, way := range k.Lookups {
		switch {
		case field.Name == way.Narrower:
			return "As an argument with " + names(way.Fields) + ", it tells several matches apart."
		case !slices.Contains(way.Fields, field.Name):
		case field.Type == kind.UUID || field.Type == kind.Int || field.Type == kind.Bool:
			return "As an argument, it selects the object. " + ExactlyOne(k)
		default:
			return "As an argument, it is compared exactly and case-sensitively. " + ExactlyOne(k)
		}
	}
	if slices.Contains(k.Selects, field.Name) {
		return "As an argument, it selects the object, as `id` says."
	}
	return ""
}

// ImportWays are the forms of an import ID, for messages and pages.
func ImportWays(k *kind.Kind) []string {
	ways := []string{"its " + IDWord(k)}
	if k.IsAddressedByName() {
		ways = append(ways, "its `"+k.Address().Name+"`")
	}
	for _, way := range k.Lookups {
		if len(way.All()) == 1 && (k.Field(way.Fields[0]) == k.Address() || k.Field(way.Fields[0]) == k.Key()) {
			continue
		}
		var parts []string
		for _, name := range way.All() {
			text := name
			switch field := k.Field(name); {
			case field.Refers.Filter != "":
				text = field.Refers.Filter + " of the " + field.Refers.Title
			case field.Type == kind.UUID && field.Refers.Title != "":
				text = "UUID of the " + field.Refers.Title
			case field.Type == kind.UUID:
				text = "UUID"
			}
			part := name + "=<" + text + ">"
			if len(parts) > 0 {
				part = "," + part
			}
			if name == way.Narrower {
				part = "[" + part + "]"
			}
			parts = append(parts, part)
		}
		ways = append(ways, "`"+strings.Join(parts, "")+"`")
	}
	return ways
}
