package lifecycle_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// Every kind that can be managed has a life, whose full arguments are all there are.
func TestEveryKindHasALife(t *testing.T) {
	t.Parallel()
	for _, described := range provider.Objects() {
		life := lifecycle.Of(described.Type)
		if described.ReadOnly {
			continue
		}
		if life.Type == "" {
			t.Errorf("%s has no life; add one to a lives_*.go of this package", described.Type)
			continue
		}
		for i := range described.Attributes {
			attribute := &described.Attributes[i]
			value, ok := life.Full[attribute.Name]
			if !attribute.ReadOnly && !ok {
				t.Errorf("the full life of %s lacks %s", described.Type, attribute.Name)
			}
			if attribute.Default != nil && reflect.DeepEqual(value, attribute.Default) {
				t.Errorf("in the full life of %s, %s has its default", described.Type, attribute.Name)
			}
		}
	}
}

// Make with the least, set everything, clear everything, import, drift, loss, delete:
// every kind on every release that has it. After each apply the next plan is empty.
func TestLifeOfEveryKindOnEveryRelease(t *testing.T) {
	t.Parallel()
	for _, life := range lifecycle.All() {
		table, _ := contract.Object(life.Object().Path)
		for _, release := range table.Releases() {
			t.Run(life.Type+"/"+release, func(t *testing.T) {
				t.Parallel()
				server := served(t, life, release)
				provider := acctest.NewProvider(t)
				ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token()}))
				(&living{
					T: t, life: life, object: life.Object(), release: release, server: server, provider: provider, resource: provider.Resource(t, life.Resource()),
				}).run()
			})
		}
	}
}

// served is a server of the release with what the life's arguments refer to.
func served(t *testing.T, life lifecycle.Life, release string) *authentiktest.Server {
	t.Helper()
	server := authentiktest.New(t, authentiktest.WithRelease(release))
	for path, others := range life.Others {
		for _, other := range others {
			server.Add(path, other)
		}
	}
	return server
}

type living struct {
	*testing.T

	life     lifecycle.Life
	object   *object.Object
	release  string
	server   *authentiktest.Server
	provider *acctest.Provider
	resource *acctest.Managed
}

func (l *living) run() {
	minimal, full := l.life.On(l.release, l.life.Minimal), l.life.On(l.release, l.life.Full)
	l.apply(minimal)
	id := l.key()
	l.apply(full)
	l.stored(full)
	l.apply(minimal)
	l.apply(full)
	if l.key() != id || len(l.server.Objects(l.object.Path)) != 1 {
		l.Error("the object was replaced")
	}
	l.read(full)

	for _, importID := range l.importIDs(full) {
		imported := l.provider.Resource(l.T, l.life.Resource())
		ok(l.T, imported.Import(importID))
		_, changes, _ := imported.Plan(full)
		changes = slices.DeleteFunc(changes, func(name string) bool { return l.life.Lacks(l.release, name) })
		if len(changes) > 0 && !l.hasSecret() {
			l.Errorf("after the import by %s the plan changes %v", importID, changes)
		}
		l.resource.State = imported.State
		l.apply(full)
	}

	// Drift: a change outside is seen and taken back.
	drift := l.drift()
	if err := l.server.Change(l.object.Path, l.key(), drift); err != nil {
		l.Fatal(err)
	}
	ok(l.T, l.resource.Refresh())
	if _, changes, _ := l.resource.Plan(full); !slices.Equal(changes, l.names(drift)) {
		l.Errorf("after a change of %v outside the plan changes %v", l.names(drift), changes)
	}
	l.apply(full)

	// Loss: it is made again, with a warning.
	if err := l.server.Remove(l.object.Path, l.key()); err != nil {
		l.Fatal(err)
	}
	diagnostics := l.resource.Refresh()
	if l.resource.State != nil || len(diagnostics) != 1 || diagnostics[0].Severity != tfprotov6.DiagnosticSeverityWarning {
		l.Errorf("the loss is told as %s", acctest.Describe(diagnostics))
	}
	l.apply(full)
	if diagnostics := l.resource.Apply(nil); acctest.HasError(diagnostics) || len(l.server.Objects(l.object.Path)) != 0 {
		l.Errorf("not deleted: %s", acctest.Describe(diagnostics))
	}
}

// key is the object's UUID.
func (l *living) key() string {
	l.Helper()
	if l.object.Slug != "" {
		return text(l.T, l.resource.State["uuid"])
	}
	return text(l.T, l.resource.State["id"])
}

func (l *living) drift() map[string]any {
	if l.life.Drift != nil {
		return l.life.Drift
	}
	return map[string]any{"name": "changed outside"}
}

