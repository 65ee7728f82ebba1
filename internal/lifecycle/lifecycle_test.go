package lifecycle_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
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
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// Every kind that can be managed has a sample, whose full arguments are all there are.
func TestEveryKindHasACase(t *testing.T) {
	t.Parallel()
	for _, described := range provider.Kinds() {
		sample := lifecycle.Of(described.Type)
		if described.ReadOnly {
			continue
		}
		if sample.Type == "" {
			t.Errorf("%s has no sample; add one to a cases_*.go of this package", described.Type)
			continue
		}
		for i := range described.All() {
			attribute := &described.All()[i]
			value, ok := sample.Full[attribute.Name]
			if !attribute.ReadOnly && !ok && !slices.Contains(sample.Unset, attribute.Name) {
				t.Errorf("the full sample of %s lacks %s", described.Type, attribute.Name)
			}
			if attribute.Default != nil && reflect.DeepEqual(value, attribute.Default) {
				t.Errorf("in the full sample of %s, %s has its default", described.Type, attribute.Name)
			}
		}
	}
}

// Make with the least, set everything, clear everything, import, drift, loss, delete:
// every kind on every release that has it. After each apply the next plan is empty.
func TestCRUD(t *testing.T) {
	t.Parallel()
	for _, sample := range lifecycle.All() {
		for _, release := range acctest.Distinct(sample.Object().API.Path) {
			t.Run(sample.Type+"/"+release, func(t *testing.T) {
				t.Parallel()
				server := served(t, sample, release)
				provider := acctest.NewProvider(t)
				ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token()}))
				(&cycle{
					before: len(server.Objects(sample.Object().API.Path)),
					T:      t, sample: sample, object: sample.Object(), release: release, server: server, provider: provider, resource: provider.Resource(t, sample.Resource()),
				}).run()
			})
		}
	}
}

// served is a server of the release with what the sample's arguments refer to.
func served(t *testing.T, sample lifecycle.Case, release string) *authentiktest.Server {
	t.Helper()
	server := authentiktest.New(t, authentiktest.WithRelease(release))
	supply(server, sample)
	return server
}

type cycle struct {
	*testing.T

	before int // objects of the kind that others refer to

	sample   lifecycle.Case
	object   *kind.Kind
	release  string
	server   *authentiktest.Server
	provider *acctest.Provider
	resource *acctest.Managed
}

func (l *cycle) run() {
	l.resource.Replaces = l.object.API.Immutable
	minimal, full := l.sample.On(l.release, l.sample.Minimal), l.sample.On(l.release, l.sample.Full)
	l.apply(minimal)
	id := l.key()
	l.resource.Replaces = l.object.API.Immutable
	l.apply(full)
	l.stored(full)
	l.generated()
	l.apply(minimal)
	l.generated()
	l.apply(full)
	if (l.key() != id) != l.object.API.Immutable || !l.object.API.Immutable && len(l.server.Objects(l.object.API.Path)) != l.present() {
		l.Errorf("replaced: %t", l.key() != id)
	}
	l.read(full)

	for _, importID := range l.importIDs(full) {
		imported := l.provider.Resource(l.T, l.sample.Resource())
		ok(l.T, imported.Import(importID))
		_, changes, _ := imported.Plan(full)
		changes = slices.DeleteFunc(changes, func(name string) bool { return !l.returns(name) })
		if len(changes) > 0 && !l.withholds() {
			l.Errorf("after the import by %s the plan changes %v", importID, changes)
		}
		l.resource.State = imported.State
		if l.object.API.Immutable { // an update without a change, which Terraform leaves out, would fail
			l.apply(minimal)
		}
		l.apply(full)
	}

	// Drift: a change outside is seen and taken back.
	drift := l.drift()
	for name := range drift {
		l.resource.Replaces = l.resource.Replaces || l.object.ByAPI(name).Cascades
	}
	if err := l.server.Change(l.object.API.Path, l.key(), drift); err != nil {
		l.Fatal(err)
	}
	ok(l.T, l.resource.Refresh())
	if _, changes, _ := l.resource.Plan(full); !slices.Equal(l.written(changes), l.names(drift)) {
		l.Errorf("after a change of %v outside the plan changes %v", l.names(drift), changes)
	}
	l.apply(full)

	if l.object.API.Adopted {
		l.destroyed()
		return
	}

	// Loss: it is made again, with a warning.
	if err := l.server.Remove(l.object.API.Path, l.key()); err != nil {
		l.Fatal(err)
	}
	diagnostics := l.resource.Refresh()
	if l.resource.State != nil || len(diagnostics) != 1 || diagnostics[0].Severity != tfprotov6.DiagnosticSeverityWarning {
		l.Errorf("the loss is told as %s", acctest.Describe(diagnostics))
	}
	l.apply(full)
	if diagnostics := l.resource.Apply(nil); acctest.HasError(diagnostics) || l.left() != l.before {
		l.Errorf("not deleted: %s", acctest.Describe(diagnostics))
	}
}

