package main_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	draw "github.com/authentik-iac/terraform-provider-authentik/internal/contract/draw"
)

// answers is an operation that answers with a schema.
func answers(schema string) string {
	return `{"responses": {"200": {"content": {"application/json": {"schema": ` + schema + `}}, "description": ""}}}`
}

// ref refers to a schema.
func ref(name string) string { return `{"$ref": "#/components/schemas/` + name + `"}` }

// page is the schema of a page of a list.
func page(item string) string {
	return `{"type": "object", "properties": {"results": {"type": "array", "items": ` + ref(item) + `}}}`
}

// with is a document with these paths and schemas, in JSON.
func with(paths, schemas map[string]string) *fstest.MapFile {
	members := func(of map[string]string) string {
		var all []string
		for name, value := range of {
			all = append(all, fmt.Sprintf("%q: %s", name, value))
		}
		return strings.Join(all, ", ")
	}
	return &fstest.MapFile{Data: []byte(`{"paths": {` + members(paths) + `}, "components": {"schemas": {` + members(schemas) + `}}}`)}
}

var things = map[string]string{
	"Thing":        `{"type": "object", "required": ["slug"], "properties": {"slug": {"type": "string"}, "icon": {"type": "string"}}}`,
	"ThingDetails": `{"type": "object", "properties": {"slug": {"type": "string"}, "size": {"type": "integer"}}}`,
	"ThingRequest": `{"type": "object", "properties": {"slug": {"type": "string", "pattern": "^a b$", "default": "a b"}}}`,
}

const slugParameter = `"parameters": [{"in": "path", "name": "slug", "schema": {"type": "string"}}]`

// view reads one document and gives what it says about an object.
func view(t *testing.T, path string, paths map[string]string) contract.View {
	t.Helper()
	table, _, err := draw.Draw(fstest.MapFS{"authentik-2025.12.4.json": with(paths, things)})
	if err != nil {
		t.Fatal(err)
	}
	object, ok := table.Object(path)
	if !ok {
		t.Fatalf("There are only %v.", table.Collections())
	}
	found, _ := object.In("2025.12.4")
	return found
}

func TestStylesOfObjects(t *testing.T) {
	t.Parallel()
	writes := `{"requestBody": {"content": {"application/json": {"schema": ` + ref("ThingRequest") + `}}}, "responses": {}}`
	form := `{"requestBody": {"content": {"multipart/form-data": {"schema": ` + ref("ThingRequest") + `}}}, "responses": {}}`
	action := `{"responses": {}}`
	for name, test := range map[string]struct {
		path, want string
		paths      map[string]string
	}{
		"singleton": {"/settings/", "[retrieve update replace] Thing paged=false  slug", map[string]string{
			"/settings/": `{"get": ` + answers(ref("Thing")) + `, "put": ` + writes + `, "patch": ` + writes + `, "post": ` + action + `}`,
		}},
		"plain list without single objects": {"/files/", "[list create delete] Thing paged=false  slug", map[string]string{
			"/files/": `{"get": ` + answers(`{"type": "array", "items": `+ref("Thing")+`}`) + `, "post": ` + form + `, "delete": ` + action + `}`,
		}},
		"look-up": {"/types/", "[list] Thing paged=false  ", map[string]string{
			"/types/": `{"get": ` + answers(`{"type": "array", "items": `+ref("Thing")+`}`) + `}`,
		}},
		"no create": {"/devices/", "[list retrieve replace] ThingDetails paged=true Thing slug", map[string]string{
			"/devices/":        `{"get": ` + answers(page("Thing")) + `}`,
			"/devices/{slug}/": `{"get": {` + slugParameter + `, ` + answers(ref("ThingDetails"))[1:] + `, "put": ` + writes + `}`,
		}},
		"no list": {"/odd/", "[create retrieve] Thing paged=false  slug", map[string]string{
			"/odd/":        `{"post": ` + writes + `}`,
			"/odd/{slug}/": `{"get": {` + slugParameter + `, ` + answers(ref("Thing"))[1:] + `}`,
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			found := view(t, test.path, test.paths)
			var sent []string
			for _, definition := range found.Request {
				sent = append(sent, definition.Name)
				if definition.Pattern != "^a b$" || definition.Default != `"a b"` {
					t.Errorf("The field is %+v.", definition)
				}
			}
			got := fmt.Sprintf("%v %s paged=%t %s %s", found.Methods, found.Model, found.Paged, found.ListModel, strings.Join(sent, ","))
			if got != test.want {
				t.Errorf("It is %s, not %s.", got, test.want)
			}
		})
	}
}

