package main_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	draw "github.com/authentik-iac/terraform-provider-authentik/internal/contract/draw"
)

// documents is where the API documents are: beside the repository, not in it.
const documents = "../../../../shared/openapi"

func TestCommittedTableIsFresh(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat(documents); err != nil {
		t.Skipf("The API documents are not at hand: %v", err)
	}
	committed, err := os.ReadFile("../testdata/contract.txt")
	if err != nil {
		t.Fatal(err)
	}
	table, paths, err := draw.Draw(os.DirFS(documents))
	if err != nil {
		t.Fatal(err)
	}
	var fresh bytes.Buffer
	if _, err := table.WriteTo(&fresh); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(committed), "\n"), strings.Split(fresh.String(), "\n")); diff != "" {
		t.Errorf("The table is not what the documents say; run `make contract`:\n%s", diff)
	}
	if diff := cmp.Diff(contract.Paths(), paths); diff != "" {
		t.Errorf("The paths are not those of the newest document; run `make contract`:\n%s", diff)
	}
}

// document is a small API document with everything that drawing has to resolve.
const document = `{
  "paths": {
    "/x/": {
      "get": {
        "parameters": [
          {"in": "query", "name": "kind", "schema": {"$ref": "#/components/schemas/Kind"}},
          {"$ref": "#/components/parameters/QueryName"},
          {"in": "query", "name": "page", "schema": {"type": "integer"}},
          {"in": "query", "name": "tags", "schema": {"type": "array", "items": {"type": "string"}}}
        ],
        "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Page"}}}, "description": ""}}
      },
      "post": {
        "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/XRequest"}}}},
        "responses": {}
      }
    },
    "/x/{x_id}/": {
      "get": {
        "parameters": [{"in": "path", "name": "x_id", "schema": {"type": "integer"}}],
        "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/X"}}}, "description": ""}}
      }
    },
    "/x/{x_id}/used_by/": {"get": {"responses": {}}}
  },
  "components": {
    "parameters": {"QueryName": {"in": "query", "name": "name", "schema": {"type": "string"}}},
    "schemas": {
      "Page": {"type": "object", "properties": {"results": {"type": "array", "items": {"$ref": "#/components/schemas/X"}}}},
      "Kind": {"type": "string", "enum": ["b", "a"]},
      "BlankEnum": {"enum": [""]},
      "NullEnum": {"enum": [null]},
      "X": {
        "type": "object",
        "required": ["pk"],
        "properties": {
          "pk": {"type": "integer", "readOnly": true},
          "kind": {"allOf": [{"$ref": "#/components/schemas/Kind"}], "readOnly": true},
          "either": {"oneOf": [{"$ref": "#/components/schemas/Kind"}, {"$ref": "#/components/schemas/BlankEnum"}, {"$ref": "#/components/schemas/NullEnum"}]},
          "free": {},
          "map": {"type": "object", "additionalProperties": {}},
          "parent": {"allOf": [{"$ref": "#/components/schemas/X"}], "nullable": true},
          "ids": {"type": "array", "items": {"type": "string", "format": "uuid"}},
          "inner": {"type": "object", "required": ["deep"], "properties": {"deep": {"type": "number", "format": "double"}}}
        }
      },
      "XRequest": {"type": "object", "required": ["secret"], "properties": {"secret": {"type": "string", "writeOnly": true, "minLength": 1}}}
    }
  }
}`

const drawn = `
releases 2024.2.4 2024.10.5

object /x/ 2024.10.5..
model X 2024.10.5..
key x_id integer pk 2024.10.5..
methods list create retrieve 2024.10.5..
list paged 2024.10.5..
response either string nullable enum=|a|b 2024.10.5..
response free any 2024.10.5..
response ids array 2024.10.5..
response ids[] string format=uuid 2024.10.5..
response inner object 2024.10.5..
response inner.deep number format=double required 2024.10.5..
response kind string read-only enum=a|b 2024.10.5..
response map object 2024.10.5..
response parent object nullable 2024.10.5..
response pk integer required read-only 2024.10.5..
request secret string required write-only min-length=1 2024.10.5..
filter kind string enum=a|b 2024.10.5..
filter name string 2024.10.5..
filter tags array 2024.10.5..
filter tags[] string 2024.10.5..
`

func TestDraw(t *testing.T) {
	t.Parallel()
	table, paths, err := draw.Draw(fstest.MapFS{
		"authentik-2024.10.5.json": {Data: []byte(document)},
		"authentik-2024.2.4.json":  {Data: []byte(`{"paths": {}}`)},
		"README.md":                {Data: []byte("not a document")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	if _, err := table.WriteTo(&text); err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(text.String(), drawn) {
		t.Errorf("The table is:\n%s", text.String())
	}
	want := []contract.Path{
		{Path: "/x/", Methods: []string{"GET", "POST"}, Object: "/x/"},
		{Path: "/x/{x_id}/", Methods: []string{"GET"}, Object: "/x/"},
		{Path: "/x/{x_id}/used_by/", Methods: []string{"GET"}, Object: "/x/"},
	}
	if diff := cmp.Diff(want, paths); diff != "" {
		t.Error(diff)
	}
}

func TestDrawRefuses(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ file, content, want string }{
		"no document":      {"other.json", "{}", "no document"},
		"no JSON":          {"authentik-2024.2.4.json", "x", "authentik-2024.2.4.json"},
		"missing schema":   {"authentik-2024.2.4.json", strings.Replace(document, `"Kind": {`, `"Other": {`, 1), "schemas/Kind is missing"},
		"no key field":     {"authentik-2024.2.4.json", strings.ReplaceAll(document, `"pk"`, `"number"`), "no field of the answer holds x_id"},
		"unaccounted path": {"authentik-2024.2.4.json", strings.Replace(document, "/x/{x_id}/used_by/", "/y/{y_id}/start/", 1), "/y/{y_id}/start/ is of no object and not excluded"},
		"bad release":      {"authentik-main.json", document, `"main" is not a release`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, _, err := draw.Draw(fstest.MapFS{test.file: {Data: []byte(test.content)}})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("The error is %v, wanted one with %q.", err, test.want)
			}
		})
	}
}
