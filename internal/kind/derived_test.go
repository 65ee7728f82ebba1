package kind_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

func TestManagedFieldsAreTheResourcesAndThoseOfLookups(t *testing.T) {
	t.Parallel()
	k := at("/things/",
		kind.Field{Name: "name"}, kind.Field{Name: "component", ReadOnly: true}, kind.Field{Name: "managed", ReadOnly: true},
		kind.Field{Name: "created", ReadOnly: true, Stable: true})
	k.Lookups = []kind.Lookup{{Fields: []string{"name"}, Narrower: "managed"}}
	if got := strings.Join(fieldNames(k.Managed()), " "); got != "pk name managed created" {
		t.Error(got)
	}
}

// What is remembered of a kind's own fields is what holds for any field that says the
// same, and each field has its own.
func TestVerdictsOnFieldsOfTheKindAndOthers(t *testing.T) {
	t.Parallel()
	k := at("/providers/oauth2/", kind.Field{Name: "name"}, kind.Field{Name: "invalidation_flow"}, kind.Field{Name: "redirect_uris"}, kind.Field{Name: "client_id"})
	varies, empty := map[string]bool{}, map[string]bool{}
	fields := k.All()
	for i := range fields {
		own, other := &fields[i], fields[i]
		varies[own.Name], empty[own.Name] = k.Varies(own), k.AcceptsEmpty(own)
		if k.Varies(&other) != varies[own.Name] || k.AcceptsEmpty(&other) != empty[own.Name] {
			t.Errorf("%s is decided in another way for a copy", own.Name)
		}
	}
	if varies["name"] || !varies["invalidation_flow"] || !varies["redirect_uris"] {
		t.Errorf("varying: %v", varies)
	}
	if empty["name"] || empty["client_id"] || !empty["invalidation_flow"] {
		t.Errorf("accepting empty strings: %v", empty)
	}
}

// Terraform works on many objects of a kind at once, the first ones too.
func TestKindsAreDerivedConcurrently(t *testing.T) {
	t.Parallel()
	k := at("/providers/oauth2/", kind.Field{Name: "name"}, kind.Field{Name: "client_secret", Secret: true})
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if !slices.Equal(k.Secrets(), []string{"client_secret"}) || len(k.Shown()) != 3 || len(k.Managed()) != 3 || k.Fetched() != nil || k.Varies(k.Field("name")) {
				t.Error(k.Secrets(), fieldNames(k.Shown()), fieldNames(k.Managed()))
			}
		})
	}
	group.Wait()
}

func fieldNames(fields []kind.Field) []string {
	var names []string
	for i := range fields {
		names = append(names, fields[i].Name)
	}
	return names
}
