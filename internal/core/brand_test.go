package core_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const (
	brandsPath    = "/core/brands/"
	brandFlowType = "authentik_brand_flow"
)

// branded is a server with the brand of the installation and two flows.
func branded(t *testing.T, release string) (server *authentiktest.Server, brand string, flows []string) {
	t.Helper()
	server = authentiktest.New(t, authentiktest.WithRelease(release))
	for _, slug := range []string{"recovery", "another"} {
		flows = append(flows, server.Add("/flows/instances/", map[string]any{"name": slug, "slug": slug, "title": slug, "designation": "recovery"}))
	}
	brand, _ = server.Objects(brandsPath)[0]["pk"].(string)
	return server, brand, flows
}

// A second default brand is refused with what to do instead.
func TestSecondDefaultBrand(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2023.10.7", "2026.8.5"} {
		server, brand, _ := branded(t, release)
		provider := connect(t, server)
		diagnostics := provider.Resource(t, "authentik_brand").Apply(map[string]any{"domain": "example.com", "default": true})
		described := acctest.Describe(diagnostics)
		if len(diagnostics) != 1 || !strings.Contains(diagnostics[0].Attribute.String(), `"default"`) || !strings.Contains(described, "terraform import <address> default=true") || !strings.Contains(described, "authentik_brand_flow") {
			t.Errorf("%s: reported as %s", release, described)
		}
		if len(server.Objects(brandsPath)) != 1 {
			t.Errorf("%s: a brand was created", release)
		}
		imported := provider.Resource(t, "authentik_brand")
		must(t, imported.Import("default=true"))
		state, diagnostics := provider.Read("authentik_brand", map[string]any{"default": true})
		must(t, diagnostics)
		if !state["id"].Equal(imported.State["id"]) || !strings.Contains(state["id"].String(), brand) {
			t.Errorf("%s: found %s and %s, not %s", release, state["id"], imported.State["id"], brand)
		}
	}
}

// Who may not change brands is told the permission that the server's release has.
func TestPermissionsOnBrands(t *testing.T) {
	t.Parallel()
	for release, permission := range map[string]string{"2023.10.7": "`authentik_tenants.change_tenant`", "2026.8.5": "`authentik_brands.change_brand`"} {
		server, brand, flows := branded(t, release)
		provider := acctest.NewProvider(t)
		must(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.AddToken("view"), "max_retries": 0}))
		expectError(t, provider.Resource(t, brandFlowType).Apply(map[string]any{"brand": brand, "purpose": "recovery", "flow": flows[0]}), permission)
		whole := provider.Resource(t, "authentik_brand")
		must(t, whole.Import(brand))
		expectError(t, whole.Apply(map[string]any{"domain": "authentik-default", "default": true, "branding_title": "another"}), permission)
	}
}

// One flow of a brand is set and taken away again; everything else of the brand stays.
func TestBrandFlow(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2022.10.4", "2023.10.7", "2026.8.5"} {
		server, brand, flows := branded(t, release)
		resource := connect(t, server).Resource(t, brandFlowType)
		config := map[string]any{"brand": strings.ToUpper(brand), "purpose": "recovery", "flow": flows[0]}
		if diagnostics := resource.Apply(config); len(diagnostics) > 0 {
			t.Errorf("%s: %s", release, acctest.Describe(diagnostics))
		}
		set := func() any { return server.Objects(brandsPath)[0]["flow_recovery"] }
		if set() != flows[0] || server.Objects(brandsPath)[0]["branding_title"] != "authentik" {
			t.Errorf("%s: the brand is %v", release, server.Objects(brandsPath)[0])
		}
		imported := connect(t, server).Resource(t, brandFlowType)
		must(t, imported.Import(brand+":recovery"))
		if _, changes, _ := imported.Plan(map[string]any{"brand": brand, "purpose": "recovery", "flow": flows[0]}); len(changes) > 0 {
			t.Errorf("%s: after the import the plan changes %v", release, changes)
		}
		// Drift is seen and taken back; a flow that somebody else has set is left there.
		changed(t, server.Change(brandsPath, brand, map[string]any{"flow_recovery": flows[1]}))
		must(t, resource.Refresh())
		if _, changes, _ := resource.Plan(config); len(changes) != 1 || changes[0] != "flow" {
			t.Errorf("%s: the plan changes %v", release, changes)
		}
		must(t, resource.Apply(config))
		must(t, resource.Apply(nil))
		if set() != nil {
			t.Errorf("%s: the brand has %v", release, set())
		}
	}
}

