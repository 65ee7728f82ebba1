package resource_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

var (
	title  = kind.Field{Name: "title", Type: kind.String}
	mode   = kind.Field{Name: "mode", Type: kind.String, Default: "strict"}
	tags   = kind.Field{Name: "tags", Type: kind.Set, Of: kind.String}
	serial = kind.Field{Name: "serial", Type: kind.String, Computed: true}
	ends   = kind.Field{Name: "ends", Type: kind.Time, Computed: true, ClearedIfUnset: true}
	users  = kind.Field{Name: "users", Type: kind.Set, Of: kind.Int, IfConfigured: true}
	owner  = kind.Field{Name: "owner", Type: kind.UUID, Cascades: true}
	form   = kind.Field{Name: "form", Type: kind.String, Replaces: true}
	seen   = kind.Field{Name: "seen", Type: kind.String, ReadOnly: true, Exposed: true}
	span   = kind.Field{Name: "span", Type: kind.Duration}
	note   = kind.Field{Name: "note", Type: kind.String, Nullable: true}
	rows   = kind.Field{Name: "rows", Type: kind.Objects, Fields: []kind.Field{
		{Name: "url", Type: kind.String, Required: true}, {Name: "mode", Type: kind.String, Default: "strict"},
	}}
)

func TestPlanOfArguments(t *testing.T) {
	t.Parallel()
	const planned, old = "planned", "old"
	for name, test := range map[string]struct {
		field         kind.Field
		config, prior values
		want          string
	}{
		"string on creation":                   {title, nil, nil, `""`},
		"string that may be null":              {note, nil, nil, "null"},
		"string that is removed":               {note, nil, values{"note": "x"}, "null"},
		"default on creation":                  {mode, nil, nil, `"strict"`},
		"default again":                        {mode, nil, values{"mode": "regex"}, `"strict"`},
		"configured":                           {mode, values{"mode": "regex"}, nil, `"regex"`},
		"unknown":                              {mode, values{"mode": unknown}, values{"mode": "regex"}, "unknown"},
		"null that equals the default of none": {tags, nil, values{"tags": nil}, "null"},
		"set on creation":                      {tags, nil, nil, "[]"},
		"set that is emptied":                  {tags, nil, values{"tags": []string{"a"}}, "[]"},
		"an empty set after null":              {tags, values{"tags": []string{}}, values{"tags": nil}, "[]"},
		"an empty string after null":           {note, values{"note": ""}, values{"note": nil}, `""`},
		"set in another order":                 {tags, values{"tags": []string{"b", "a"}}, values{"tags": []string{"a", "b"}}, `["a" "b"]`},
		"duration in another spelling":         {span, values{"span": "hours=1"}, values{"span": "minutes=60"}, `"minutes=60"`},
		"duration that changes":                {span, values{"span": "hours=1"}, values{"span": "minutes=61"}, `"hours=1"`},
		"generated on creation":                {serial, nil, nil, "unknown"},
		"generated before":                     {serial, nil, values{"serial": old}, `"old"`},
		"generated and configured":             {serial, values{"serial": planned}, values{"serial": old}, `"planned"`},
		"if configured, on creation":           {users, nil, nil, "null"},
		"if configured, before":                {users, nil, values{"users": []int{1}}, "[1]"},
		"if configured, configured":            {users, values{"users": []int{2}}, values{"users": []int{1}}, "[2]"},
		"cleared, on creation":                 {ends, nil, nil, "unknown"},
		"cleared, never set":                   {ends, nil, values{}, "null"},
		"what only the server sets, new":       {seen, nil, nil, "unknown"},
		"what only the server sets, unchanged": {seen, nil, values{"seen": old}, `"old"`},
	} {
		w := offline(t, coretest.Thing(test.field))
		config, prior := values{"name": "a"}, values(nil)
		maps.Copy(config, test.config)
		if test.prior != nil {
			prior = values{"id": coretest.FirstID, "name": "a"}
			maps.Copy(prior, test.prior)
		}
		expect(t, name, w.plan(config, prior).State, map[string]string{test.field.Name: test.want})
	}
}

func TestPlanFillsInDefaultsOfElements(t *testing.T) {
	t.Parallel()
	w := offline(t, coretest.Thing(rows))
	plan := w.plan(values{"name": "a", "rows": []values{{"url": "x"}, {"url": unknown, "mode": "regex"}}}, nil)
	got := plan.State["rows"].String()
	if !strings.Contains(got, "strict") || !strings.Contains(got, "regex") || !strings.Contains(got, "unknown") {
		t.Error(got)
	}
}

// In the mode with goauthentik/authentik's defaults, an argument that it lacks stays as
// somebody set it by hand.
func TestPlanWithIncumbentDefaults(t *testing.T) {
	t.Parallel()
	differs := kind.Field{Name: "differs", Type: kind.String, Default: "ours", Incumbent: "theirs"}
	lacks := kind.Field{Name: "lacks", Type: kind.String, Default: "ours", NotIncumbent: true}
	w := offline(t, coretest.Thing(differs, lacks))
	expect(t, "our defaults", w.plan(values{"name": "a"}, values{"differs": "x", "lacks": "x"}).State, map[string]string{"differs": `"ours"`, "lacks": `"ours"`})
	w.Connection = &connection.Connection{IncumbentDefaults: true}
	expect(t, "create", w.plan(values{"name": "a"}, nil).State, map[string]string{"differs": `"theirs"`, "lacks": `"ours"`})
	expect(t, "update", w.plan(values{"name": "a"}, values{"differs": "x", "lacks": "x"}).State, map[string]string{"differs": `"theirs"`, "lacks": `"x"`})
}

