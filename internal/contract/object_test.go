package contract_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

func theObject(t *testing.T, path string) *contract.Contract {
	t.Helper()
	found, ok := contract.Object(path)
	if !ok {
		t.Fatalf("%s is not in the table.", path)
	}
	return found
}

func TestPathsByRelease(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ path, release, want string }{
		{"/core/brands/", "2022.10.4", "/core/tenants/"},
		{"/core/brands/", "2023.10.7", "/core/tenants/"},
		{"/core/brands/", "2024.2.4", "/core/brands/"},
		{"/propertymappings/source/ldap/", "2024.6.5", "/propertymappings/ldap/"},
		{"/propertymappings/provider/rac/", "2024.2.4", "/propertymappings/rac/"},
		{"/propertymappings/provider/rac/", "2023.10.7", ""},
		{"/propertymappings/provider/scim/", "2024.8.6", "/propertymappings/provider/scim/"},
		{"/core/users/", "1.0.0", ""},
	} {
		found := theObject(t, test.path)
		if got := found.Path(test.release); got != test.want {
			t.Errorf("%s is at %q in %s, not at %q.", test.path, got, test.release, test.want)
		}
		view, exists := found.In(test.release)
		if exists != (test.want != "") || view.Path != test.want {
			t.Errorf("The view of %s in %s has the path %q.", test.path, test.release, view.Path)
		}
		if at, ok := contract.ObjectAt(test.release, test.want); ok != exists || ok && at != found {
			t.Errorf("%q leads to another object in %s.", test.want, test.release)
		}
	}
	if _, ok := contract.ObjectAt(contract.Newest(), "/core/tenants/"); ok {
		t.Error("The newest release has an object under its earlier path.")
	}
	if _, ok := contract.ObjectAt(contract.Oldest(), "/core/brands/"); ok {
		t.Error("The oldest release has an object under its later path.")
	}
}

func TestKeys(t *testing.T) {
	t.Parallel()
	for path, want := range map[string][3]string{
		"/core/applications/":             {"slug", "string", "slug"},
		"/core/brands/":                   {"brand_uuid", "uuid", "brand_uuid"},
		"/core/groups/":                   {"group_uuid", "uuid", "pk"},
		"/core/tokens/":                   {"identifier", "string", "identifier"},
		"/core/users/":                    {"id", "integer", "pk"},
		"/providers/oauth2/":              {"id", "integer", "pk"},
		"/providers/scim_users/":          {"id", "uuid", "id"},
		"/rac/endpoints/":                 {"pbm_uuid", "uuid", "pk"},
		"/enterprise/license/":            {"license_uuid", "uuid", "license_uuid"},
		"/core/application_entitlements/": {"pbm_uuid", "uuid", "pbm_uuid"},
		"/admin/settings/":                {},
		"/admin/file/":                    {},
	} {
		view, _ := theObject(t, path).In(contract.Newest())
		if got := [3]string{view.Key, view.KeyType, view.KeyField}; got != want {
			t.Errorf("The key of %s is %v, not %v.", path, got, want)
		}
	}
	if view, _ := theObject(t, "/core/brands/").In("2023.10.7"); view.Key != "tenant_uuid" || view.KeyField != "tenant_uuid" {
		t.Errorf("The key of a tenant is %s in %s.", view.Key, view.KeyField)
	}
}

func TestMethods(t *testing.T) {
	t.Parallel()
	all := contract.Methods()
	for path, want := range map[string][]contract.Method{
		"/core/users/":           all,
		"/admin/settings/":       {contract.Retrieve, contract.Update, contract.Replace},
		"/admin/file/":           {contract.List, contract.Create, contract.Delete},
		"/tasks/schedules/":      {contract.List, contract.Retrieve, contract.Update, contract.Replace},
		"/endpoints/devices/":    {contract.List, contract.Retrieve, contract.Update, contract.Replace, contract.Delete},
		"/providers/scim_users/": {contract.List, contract.Create, contract.Retrieve, contract.Delete},
		"/policies/all/":         {contract.List, contract.Retrieve, contract.Delete},
		"/root/config/":          {contract.Retrieve},
	} {
		view, _ := theObject(t, path).In(contract.Newest())
		if !slices.Equal(view.Methods, want) {
			t.Errorf("%s has %v, not %v.", path, view.Methods, want)
		}
	}
	for path, want := range map[string]bool{"/core/users/": true, "/admin/file/": false, "/admin/settings/": false} {
		if view, _ := theObject(t, path).In(contract.Newest()); view.Paged != want {
			t.Errorf("A list of %s comes in pages: %t.", path, view.Paged)
		}
	}
	if view, _ := theObject(t, "/endpoints/devices/").In(contract.Newest()); view.ListModel != "EndpointDevice" || view.Model != "EndpointDeviceDetails" {
		t.Errorf("A list of devices has %q, a device is %q.", view.ListModel, view.Model)
	}
	if view, _ := theObject(t, "/core/groups/").In(contract.Newest()); !view.Parameters.Has("include_users") || !view.Filters.Has("include_users") {
		t.Errorf("The parameters of a group are %v.", view.Parameters)
	}
}

