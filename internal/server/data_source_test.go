package server_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

func TestDataSourcesOverTheProtocol(t *testing.T) {
	t.Parallel()
	tf := serve(t, coretest.Thing(mode))
	tf.fake.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "mode": "x"})
	for typeName, test := range map[string]struct {
		objectType     tftypes.Object
		config, failed value.Object
		want           map[string]string
	}{
		"test_thing":  {schema.DataSourceType(tf.kind), coretest.DataConfig(tf.kind, values{"name": "a"}), coretest.DataConfig(tf.kind, values{"name": "b"}), map[string]string{"mode": `"x"`}},
		"test_things": {schema.PluralType(tf.kind), coretest.Filters(tf.kind, values{}), coretest.Filters(tf.kind, values{"search": " "}), map[string]string{"ids": `["` + coretest.FirstID + `"]`}},
	} {
		validated, err := tf.ValidateDataResourceConfig(t.Context(), &tfprotov6.ValidateDataResourceConfigRequest{TypeName: typeName, Config: dynamic(t, test.objectType, test.config)})
		if err != nil || len(validated.Diagnostics) > 0 {
			t.Errorf("%s: %s, %v", typeName, messages(validated.Diagnostics), err)
		}
		resp, err := tf.ReadDataSource(t.Context(), &tfprotov6.ReadDataSourceRequest{TypeName: typeName, Config: dynamic(t, test.objectType, test.config)})
		if err != nil || len(resp.Diagnostics) > 0 {
			t.Fatalf("%s: %s, %v", typeName, messages(resp.Diagnostics), err)
		}
		expect(t, typeName, tf.object(resp.State, test.objectType), test.want)
		validated, _ = tf.ValidateDataResourceConfig(t.Context(), &tfprotov6.ValidateDataResourceConfigRequest{TypeName: typeName, Config: dynamic(t, test.objectType, test.failed)})
		resp, _ = tf.ReadDataSource(t.Context(), &tfprotov6.ReadDataSourceRequest{TypeName: typeName, Config: dynamic(t, test.objectType, test.failed)})
		if len(validated.Diagnostics) == 0 && (len(resp.Diagnostics) == 0 || resp.State != nil) {
			t.Errorf("%s: no error", typeName)
		}
	}
}

// results lists; the failure is the message of the result that has one.
func (tf *terraform) results(config values, limit int64, whole bool) (found []tfprotov6.ListResourceResult, failure string) {
	tf.Helper()
	objectType := schema.ListType(tf.kind)
	given := value.Object{}
	for name, attribute := range coretest.Filters(tf.kind, config) {
		if _, ok := objectType.AttributeTypes[name]; ok {
			given[name] = attribute
		}
	}
	encoded := dynamic(tf, objectType, given)
	validated, err := tf.ValidateListResourceConfig(tf.Context(), &tfprotov6.ValidateListResourceConfigRequest{TypeName: "test_thing", Config: encoded})
	if err != nil || len(validated.Diagnostics) > 0 {
		return nil, messages(validated.Diagnostics)
	}
	stream, err := tf.ListResource(tf.Context(), &tfprotov6.ListResourceRequest{TypeName: "test_thing", Config: encoded, Limit: limit, IncludeResource: whole})
	if err != nil {
		tf.Fatal(err)
	}
	for result := range stream.Results {
		if len(result.Diagnostics) > 0 {
			return found, messages(result.Diagnostics)
		}
		found = append(found, result)
	}
	return found, ""
}

// A list leaves out what cannot be managed and what counts as deleted; the limit counts
// the others.
func TestListsLeaveOutWhatCannotBeManaged(t *testing.T) {
	t.Parallel()
	is := func(name string) func(map[string]json.RawMessage) bool {
		return func(answer map[string]json.RawMessage) bool { return string(answer["name"]) == `"`+name+`"` }
	}
	k := coretest.Thing()
	k.Gone, k.Unmanaged = is("gone"), &kind.Unmanaged{Is: is("taken"), Are: "things that are taken"}
	tf := serve(t, k)
	for i, name := range []string{"gone", "taken", "a", "b", "c"} {
		tf.fake.Add(coretest.Object{"pk": fmt.Sprintf("%08d-0000-4000-8000-000000000000", i), "name": name})
	}
	for limit, want := range map[int64]string{1: "a", 2: "a b", 0: "a b c", 100: "a b c"} {
		found, failure := tf.results(values{}, limit, true)
		var names []string
		for _, one := range found {
			names = append(names, one.DisplayName)
		}
		if got := strings.Join(names, " "); got != want || failure != "" {
			t.Errorf("limit %d: %s, %s", limit, got, failure)
		}
	}
}

// The limit counts what the filters let through, not what the server sends.
func TestListOverTheProtocol(t *testing.T) {
	t.Parallel()
	k := coretest.Thing(mode, code)
	k.Filters = []string{"mode"}
	tf := serve(t, k)
	tf.fake.Unfiltered = []string{"mode"}
	for i := range 120 {
		of := "static"
		if i%13 == 12 {
			of = "flow"
		}
		tf.fake.Add(coretest.Object{"pk": fmt.Sprintf("%08d-0000-4000-8000-000000000000", i), "name": fmt.Sprint("n", i), "mode": of, "code": "S3cr3t"})
	}
	for limit, want := range map[int64]int{100: 9, 5: 5, 0: 9} {
		found, failure := tf.results(values{"mode": "flow"}, limit, false)
		if failure != "" || len(found) != want {
			t.Errorf("limit %d: %d, %s", limit, len(found), failure)
		}
	}
	found, failure := tf.results(values{"mode": "flow"}, 1, true)
	if failure != "" {
		t.Fatal(failure)
	}
	if found[0].DisplayName != "n12" || value.String(tf.object(found[0].Identity.IdentityData, schema.IdentityType(k))["id"]) != "00000012-0000-4000-8000-000000000000" {
		t.Errorf("%+v", found[0])
	}
	expect(t, "listed", tf.object(found[0].Resource, schema.ResourceType(k)), map[string]string{"name": `"n12"`, "mode": `"flow"`, "code": "null"})
	if _, failure := tf.results(values{"search": ""}, 1, true); !strings.Contains(failure, "Empty value") {
		t.Error(failure)
	}
	stream, err := tf.ListResource(t.Context(), &tfprotov6.ListResourceRequest{TypeName: "test_thing", Config: dynamic(t, schema.ListType(k), coretest.ListConfig(k, values{}))})
	if err != nil {
		t.Fatal(err)
	}
	for range stream.Results {
		break // Terraform has enough
	}
	tf.fake.Intercept = func(w http.ResponseWriter, _ *http.Request, _ string) bool {
		coretest.Respond(w, http.StatusForbidden, coretest.Object{"detail": "No."})
		return true
	}
	if _, failure := tf.results(values{}, 1, true); !strings.HasPrefix(failure, "ERROR Access denied by authentik") {
		t.Error(failure)
	}
	wrong := tftypes.Object{AttributeTypes: map[string]tftypes.Type{"x": tftypes.String}}
	stream, _ = tf.ListResource(t.Context(), &tfprotov6.ListResourceRequest{TypeName: "test_thing", Config: dynamic(t, wrong, value.Object{"x": value.Text("y")})})
	for result := range stream.Results {
		if !strings.HasPrefix(messages(result.Diagnostics), "ERROR Bug in the provider") {
			t.Error(messages(result.Diagnostics))
		}
	}
}
