package provider_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// Every attribute of every kind is described in a sentence.
func TestEveryAttributeIsDescribed(t *testing.T) {
	t.Parallel()
	schema := acctest.NewProvider(t).Schema()
	schemas := map[string]*tfprotov6.Schema{"provider": schema.Provider}
	for _, one := range provider.Kinds() {
		name := provider.Name + "_" + one.Type
		if schema.DataSourceSchemas[name] == nil || schema.DataSourceSchemas[provider.Name+"_"+one.Plural] == nil {
			t.Errorf("%s lacks a data source", name)
		}
		if managed := schema.ResourceSchemas[name] != nil && schema.ListResourceSchemas[name] != nil; managed == one.ReadOnly {
			t.Errorf("%s is managed: %v", name, managed)
		}
	}
	for _, kind := range []map[string]*tfprotov6.Schema{schema.ResourceSchemas, schema.DataSourceSchemas, schema.ListResourceSchemas} {
		for name, one := range kind {
			schemas[name] = one
			described(t, name, one.Block.Attributes)
			if one.Block.Description == "" {
				t.Errorf("%s is not described", name)
			}
		}
	}
	described(t, "provider", schema.Provider.Block.Attributes)
}

func described(t *testing.T, name string, attributes []*tfprotov6.SchemaAttribute) {
	t.Helper()
	for _, attribute := range attributes {
		if text := attribute.Description; len(text) < 10 || !strings.HasSuffix(text, ".") {
			t.Errorf("%s.%s is described as %q", name, attribute.Name, text)
		}
		if attribute.NestedType != nil {
			described(t, name+"."+attribute.Name, attribute.NestedType.Attributes)
		}
	}
}

// What not every release has says so, and what is a secret is marked.
func TestDescriptionsNameTheReleases(t *testing.T) {
	t.Parallel()
	schema := acctest.NewProvider(t).Schema()
	for _, one := range provider.Kinds() {
		table, _ := contract.Object(one.API.Path)
		releases := table.Releases()
		if want := "Needs authentik " + branch(releases[0]) + " or later."; releases[0] != contract.Oldest() {
			if got := schema.DataSourceSchemas[provider.Name+"_"+one.Type].Block.Description; !strings.Contains(got, want) {
				t.Errorf("%s does not say %q: %s", one.Type, want, got)
			}
		}
		attributes := map[string]*tfprotov6.SchemaAttribute{}
		for _, attribute := range schema.DataSourceSchemas[provider.Name+"_"+one.Type].Block.Attributes {
			attributes[attribute.Name] = attribute
			if attribute.NestedType != nil {
				for _, inner := range attribute.NestedType.Attributes {
					attributes[attribute.Name+"[]."+inner.Name] = inner
				}
			}
		}
		for _, field := range table.Response() {
			attribute, secret := attributes[attributeOf(one, field.Name)], isSecret(one, field.Name)
			if described := one.ByAPI(field.Name); attribute == nil || described != nil && len(described.Formerly) > 0 {
				continue // an array's item, or a field of several names
			}
			for _, bound := range []struct {
				release, end, words string
			}{{field.First(), releases[0], "ince authentik "}, {field.Last(), releases[len(releases)-1], "p to authentik "}} {
				want := bound.words + branch(bound.release)
				if branch(field.First()) == branch(field.Last()) && field.Last() != contract.Newest() {
					want = "In authentik " + branch(bound.release) + " only."
				}
				if secret && field.Last() != contract.Newest() {
					want = "later releases do not, and it is null"
				}
				if bound.release != bound.end && !strings.Contains(attribute.Description, want) {
					t.Errorf("%s.%s does not say %q: %s", one.Type, field.Name, want, attribute.Description)
				}
			}
			if attribute.Sensitive != isHidden(one, field.Name) {
				t.Errorf("%s.%s is sensitive: %v", one.Type, field.Name, attribute.Sensitive)
			}
		}
	}
}

// branch is the year and month of a release.
func branch(release string) string { return release[:strings.LastIndex(release, ".")] }

// attributeOf is the name of a field's attribute, which differs for some.
func attributeOf(described *kind.Kind, field string) string {
	if found := described.ByAPI(field); found != nil {
		return found.Name
	}
	return field
}

func isSecret(described *kind.Kind, field string) bool {
	found := described.ByAPI(field)
	return found != nil && found.Secret
}

// isHidden says whether no plan shows the field's attribute.
func isHidden(described *kind.Kind, field string) bool {
	found := described.ByAPI(field)
	return found != nil && (found.Secret || found.Confidential)
}
