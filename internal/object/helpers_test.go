package object_test

import (
	"math/big"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
)

const thingID = "2c56e12c-0fea-496b-a1e4-c39d9945129e"

// thing has an attribute of every kind.
var thing = object.Object{
	Type:    "thing",
	Title:   "thing of every kind",
	Path:    "/things/",
	Model:   "authentik_things.thing",
	Lookups: []object.Lookup{object.By("name")},
	Attributes: []object.Attribute{
		{Name: "pk", Kind: object.UUID, ReadOnly: true},
		{Name: "name"},
		{Name: "other_name", Key: "provider"},
		{Name: "flag", Kind: object.Bool},
		{Name: "count_of", Kind: object.Int},
		{Name: "reference", Kind: object.UUID},
		{Name: "secret", Secret: true},
		{
			Name: "parts", Kind: object.Objects, Order: []string{"slug", "pk"},
			Attributes: []object.Attribute{
				{Name: "pk"},
				{Name: "slug"},
				{Name: "size", Kind: object.Int},
				{Name: "address", Clean: func(string) string { return "cleaned" }},
			},
		},
		{
			Name: "rows", Kind: object.Objects,
			Attributes: []object.Attribute{{Name: "slug"}},
		},
		{Name: "ratio", Kind: object.Float},
		{Name: "span", Kind: object.Duration},
		{Name: "until", Kind: object.Time},
		{Name: "free", Kind: object.JSON},
		{Name: "ordered", Kind: object.List},
		{Name: "unordered", Kind: object.Set, Of: object.UUID},
		{Name: "one", Kind: object.Nested, Attributes: []object.Attribute{{Name: "slug"}, {Name: "size", Kind: object.Int}}},
	},
}

// result is what a read came to.
type result struct {
	t           *testing.T
	state       tfsdk.State
	diagnostics diag.Diagnostics
}

// read reads the data source of thing, with these arguments, from a server that
// answers every request with the body.
func read(t *testing.T, arguments map[string]any, body string) result {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(body))
	}))
	t.Cleanup(server.Close)
	address, err := client.ParseURL(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	return readWith(t, arguments, &object.Connection{Client: client.New(client.Config{URL: address, Token: "token"})})
}

func readWith(t *testing.T, arguments map[string]any, connection *object.Connection) result {
	t.Helper()
	source := object.NewDataSource(&thing)
	var schema datasource.SchemaResponse
	source.Schema(t.Context(), datasource.SchemaRequest{}, &schema)
	if diagnostics := schema.Schema.ValidateImplementation(t.Context()); diagnostics.HasError() {
		t.Fatal(diagnostics)
	}
	if configurable, ok := source.(datasource.DataSourceWithConfigure); ok {
		var resp datasource.ConfigureResponse
		configurable.Configure(t.Context(), datasource.ConfigureRequest{ProviderData: connection}, &resp)
		if resp.Diagnostics.HasError() {
			t.Fatal(resp.Diagnostics)
		}
	}
	kind, ok := schema.Schema.Type().TerraformType(t.Context()).(tftypes.Object)
	if !ok {
		t.Fatal("the schema is no object")
	}
	values := make(map[string]tftypes.Value, len(kind.AttributeTypes))
	for name, attributeType := range kind.AttributeTypes {
		values[name] = tftypes.NewValue(attributeType, arguments[name])
	}
	req := datasource.ReadRequest{Config: tfsdk.Config{Schema: schema.Schema, Raw: tftypes.NewValue(kind, values)}}
	resp := datasource.ReadResponse{State: tfsdk.State{Schema: schema.Schema, Raw: tftypes.NewValue(kind, nil)}}
	source.Read(t.Context(), req, &resp)
	if !resp.Diagnostics.HasError() {
		if err := tftypes.ValidateValue(kind, resp.State.Raw); err == nil && !resp.State.Raw.IsFullyKnown() {
			t.Error("the state is not known as a whole")
		}
	} else if !resp.State.Raw.IsNull() {
		t.Error("an error left a state behind")
	}
	return result{t: t, state: resp.State, diagnostics: resp.Diagnostics}
}

// succeeded fails the test where the read did.
func (r result) succeeded() result {
	r.t.Helper()
	if r.diagnostics.HasError() {
		r.t.Fatal(r.diagnostics)
	}
	return r
}

// failed returns the one error's text.
func (r result) failed() string {
	r.t.Helper()
	if r.diagnostics.ErrorsCount() != 1 {
		r.t.Fatalf("%d errors: %v", r.diagnostics.ErrorsCount(), r.diagnostics)
	}
	return r.diagnostics.Errors()[0].Detail()
}

// text is the text in the state at the path; null is false.
func (r result) text(at path.Path) (string, bool) {
	r.t.Helper()
	var value types.String
	if diagnostics := r.state.GetAttribute(r.t.Context(), at, &value); diagnostics.HasError() {
		r.t.Fatal(diagnostics)
	}
	return value.ValueString(), !value.IsNull()
}

// value is the value of an attribute in Go's terms; null is nil.
func (r result) value(name string) any {
	r.t.Helper()
	attributes := map[string]tftypes.Value{}
	if err := r.state.Raw.As(&attributes); err != nil {
		r.t.Fatal(err)
	}
	return r.plain(attributes[name])
}

func (r result) plain(value tftypes.Value) any {
	r.t.Helper()
	var (
		text     string
		number   big.Float
		elements []tftypes.Value
		fields   map[string]tftypes.Value
	)
	switch {
	case value.IsNull():
		return nil
	case value.As(&text) == nil:
		return text
	case value.As(&number) == nil:
		return number.Text('g', 10)
	case value.As(&elements) == nil:
		var values []any
		for _, element := range elements {
			values = append(values, r.plain(element))
		}
		return values
	case value.As(&fields) != nil:
		r.t.Fatalf("%s is of no kind", value)
	}
	values := map[string]any{}
	for key, field := range fields {
		values[key] = r.plain(field)
	}
	return values
}
