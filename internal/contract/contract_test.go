package contract_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

const smsPath = "/stages/authenticator/sms/"

func sms(t *testing.T) *contract.Contract {
	t.Helper()
	object, ok := contract.Object(smsPath)
	if !ok {
		t.Fatalf("%s is not in the table.", smsPath)
	}
	return object
}

func field(t *testing.T, location contract.Location, name string) contract.Field {
	t.Helper()
	found, ok := sms(t).Field(location, name)
	if !ok {
		t.Fatalf("%s %s is not in the table.", location, name)
	}
	return found
}

func committed(tb testing.TB) string {
	tb.Helper()
	content, err := os.ReadFile("testdata/contract.txt")
	if err != nil {
		tb.Fatal(err)
	}
	return string(content)
}

func TestCommittedTableIsReadable(t *testing.T) {
	t.Parallel()
	table, err := contract.Parse(committed(t))
	if err != nil {
		t.Fatal(err)
	}
	if got := contract.Releases(); len(got) < 23 || got[0] != "2022.10.4" || !slices.Equal(got, table.Releases()) {
		t.Errorf("The releases are %v.", got)
	}
	if contract.Oldest() != "2022.10.4" || contract.Newest() != table.Newest() || !slices.Equal(contract.Collections(), table.Collections()) {
		t.Errorf("Oldest is %s, newest %s, objects %v.", contract.Oldest(), contract.Newest(), contract.Collections())
	}
	if got := sms(t).Releases(); !slices.Equal(got, contract.Releases()) || sms(t).Collection() != smsPath {
		t.Errorf("%s exists in %v.", sms(t).Collection(), got)
	}
}

func TestRoundTrip(t *testing.T) {
	t.Parallel()
	want := committed(t)
	table, err := contract.Parse(want)
	if err != nil {
		t.Fatal(err)
	}
	var written strings.Builder
	if _, err := table.WriteTo(&written); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(written.String(), "\n")); diff != "" {
		t.Errorf("Reading and writing changes the table:\n%s", diff)
	}
}