// present is the number of objects of the kind while the resource is there.
func (l *cycle) present() int {
	if l.object.API.Adopted {
		return l.before
	}
	return l.before + 1
}

// left is the number of objects that do not count as deleted.
func (l *cycle) left() int {
	left := 0
	for _, fields := range l.server.Objects(l.object.API.Path) {
		answer := map[string]json.RawMessage{}
		for name, of := range fields {
			encoded, err := json.Marshal(of)
			if err != nil {
				l.Fatal(err)
			}
			answer[name] = encoded
		}
		if l.object.Gone == nil || !l.object.Gone(answer) {
			left++
		}
	}
	return left
}

// destroyed destroys the resource of an object that was there before, which stays only if
// the API cannot delete it.
func (l *cycle) destroyed() {
	l.Helper()
	want := l.before - 1
	if l.object.API.Kept {
		want = l.before
	}
	diagnostics := l.resource.Apply(nil)
	if got := len(l.server.Objects(l.object.API.Path)); acctest.HasError(diagnostics) || got != want {
		l.Errorf("expected %d objects after the destroy, got %d: %s", want, got, acctest.Describe(diagnostics))
	}
}

// key is the object's UUID.
func (l *cycle) key() string {
	l.Helper()
	if l.object.IsAddressedByName() {
		return text(l.T, l.resource.State[l.object.Key().Name])
	}
	return text(l.T, l.resource.State["id"])
}

func (l *cycle) drift() map[string]any {
	if l.sample.Drift != nil {
		return l.sample.Drift
	}
	return map[string]any{"name": "changed outside"}
}

// names are the attributes of the API's fields.
func (l *cycle) names(fields map[string]any) []string {
	var names []string
	for i := range l.object.All() {
		if _, ok := fields[l.object.All()[i].APIName()]; ok {
			names = append(names, l.object.All()[i].Name)
		}
	}
	return names
}

// written leaves out of planned changes what the server derives from others.
func (l *cycle) written(changes []string) []string {
	return slices.DeleteFunc(changes, func(name string) bool {
		field := l.object.Field(name)
		return field != nil && (field.Exposed || field.Derived)
	})
}

// withholds says whether an import leaves out something that the object has.
func (l *cycle) withholds() bool {
	return slices.ContainsFunc(l.object.All(), func(attribute kind.Field) bool { return attribute.IsWithheld() })
}

// importIDs are the ways of importing the object with the arguments.
func (l *cycle) importIDs(full map[string]any) []string {
	ids := []string{l.key()}
	if l.object.Key().Type == kind.UUID {
		ids[0] = strings.ToUpper(ids[0])
	}
	if l.object.IsAddressedByName() {
		ids = append(ids, fmt.Sprint(full[l.object.Address().Name]))
	}
	for _, way := range l.object.Lookups {
		var parts []string
		for _, name := range append(slices.Clone(way.Fields), way.Narrower) {
			if value, ok := full[name]; ok && !l.sample.Lacks(l.release, name) {
				parts = append(parts, fmt.Sprintf("%s=%v", name, value))
			}
		}
		whole := !slices.ContainsFunc(way.Fields, func(name string) bool {
			_, ok := full[name]
			return !ok || l.sample.Lacks(l.release, name)
		})
		if whole {
			ids = append(ids, strings.Join(parts, ","))
		}
	}
	return ids
}

// apply applies and makes sure that the next plan, after a refresh, is empty.
func (l *cycle) apply(config map[string]any) {
	l.Helper()
	ok(l.T, l.resource.Apply(config))
	ok(l.T, l.resource.Refresh())
	if _, changes, diagnostics := l.resource.Plan(config); len(changes) > 0 {
		l.Fatalf("the plan after the apply changes %v %s", changes, acctest.Describe(diagnostics))
	}
}

// stored compares what the server has with what was written.
func (l *cycle) stored(config map[string]any) {
	l.Helper()
	objects := slices.DeleteFunc(l.server.Objects(l.object.API.Path), func(fields map[string]any) bool {
		return fmt.Sprint(fields["pk"]) != l.key()
	})
	if len(objects) != 1 {
		l.Fatalf("%d objects", len(objects))
	}
	answer := l.get(text(l.T, l.resource.State["id"]))
	for i := range l.object.All() {
		field := &l.object.All()[i]
		written, ok := config[field.Name]
		if !ok || field.Local || l.sample.Lacks(l.release, field.Name) || field.Via.Path != "" && !field.ReadOnly && field.Secret {
			continue
		}
		name, _, _ := l.object.Accepted(field, l.release)
		got, ok := answer[name]
		if !ok {
			got = objects[0][name] // a secret
		}
		if field.Superset {
			got = only(l.T, got, written)
		}
		if same := normal(field, got) == normal(field, written); !same && !isText(field, got) && !field.Superset {
			l.Errorf("the server has %s = %v, not %v", field.APIName(), got, written)
		}
	}
}