func TestPlanOfWhatTheServerSets(t *testing.T) {
	t.Parallel()
	stable := kind.Field{Name: "code", Type: kind.String, ReadOnly: true, Stable: true}
	w := offline(t, coretest.Thing(mode, seen, stable))
	prior := values{"id": coretest.FirstID, "name": "a", "mode": "strict", "seen": "x", "code": "y"}
	expect(t, "new", w.plan(values{"name": "a"}, nil).State, map[string]string{"id": "unknown", "seen": "unknown", "code": "unknown"})
	expect(t, "unchanged", w.plan(values{"name": "a"}, prior).State, map[string]string{"id": `"` + coretest.FirstID + `"`, "seen": `"x"`, "code": `"y"`})
	expect(t, "changed", w.plan(values{"name": "b"}, prior).State, map[string]string{"id": `"` + coretest.FirstID + `"`, "seen": "unknown", "code": `"y"`})
}

func TestPlanOfAnObjectAddressedByItsSlug(t *testing.T) {
	t.Parallel()
	w := offline(t, coretest.Slugged())
	prior := values{"id": "old", "slug": "old", "name": "a", "uuid": coretest.FirstID}
	expect(t, "new", w.plan(values{"name": "a", "slug": "s"}, nil).State, map[string]string{"id": `"s"`, "uuid": "unknown"})
	expect(t, "renamed", w.plan(values{"name": "a", "slug": "s"}, prior).State, map[string]string{"id": `"s"`, "uuid": `"` + coretest.FirstID + `"`})
	expect(t, "unknown slug", w.plan(values{"name": "a", "slug": unknown}, prior).State, map[string]string{"id": "unknown", "uuid": `"` + coretest.FirstID + `"`})
}

func TestPlanReplaces(t *testing.T) {
	t.Parallel()
	secret := kind.Field{Name: "code", Type: kind.String, Secret: true}
	prior := values{"id": coretest.FirstID, "name": "a", "owner": coretest.FirstID, "form": "x", "mode": "strict", "code": "old", "parts": []string{}}
	for name, test := range map[string]struct {
		immutable bool
		config    values
		replaces  []string
		id        string
	}{
		"nothing":                  {false, values{}, nil, "known"},
		"another spelling":         {false, values{"owner": strings.ToUpper(coretest.FirstID)}, nil, "known"},
		"another owner":            {false, values{"owner": coretest.SecondID}, []string{"owner"}, "known"},
		"no owner":                 {false, values{"owner": nil}, []string{"owner"}, "known"},
		"an owner not known yet":   {false, values{"owner": unknown}, nil, "unknown"},
		"another form":             {false, values{"form": "y"}, []string{"form"}, "known"},
		"a form not known yet":     {false, values{"form": unknown}, []string{"form"}, "known"},
		"a list not known yet":     {false, values{"parts": unknown}, []string{"parts"}, "known"},
		"any change":               {true, values{"mode": "regex", "name": "b"}, []string{"mode", "name"}, "known"},
		"another one of a fixed":   {true, values{"owner": unknown}, []string{"owner"}, "known"},
		"a secret":                 {true, values{"code": "new"}, []string{"code"}, "known"},
		"no change":                {true, values{}, nil, "known"},
		"a change of neither kind": {false, values{"mode": "regex"}, nil, "known"},
	} {
		k := coretest.Thing(owner, form, mode, secret, kind.Field{Name: "parts", Type: kind.List, Of: kind.String, Replaces: true})
		k.API.Immutable = test.immutable
		config := values{"name": "a", "owner": coretest.FirstID, "form": "x", "code": "old"}
		maps.Copy(config, test.config)
		plan := offline(t, k).plan(config, prior)
		slices.Sort(plan.Replaces)
		if !slices.Equal(plan.Replaces, test.replaces) {
			t.Errorf("%s: %v", name, plan.Replaces)
		}
		if id := plan.State["id"]; id.IsKnown() != (test.id == "known") {
			t.Errorf("%s: the ID is %s", name, coretest.Show(id))
		}
	}
	if plan := offline(t, coretest.Thing(owner)).plan(values{"name": "a", "owner": coretest.FirstID}, nil); plan.Replaces != nil {
		t.Errorf("a create replaces: %v", plan.Replaces)
	}
}

// During an apply Terraform plans again, with the value that was unknown. The plan must
// not become a replacement then, but leave the ID open.
func TestPlanDuringAnApplyDoesNotReplace(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing(owner))
	w.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "owner": coretest.FirstID})
	config := values{"name": "a", "owner": coretest.SecondID}
	prior := values{"id": coretest.FirstID, "name": "a", "owner": coretest.FirstID}
	if plan := w.plan(config, prior); plan.Replaces != nil || plan.State["id"].IsKnown() {
		t.Errorf("without a refresh: %v, %s", plan.Replaces, coretest.Show(plan.State["id"]))
	}
	w.refreshed(w.config(prior))
	if plan := w.plan(config, prior); !slices.Equal(plan.Replaces, []string{"owner"}) {
		t.Errorf("after a refresh: %v", plan.Replaces)
	}
}

func TestPlanDestroyWarns(t *testing.T) {
	t.Parallel()
	k := coretest.Thing()
	if got := messages(offline(t, k).PlanDestroy()); got != "" {
		t.Error(got)
	}
	k.Deletes = "its parts"
	if got := messages(offline(t, k).PlanDestroy()); !strings.Contains(got, "Deleting the thing also deletes its parts.") {
		t.Error(got)
	}
	k.API.Kept = true
	if got := messages(offline(t, k).PlanDestroy()); !strings.Contains(got, "authentik cannot delete things.") {
		t.Error(got)
	}
}