// An object goes on under the path of a newer release.
func TestRenamedPath(t *testing.T) {
	t.Parallel()
	table, _, err := draw.Draw(fstest.MapFS{
		"authentik-2023.10.7.json": with(map[string]string{"/core/tenants/": `{"get": ` + answers(page("Thing")) + `}`}, things),
		"authentik-2024.2.4.json":  with(map[string]string{"/core/brands/": `{"get": ` + answers(page("Thing")) + `}`}, things),
	})
	if err != nil {
		t.Fatal(err)
	}
	object, ok := table.Object("/core/brands/")
	if !ok || len(table.Collections()) != 1 {
		t.Fatalf("There are %v.", table.Collections())
	}
	if old, now := object.Path("2023.10.7"), object.Path("2024.2.4"); old != "/core/tenants/" || now != "/core/brands/" {
		t.Errorf("It is at %s, then at %s.", old, now)
	}
}

// What the recordings contradict is corrected for the releases that have it wrong.
func TestFieldCorrections(t *testing.T) {
	t.Parallel()
	sources := with(map[string]string{"/sources/all/": `{"get": ` + answers(page("Source")) + `}`}, map[string]string{
		"Source": `{"type": "object", "required": ["icon", "slug"], "properties": {
			"icon": {"type": "string"}, "slug": {"type": "string"}, "attributes": {}, "footer_links": {}}}`,
	})
	table, _, err := draw.Draw(fstest.MapFS{
		"authentik-2023.10.7.json": sources, "authentik-2025.2.4.json": sources, "authentik-2025.12.4.json": sources,
	})
	if err != nil {
		t.Fatal(err)
	}
	object, _ := table.Object("/sources/all/")
	for release, want := range map[string]contract.Definitions{
		"2023.10.7": {{Name: "icon", Type: "string"}, {Name: "attributes", Type: "any"}},
		"2025.2.4":  {{Name: "icon", Type: "string"}, {Name: "attributes", Type: "object"}},
		"2025.12.4": {{Name: "icon", Type: "string", Required: true}, {Name: "attributes", Type: "any"}},
	} {
		want = append(want, contract.Definition{Name: "slug", Type: "string", Required: true}, contract.Definition{Name: "footer_links", Type: "any"})
		found, _ := object.In(release)
		for _, definition := range want {
			got, _ := found.Response.Get(definition.Name)
			if diff := cmp.Diff(definition, got); diff != "" {
				t.Errorf("In %s: %s", release, diff)
			}
		}
	}
}

// The document of 2022.10.4 has a field in the body of PATCH alone, which the server takes in POST too.
func TestFieldOfPatchAlone(t *testing.T) {
	t.Parallel()
	body := func(schema string) string {
		return `"requestBody": {"content": {"application/json": {"schema": ` + schema + `}}}, "responses": {}}`
	}
	found := view(t, "/x/", map[string]string{
		"/x/": `{"get": ` + answers(page("Thing")) + `, "post": {` + body(ref("ThingRequest")) + `}`,
		"/x/{slug}/": `{"get": {` + slugParameter + `, ` + answers(ref("Thing"))[1:] + `, "patch": {` +
			body(`{"type": "object", "properties": {"slug": {"type": "integer"}, "late": {"type": "string"}}}`) + `}`,
	})
	slug, _ := found.Request.Get("slug")
	if !found.Request.Has("late") || slug.Type != "string" || len(found.Request) != 2 {
		t.Errorf("The request is %+v.", found.Request)
	}
}

// The bounds of 64 bits stay what they are, although a document's numbers are read as floats.
func TestLargestLimits(t *testing.T) {
	t.Parallel()
	body := `{"type": "object", "properties": {"size": {"type": "integer", "minimum": -9223372036854775808, "maximum": 9223372036854775807}}}`
	writes := `{"requestBody": {"content": {"application/json": {"schema": ` + body + `}}}, "responses": {}}`
	found := view(t, "/settings/", map[string]string{"/settings/": `{"get": ` + answers(ref("Thing")) + `, "put": ` + writes + `}`})
	size, _ := found.Request.Get("size")
	if size.Minimum == nil || size.Maximum == nil || *size.Minimum != math.MinInt64 || *size.Maximum != math.MaxInt64 {
		t.Errorf("read as %+v", size)
	}
}