// Enumerations of events have hundreds of values that grow with each release.
func TestLongEnumerations(t *testing.T) {
	t.Parallel()
	app, _ := theObject(t, "/policies/event_matcher/").Field(contract.InRequest, "app")
	older, _ := app.At("2022.10.4")
	newer, _ := app.At(contract.Newest())
	if slices.Contains(older.Enum, "authentik.rbac") || !slices.Contains(newer.Enum, "authentik.rbac") || !slices.IsSorted(newer.Enum) {
		t.Errorf("The oldest release has the apps %v, the newest %v.", older.Enum, newer.Enum)
	}
	for _, value := range append(older.Enum, newer.Enum...) {
		if !slices.Contains(app.Enum(), value) {
			t.Errorf("%q is not in the union.", value)
		}
	}
	name, _ := theObject(t, "/policies/event_matcher/").Field(contract.InRequest, "name")
	if name.Required("2022.10.4") || !name.Required("2022.12.3") || name.Required("1.0.0") || name.Enum() != nil {
		t.Errorf("name is %+v.", name)
	}
}

func TestDistinctViews(t *testing.T) {
	t.Parallel()
	views := 0
	for _, path := range contract.Collections() {
		found := theObject(t, path)
		var grouped []string
		groups := found.DistinctViews()
		views += len(groups)
		for _, group := range groups {
			grouped = append(grouped, group.Releases...)
			for _, release := range group.Releases {
				if view, _ := found.In(release); !same(view, group.View) {
					t.Errorf("%s differs between %s and %s.", path, release, group.Releases[0])
				}
			}
		}
		for i := range groups {
			for j := range i {
				if same(groups[i].View, groups[j].View) {
					t.Errorf("%s is the same in %s and %s.", path, groups[i].Releases, groups[j].Releases)
				}
			}
		}
		slices.SortFunc(grouped, contract.Compare)
		if !slices.Equal(grouped, found.Releases()) {
			t.Errorf("The groups of %s have %v.", path, grouped)
		}
	}
	t.Logf("%d objects have %d distinct views.", len(contract.Collections()), views)
	// 2026.5.6 still returns the secrets that the older 2026.2.7 withholds.
	for _, group := range sms(t).DistinctViews() {
		if slices.Contains(group.Releases, "2026.5.6") && !slices.Contains(group.Releases, "2026.2.2") {
			t.Errorf("2026.5.6 is with %v.", group.Releases)
		}
	}
}

// same compares two views as text.
func same(one, other contract.View) bool {
	write := func(view contract.View) string {
		table, err := contract.NewTable([]string{"2024.2.4"}, map[string]map[string]contract.View{view.Path: {"2024.2.4": view}})
		if err != nil {
			return err.Error()
		}
		var text strings.Builder
		_, _ = table.WriteTo(&text)
		return text.String()
	}
	return write(one) == write(other)
}

// An object is parsed by the first that asks, and may be asked by many at once.
func TestObjectsAreParsedConcurrently(t *testing.T) {
	t.Parallel()
	table, err := contract.Index(committed(t))
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for _, path := range table.Collections() {
				found, _ := table.Object(path)
				if view, ok := found.In(table.Newest()); !ok || view.Model == "" {
					t.Errorf("%s has no view.", path)
				}
			}
		})
	}
	group.Wait()
}

// The tokens of SCIM providers were answered up to the security releases of 2026.
func TestWriteOnly(t *testing.T) {
	t.Parallel()
	for release, want := range map[string]bool{"2023.4.3": false, "2026.2.2": false, "2026.2.7": true, "2026.5.6": false, "2026.5.8": true} {
		view, _ := theObject(t, "/providers/scim/").In(release)
		if view.WriteOnly("token") != want {
			t.Errorf("The token is write-only in %s: %t.", release, !want)
		}
		if view.WriteOnly("name") || view.WriteOnly("pk") || view.WriteOnly("no_such") {
			t.Errorf("Another field is write-only in %s.", release)
		}
	}
}