// What another flow was set before is named, because it does not come back; and a flow
// that something else has set meanwhile is not taken away.
func TestBrandFlowOfSomebodyElse(t *testing.T) {
	t.Parallel()
	server, brand, flows := branded(t, "2026.8.5")
	changed(t, server.Change(brandsPath, brand, map[string]any{"flow_recovery": flows[1]}))
	resource := connect(t, server).Resource(t, brandFlowType)
	diagnostics := resource.Apply(map[string]any{"brand": brand, "purpose": "recovery", "flow": flows[0]})
	if must(t, diagnostics); len(diagnostics) != 1 || !strings.Contains(diagnostics[0].Detail, flows[1]) {
		t.Errorf("reported as %s", acctest.Describe(diagnostics))
	}
	changed(t, server.Change(brandsPath, brand, map[string]any{"flow_recovery": flows[1]}))
	must(t, resource.Apply(nil))
	if set := server.Objects(brandsPath)[0]["flow_recovery"]; set != flows[1] {
		t.Errorf("the brand has %v", set)
	}
}

// The flow, or the brand as a whole, is gone: the resource is created again, and deleting
// it is no error.
func TestBrandFlowIsLost(t *testing.T) {
	t.Parallel()
	server, brand, flows := branded(t, "2026.8.5")
	config := map[string]any{"brand": brand, "purpose": "recovery", "flow": flows[0]}
	lose := map[string]func() error{
		"flow":  func() error { return server.Change(brandsPath, brand, map[string]any{"flow_recovery": nil}) },
		"brand": func() error { return server.Remove(brandsPath, brand) },
	}
	for _, name := range []string{"flow", "brand"} {
		refreshed, deleted := connect(t, server).Resource(t, brandFlowType), connect(t, server).Resource(t, brandFlowType)
		must(t, refreshed.Apply(config))
		must(t, deleted.Apply(config))
		changed(t, lose[name]())
		if diagnostics := refreshed.Refresh(); len(diagnostics) != 1 || acctest.HasError(diagnostics) || refreshed.State != nil {
			t.Errorf("the loss of the %s is reported as %s", name, acctest.Describe(diagnostics))
		}
		must(t, deleted.Apply(nil))
	}
}

func TestBrandFlowsThatAreRefused(t *testing.T) {
	t.Parallel()
	server, brand, flows := branded(t, "2022.12.3")
	provider := connect(t, server)
	for name, bad := range map[string]struct {
		config map[string]any
		words  string
	}{
		"purpose":       {map[string]any{"brand": brand, "purpose": "flow_recovery", "flow": flows[0]}, "for these purposes: authentication"},
		"release":       {map[string]any{"brand": brand, "purpose": "lockdown", "flow": flows[0]}, "since authentik 2026.5"},
		"slug":          {map[string]any{"brand": brand, "purpose": "recovery", "flow": "recovery"}, "Use `uuid` of the flow"},
		"unknown flow":  {map[string]any{"brand": brand, "purpose": "recovery", "flow": brand}, "flow"},
		"unknown brand": {map[string]any{"brand": flows[0], "purpose": "recovery", "flow": flows[0]}, "Brand not found"},
	} {
		if diagnostics := provider.Resource(t, brandFlowType).Apply(bad.config); !acctest.HasError(diagnostics) || !strings.Contains(acctest.Describe(diagnostics), bad.words) {
			t.Errorf("%s: reported as %s", name, acctest.Describe(diagnostics))
		}
	}
	for _, id := range []string{"", brand, brand + ":", brand + ":flow", "x:recovery"} {
		if diagnostics := provider.Resource(t, brandFlowType).Import(id); !acctest.HasError(diagnostics) {
			t.Errorf("%q is imported", id)
		}
	}
}

// Several flows of one brand are set at the same time, which the server by itself would
// lose some of.
func TestBrandFlowsAtOnce(t *testing.T) {
	t.Parallel()
	server, brand, flows := branded(t, "2026.8.5")
	provider := connect(t, server)
	var applied sync.WaitGroup
	failures := make(chan string, 4)
	for _, purpose := range []string{"recovery", "authentication", "invalidation", "device_code"} {
		resource := provider.Resource(t, brandFlowType)
		applied.Go(func() {
			if diagnostics := resource.Apply(map[string]any{"brand": brand, "purpose": purpose, "flow": flows[0]}); acctest.HasError(diagnostics) {
				failures <- fmt.Sprintf("%s: %s", purpose, acctest.Describe(diagnostics))
			}
		})
	}
	applied.Wait()
	close(failures)
	for failure := range failures {
		t.Error(failure)
	}
	stored := server.Objects(brandsPath)[0]
	for _, purpose := range []string{"recovery", "authentication", "invalidation", "device_code"} {
		if stored["flow_"+purpose] != flows[0] {
			t.Errorf("the brand has no flow for %s", purpose)
		}
	}
}

func changed(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