// only is what the server has of what was written: the keys of an object, or the elements
// of a set.
func only(t *testing.T, got, written any) any {
	t.Helper()
	switch got := got.(type) {
	case map[string]any:
		var keys map[string]json.RawMessage
		if err := json.Unmarshal([]byte(fmt.Sprint(written)), &keys); err != nil {
			t.Fatal(err)
		}
		maps.DeleteFunc(got, func(key string, _ any) bool { return keys[key] == nil })
	case []any:
		texts, _ := written.([]string)
		return slices.DeleteFunc(got, func(element any) bool { return !slices.Contains(texts, fmt.Sprint(element)) })
	}
	return got
}

// get is the object as the server answers it.
func (l *cycle) get(id string) map[string]any {
	l.Helper()
	request, err := http.NewRequestWithContext(l.Context(), http.MethodGet, l.server.URL()+"/api/v3"+l.object.Path(l.release)+url.PathEscape(id)+"/", http.NoBody)
	if err != nil {
		l.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+l.server.Token())
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		l.Fatal(err)
	}
	defer response.Body.Close() //nolint:errcheck // it was only read
	var answer map[string]any
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		l.Fatal(err)
	}
	return answer
}

// isText says whether a release has text for what is a list of objects elsewhere.
func isText(field *kind.Field, got any) bool {
	_, text := got.(string)
	return text && field.Type == kind.Objects
}

// normal is a text by which what the server has and what was written are compared.
func normal(field *kind.Field, value any) string {
	encoded, err := json.Marshal(value)
	if err != nil {
		return err.Error()
	}
	var decoded any
	if err := json.Unmarshal(encoded, &decoded); err != nil {
		return err.Error()
	}
	return normalized(field, decoded)
}

func normalized(field *kind.Field, value any) string {
	switch value := value.(type) {
	case float64:
		if field.Type == kind.Duration {
			return "minutes=" + strconv.Itoa(int(value))
		}
	case string:
		return normalString(field, value)
	case []any:
		var texts []string
		for _, element := range value {
			texts = append(texts, normalized(&kind.Field{Type: field.Of, Fields: field.Fields}, element))
		}
		if field.Type == kind.Set {
			slices.Sort(texts)
		}
		return strings.Join(texts, "\n")
	case map[string]any:
		var texts []string
		for _, inner := range field.Fields {
			if written, ok := value[inner.Name]; ok && inner.Default == nil {
				texts = append(texts, inner.Name+"="+normalized(&inner, written))
			}
		}
		if len(field.Fields) > 0 {
			return strings.Join(texts, " ")
		}
	}
	if field.Type == kind.Set {
		return normalized(&kind.Field{Type: field.Of}, value)
	}
	return fmt.Sprint(value)
}

func normalString(field *kind.Field, value string) string {
	if field.Type == kind.UUID || field.Of == kind.UUID {
		return strings.ReplaceAll(strings.ToLower(value), "-", "")
	}
	if point, err := time.Parse(time.RFC3339, value); err == nil && field.Type == kind.Time {
		return point.UTC().String()
	}
	var decoded any
	if field.Type == kind.JSON && json.Unmarshal([]byte(value), &decoded) == nil {
		return fmt.Sprint(decoded)
	}
	return strings.TrimSpace(value)
}

// returns says whether the release has the argument in its answers.
func (l *cycle) returns(name string) bool {
	table, _ := contract.Object(l.object.API.Path)
	view, _ := table.In(l.release)
	return !l.sample.Lacks(l.release, name) && slices.ContainsFunc(l.object.Field(name).APINames(), view.Response.Has)
}

// read reads the object by its data sources and finds what was written.
func (l *cycle) read(full map[string]any) {
	l.Helper()
	asked := map[string]any{"id": l.key()}
	for _, field := range l.object.Fetched() {
		asked[field.Fetch.Switch] = true
	}
	state, diagnostics := l.provider.Read(l.sample.Resource(), asked)
	ok(l.T, diagnostics)
	for _, name := range slices.Sorted(maps.Keys(full)) {
		if value, shown := state[name]; shown && value.IsNull() && l.returns(name) && !strings.HasPrefix(name, "auth") && name != "password" {
			l.Errorf("the data source has no %s", name)
		}
	}
	many, diagnostics := l.provider.Read(provider.Name+"_"+l.object.Plural, map[string]any{})
	ok(l.T, diagnostics)
	var found []tftypes.Value
	if err := many["objects"].As(&found); err != nil || len(found) != l.present() && l.object.Gone == nil {
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