// Every kind of fact survives the text, odd enum values included.
func TestRoundTripOfEveryFact(t *testing.T) {
	t.Parallel()
	least, most := int64(-5), int64(2147483647)
	given := contract.Definition{
		Name: "a.b[]", Type: "string", Format: "date-time", Required: true, Nullable: true, ReadOnly: true,
		WriteOnly: true, MinLength: 3, MaxLength: 50, Minimum: &least, Maximum: &most, Enum: []string{"", "%20", "100%", "a b", "c|d"},
		Pattern: `^[a z]|%$`, Default: `"a b"`,
	}
	table, err := contract.NewTable([]string{"2024.2.4", "2023.4.3"}, map[string]map[string]contract.View{
		"/x/": {"2023.4.3": {Model: "X", Key: "id", KeyType: "uuid", KeyField: "pk", Filters: contract.Definitions{given}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	if _, err := table.WriteTo(&text); err != nil {
		t.Fatal(err)
	}
	read, err := contract.Parse(text.String())
	if err != nil {
		t.Fatal(err)
	}
	object, _ := read.Object("/x/")
	view, ok := object.In("2023.4.3")
	if !ok || view.Model != "X" || view.Key != "id" {
		t.Fatalf("The view is %+v.", view)
	}
	if diff := cmp.Diff(contract.Definitions{given}, view.Filters); diff != "" {
		t.Error(diff)
	}
	if _, ok := object.In("2024.2.4"); ok {
		t.Error("The object exists in a release that lacks it.")
	}
}

func TestSecretIsGoneAndBackAndGone(t *testing.T) {
	t.Parallel()
	auth := field(t, contract.InResponse, "auth")
	for release, want := range map[string]bool{
		"2022.10.4": true, "2026.2.2": true, "2026.2.7": false, "2026.5.6": true, "2026.5.8": false, "2026.8.5": false, "1.0.0": false,
	} {
		if auth.In(release) != want {
			t.Errorf("In %s: %t.", release, !want)
		}
	}
	if auth.First() != "2022.10.4" || auth.Last() != "2026.5.6" {
		t.Errorf("First %s, last %s.", auth.First(), auth.Last())
	}
	if sent := field(t, contract.InRequest, "auth"); !slices.Equal(sent.Releases(), contract.Releases()) {
		t.Errorf("It is accepted in %v only.", sent.Releases())
	}
}

func TestFieldsThatChanged(t *testing.T) {
	t.Parallel()
	name := field(t, contract.InRequest, "friendly_name")
	if name.First() != "2023.4.3" || len(name.Definitions) != 2 {
		t.Fatalf("friendly_name is %+v.", name)
	}
	before, _ := name.At("2025.8.6")
	after, _ := name.At("2025.10.4")
	if !before.Nullable || before.MinLength != 1 || after.Nullable || after.MinLength != 0 {
		t.Errorf("Before: %+v, after: %+v.", before, after)
	}
	if last := field(t, contract.InResponse, "flow_set[].background").Last(); last != "2025.10.4" {
		t.Errorf("background is there until %s.", last)
	}
	if first := field(t, contract.InResponse, "flow_set[].background_url").First(); first != "2025.12.4" {
		t.Errorf("background_url is there from %s.", first)
	}
	if _, ok := sms(t).Field(contract.InFilter, "page"); ok {
		t.Error("page counts as a filter.")
	}
	if (contract.Field{}).First() != "" || (contract.Field{}).Last() != "" {
		t.Error("A field without releases has a release.")
	}
}

func TestMalformedTables(t *testing.T) {
	t.Parallel()
	const start = "# comment\nreleases 2023.4.3 2023.10.7\nobject /x/ 2023.4.3..\n"
	for name, test := range map[string]struct{ text, want string }{
		"no releases first":    {"object /x/ 2023.4.3..", "line 1: "},
		"empty releases":       {"releases", "line 1: "},
		"releases twice":       {start + "releases 2024.2.4", "line 4: a second"},
		"release out of order": {"releases 2023.10.7 2023.4.3", "releases: release 2023.4.3"},
		"no release number":    {"releases newest", `releases: "newest"`},
		"object without path":  {"releases 2023.4.3\nobject", "line 2: "},
		"path without slash":   {"releases 2023.4.3\nobject x 2023.4.3..", "line 2: "},
		"object twice":         {start + "object /x/ 2023.4.3..", "line 4: a second"},
		"field before object":  {"releases 2023.4.3\nresponse a string 2023.4.3..", "line 2: "},
		"unknown word":         {start + "answer a string 2023.4.3..", `line 4: unknown word "answer"`},
		"field without type":   {start + "response a", "line 4: "},
		"unknown type":         {start + "response a text 2023.4.3..", `line 4: "text"`},
		"unknown fact":         {start + "response a string optional 2023.4.3..", `line 4: unknown fact "optional"`},
		"bad length":           {start + "response a string min-length=x 2023.4.3..", "line 4: "},
		"bad limit":            {start + "response a integer min=x 2023.4.3..", `line 4: "x" is not a limit`},
		"no span":              {start + "response a string required", "line 4: no releases"},
		"unknown release":      {start + "response a string 2023.6.2..", `line 4: release "2023.6.2"`},
		"unknown end":          {start + "response a string 2023.4.3..2024.2.4", `line 4: release "2024.2.4"`},
		"reversed span":        {start + "response a string 2023.10.7..2023.4.3", "line 4: the span"},
		"overlap":              {start + "response a string 2023.4.3..\nresponse a boolean 2023.10.7", "line 5: 2023.10.7 has a definition"},
		"two models":           {start + "model A 2023.4.3..\nmodel B 2023.10.7", "line 5: 2023.10.7 has a value"},
		"model without name":   {start + "model 2023.4.3..", "line 4: no value"},
		"incomplete key":       {start + "key id uuid 2023.4.3..", "line 4: a key needs"},
		"unknown method":       {start + "methods list steal 2023.4.3..", `line 4: "steal" is not a method`},
		"unknown list style":   {start + "list endless 2023.4.3..", `line 4: "endless"`},
		"incomplete enum":      {start + "enum response a 2023.4.3..", "line 4: an enum needs"},
		"enum of no field":     {start + "response a string 2023.4.3..\nenum response a=b 2023.4.3..", "line 5: response a has values"},
		"objects out of order": {start + "object /w/ 2023.4.3..", "line 4: the object /w/ does not come after /x/"},
		"no releases at all":   {"# empty", "no line with the releases"},
		"outside of object":    {"releases 2023.4.3 2023.10.7\nobject /x/ 2023.10.7\nkey id 2023.4.3", "line 3: the object does not exist in 2023.4.3"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, err := contract.Parse(test.text); err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Errorf("The error is %v, wanted one that begins with %q.", err, test.want)
			}
		})
	}
}

func TestNewTableRefuses(t *testing.T) {
	t.Parallel()
	twice := contract.Definitions{{Name: "a", Type: "string"}, {Name: "a", Type: "boolean"}}
	for name, test := range map[string]struct {
		releases []string
		objects  map[string]map[string]contract.View
	}{
		"no release":      {[]string{"x"}, nil},
		"release twice":   {[]string{"2023.4.3", "2023.4.3"}, nil},
		"unknown release": {[]string{"2023.4.3"}, map[string]map[string]contract.View{"/x/": {"2024.2.4": {}}}},
		"no view":         {[]string{"2023.4.3"}, map[string]map[string]contract.View{"/x/": {}}},
		"field twice":     {[]string{"2023.4.3"}, map[string]map[string]contract.View{"/x/": {"2023.4.3": {Request: twice}}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, err := contract.NewTable(test.releases, test.objects); err == nil {
				t.Error("It is accepted.")
			}
		})
	}
}