// names are the attributes of the API's fields.
func (l *living) names(fields map[string]any) []string {
	var names []string
	for i := range l.object.Attributes {
		if _, ok := fields[l.object.Attributes[i].APIName()]; ok {
			names = append(names, l.object.Attributes[i].Name)
		}
	}
	return names
}

func (l *living) hasSecret() bool {
	return slices.ContainsFunc(l.object.Attributes, func(attribute object.Attribute) bool { return attribute.Secret })
}

// importIDs are the ways of importing the object with the arguments.
func (l *living) importIDs(full map[string]any) []string {
	ids := []string{strings.ToUpper(l.key())}
	if l.object.Slug != "" {
		ids = append(ids, fmt.Sprint(full[l.object.Slug]))
	}
	for _, way := range l.object.Lookups {
		var parts []string
		for _, name := range append(slices.Clone(way.Attributes), way.Narrower) {
			if value, ok := full[name]; ok && !l.life.Lacks(l.release, name) {
				parts = append(parts, fmt.Sprintf("%s=%v", name, value))
			}
		}
		if len(parts) >= len(way.Attributes) {
			ids = append(ids, strings.Join(parts, ","))
		}
	}
	return ids
}

// apply applies and makes sure that the next plan, after a refresh, is empty.
func (l *living) apply(config map[string]any) {
	l.Helper()
	ok(l.T, l.resource.Apply(config))
	ok(l.T, l.resource.Refresh())
	if _, changes, diagnostics := l.resource.Plan(config); len(changes) > 0 {
		l.Fatalf("the plan after the apply changes %v %s", changes, acctest.Describe(diagnostics))
	}
}

// stored compares what the server has with what was written.
func (l *living) stored(config map[string]any) {
	l.Helper()
	objects := l.server.Objects(l.object.Path)
	if len(objects) != 1 {
		l.Fatalf("%d objects", len(objects))
	}
	for i := range l.object.Attributes {
		attribute := &l.object.Attributes[i]
		written, ok := config[attribute.Name]
		if got := objects[0][attribute.APIName()]; ok && !l.life.Lacks(l.release, attribute.Name) && normal(attribute, got) != normal(attribute, written) {
			l.Errorf("the server has %s = %v, not %v", attribute.APIName(), got, written)
		}
	}
}

// normal is a text by which what the server has and what was written are compared.
func normal(attribute *object.Attribute, value any) string {
	if number, ok := value.(float64); ok && attribute.Kind == object.Duration {
		return "minutes=" + strconv.Itoa(int(number))
	}
	switch value := value.(type) {
	case string:
		if attribute.Kind == object.UUID {
			return strings.ReplaceAll(strings.ToLower(value), "-", "")
		}
		if point, err := time.Parse(time.RFC3339, value); err == nil && attribute.Kind == object.Time {
			return point.UTC().String()
		}
		var decoded any
		if attribute.Kind == object.JSON && json.Unmarshal([]byte(value), &decoded) == nil {
			return fmt.Sprint(decoded)
		}
		return strings.TrimSpace(value)
	case []string:
		return elements(attribute, value)
	case []any:
		return elements(attribute, value)
	}
	return fmt.Sprint(value)
}

func elements[T any](attribute *object.Attribute, values []T) string {
	var texts []string
	for _, value := range values {
		texts = append(texts, normal(&object.Attribute{Kind: attribute.Of}, value))
	}
	if attribute.Kind == object.Set {
		slices.Sort(texts)
	}
	return strings.Join(texts, "\n")
}

// read reads the object by its data sources and finds what was written.
func (l *living) read(full map[string]any) {
	l.Helper()
	state, diagnostics := l.provider.Read(l.life.Resource(), map[string]any{"id": text(l.T, l.resource.State["id"])})
	ok(l.T, diagnostics)
	for _, name := range slices.Sorted(maps.Keys(full)) {
		if value, shown := state[name]; shown && value.IsNull() && !l.life.Lacks(l.release, name) && !strings.HasPrefix(name, "auth") && name != "password" {
			l.Errorf("the data source has no %s", name)
		}
	}
	many, diagnostics := l.provider.Read(provider.Name+"_"+l.object.Plural, map[string]any{})
	ok(l.T, diagnostics)
	var found []tftypes.Value
	if err := many["objects"].As(&found); err != nil || len(found) != 1 {
		l.Errorf("the plural data source found %d objects: %v", len(found), err)
	}
}

func text(t *testing.T, value tftypes.Value) string {
	t.Helper()
	var text string
	if err := value.As(&text); err != nil {
		t.Fatal(err)
	}
	return text
}

// ok fails the test for an error.
func ok(t *testing.T, diagnostics []*tfprotov6.Diagnostic) {
	t.Helper()
	if acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
}
