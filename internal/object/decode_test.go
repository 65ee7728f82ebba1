package object_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

func byID() map[string]any { return map[string]any{"id": thingID} }

func TestTextIsReadFromTextAndNumbers(t *testing.T) {
	t.Parallel()
	for json, want := range map[string]string{
		`"a"`: "a", `""`: "", `" a\n"`: " a\n", `"漢\u00e9"`: "漢é", `6`: "6", `-1.50`: "-1.50", `1e+20`: "1e+20", `"null"`: "null",
	} {
		got, ok := read(t, byID(), `{"pk":"`+thingID+`","provider":`+json+`}`).succeeded().text(path.Root("other_name"))
		if !ok || got != want {
			t.Errorf("%s: got %q (%v), want %q", json, got, ok, want)
		}
	}
}

func TestWholeNumbers(t *testing.T) {
	t.Parallel()
	for json, want := range map[string]int64{
		`0`: 0, `6`: 6, `"6"`: 6, `6.0`: 6, `-7`: -7, `1e3`: 1000, `9223372036854775807`: 9223372036854775807, `-9223372036854775808`: -9223372036854775808,
	} {
		var got types.Int64
		r := read(t, byID(), `{"pk":"`+thingID+`","count_of":`+json+`}`).succeeded()
		r.diagnostics.Append(r.state.GetAttribute(t.Context(), path.Root("count_of"), &got)...)
		if r.succeeded(); got.ValueInt64() != want {
			t.Errorf("%s: got %s", json, got)
		}
	}
	for _, json := range []string{
		`6.5`, `9223372036854775808`, `1e19`, `"six"`, `""`, `"0x10"`, `"1_000"`, `true`, `[6]`, `{}`, `"NaN"`, `"Inf"`, `1e999999999`, `"1e-400"`,
	} {
		if detail := read(t, byID(), `{"pk":"`+thingID+`","count_of":`+json+`}`).failed(); !strings.Contains(detail, "`count_of`") {
			t.Errorf("%s: %s", json, detail)
		}
	}
}

func TestBooleans(t *testing.T) {
	t.Parallel()
	for _, want := range []bool{true, false} {
		var got types.Bool
		r := read(t, byID(), fmt.Sprintf(`{"pk":%q,"flag":%v}`, thingID, want)).succeeded()
		r.diagnostics.Append(r.state.GetAttribute(t.Context(), path.Root("flag"), &got)...)
		if r.succeeded(); got.IsNull() || got.ValueBool() != want {
			t.Errorf("got %s, want %v", got, want)
		}
	}
}

func TestAbsentAndNullAreNull(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		`{"pk":"` + thingID + `"}`,
		`{"pk":"` + thingID + `","name":null,"provider":null,"flag":null,"count_of":null,"reference":null,"secret":null,"parts":null,"rows":null,"unknown":{"a":[1]}}`,
	} {
		r := read(t, byID(), body).succeeded()
		for _, name := range []string{"name", "other_name", "reference", "secret"} {
			if got, ok := r.text(path.Root(name)); ok {
				t.Errorf("%s is %q", name, got)
			}
		}
		var parts types.List
		r.diagnostics.Append(r.state.GetAttribute(t.Context(), path.Root("parts"), &parts)...)
		if r.succeeded(); !parts.IsNull() {
			t.Errorf("parts is %s", parts)
		}
	}
}

func TestMismatchesNameTheFieldAndNeverTheValue(t *testing.T) {
	t.Parallel()
	for json, field := range map[string]string{
		`"name":["marked"]`:                                "`name` is a list where text is due",
		`"name":{"a":"marked"}`:                            "`name` is an object where text is due",
		`"provider":true`:                                  "`provider` is a boolean where text is due",
		`"flag":"marked"`:                                  "`flag` is text where a boolean is due",
		`"flag":1`:                                         "`flag` is a number where a boolean is due",
		`"reference":["marked"]`:                           "`reference` is a list where text is due",
		`"secret":["marked"]`:                              "`secret` is a list where text is due",
		`"parts":"marked"`:                                 "`parts` is text where a list is due",
		`"parts":{"slug":"marked"}`:                        "`parts` is an object where a list is due",
		`"parts":["marked"]`:                               "`parts[0]` is text where an object is due",
		`"parts":[{"slug":"a"},{"slug":{"marked":1}}]`:     "`parts[1].slug` is an object where text is due",
		`"rows":[{"slug":"a"},["marked"]]`:                 "`rows[1]` is a list where an object is due",
		`"ratio":"marked"`:                                 "`ratio` is text where a number is due",
		`"ratio":1e999`:                                    "`ratio` is a number where a number is due",
		`"span":["marked"]`:                                "`span` is a list where text is due",
		`"ordered":"marked"`:                               "`ordered` is text where a list is due",
		`"ordered":["a",{"marked":1}]`:                     "`ordered[1]` is an object where text is due",
		`"unordered":["a",null]`:                           "`unordered[1]` is null where text is due",
		`"one":["marked"]`:                                 "`one` is a list where an object is due",
		`"one":{"size":"marked"}`:                          "`one.size` is text where a whole number of 64 bits is due",
		`"parts":[{"size":"marked","slug":"also marked"}]`: "`parts[0].size` is text where a whole number of 64 bits is due",
	} {
		detail := read(t, byID(), `{"pk":"`+thingID+`",`+json+`}`).failed()
		if !strings.Contains(detail, field) || strings.Contains(detail, "marked") {
			t.Errorf("%s: %s", json, detail)
		}
	}
}

// The other kinds, as a state shows them.
func TestNumbersListsAndFreeForms(t *testing.T) {
	t.Parallel()
	for json, want := range map[string]string{
		`"ratio":0.1`: "0.1", `"ratio":"2.50"`: "2.5", `"ratio":-3`: "-3",
		`"span":"hours=1;minutes=30"`: "hours=1;minutes=30", `"span":30`: "minutes=30",
		`"until":"2026-01-01T00:00:00Z"`:      "2026-01-01T00:00:00Z",
		`"free":{"b" : [1.0, "x"], "a":null}`: `{"a":null,"b":[1.0,"x"]}`, `"free":[]`: "[]", `"free":"text"`: `"text"`,
		`"ordered":["b","a",1,"b"]`: "[b a 1 b]", `"ordered":[]`: "[]", `"unordered":["B","a","a"]`: "[B a]",
		`"unordered":["2C56E12C0FEA496BA1E4C39D9945129E"]`: "[" + thingID + "]",
		`"one":{"slug":"s","size":6.0,"other":[]}`:         "map[size:6 slug:s]", `"one":{}`: "map[size:<nil> slug:<nil>]",
		`"one":null`: "<nil>", `"ratio":null`: "<nil>", `"unordered":null`: "<nil>",
	} {
		name, _, _ := strings.Cut(strings.TrimPrefix(json, `"`), `"`)
		if got := fmt.Sprint(read(t, byID(), `{"pk":"`+thingID+`",`+json+`}`).succeeded().value(name)); got != want {
			t.Errorf("%s: got %s, want %s", json, got, want)
		}
	}
}

func TestOrderedListsDependOnTheObjectsAlone(t *testing.T) {
	t.Parallel()
	a1, a2, b, null := `{"slug":"a","pk":"1"}`, `{"slug":"a","pk":"2","size":10}`, `{"slug":"b","pk":"0","size":9}`, `{"pk":"5"}`
	var first string
	for _, parts := range []string{
		strings.Join([]string{a1, a2, b, null}, ","),
		strings.Join([]string{null, b, a2, a1}, ","),
		strings.Join([]string{b, a1, b, null, a2, a1, b}, ","),
	} {
		r := read(t, byID(), `{"pk":"`+thingID+`","parts":[`+parts+`]}`).succeeded()
		var got types.List
		r.diagnostics.Append(r.state.GetAttribute(t.Context(), path.Root("parts"), &got)...)
		r.succeeded()
		if first == "" {
			first = got.String()
		}
		if got.String() != first || len(got.Elements()) != 4 {
			t.Errorf("%s gives %s, not %s", parts, got, first)
		}
	}
	for i, want := range []string{"", "a", "a", "b"} {
		r := read(t, byID(), `{"pk":"`+thingID+`","parts":[`+strings.Join([]string{b, a2, null, a1}, ",")+`]}`).succeeded()
		if got, _ := r.text(path.Root("parts").AtListIndex(i).AtName("slug")); got != want {
			t.Errorf("part %d is %q, want %q", i, got, want)
		}
	}
}

func TestOtherListsKeepTheirOrderAndDuplicates(t *testing.T) {
	t.Parallel()
	r := read(t, byID(), `{"pk":"`+thingID+`","rows":[{"slug":"b"},{"slug":"a"},null,{"slug":"b"}]}`).succeeded()
	for i, want := range []string{"b", "a", "", "b"} {
		if i == 2 {
			continue // a null object has no slug
		}
		if got, _ := r.text(path.Root("rows").AtListIndex(i).AtName("slug")); got != want {
			t.Errorf("row %d is %q, want %q", i, got, want)
		}
	}
}

func TestCleanAppliesToTextOnly(t *testing.T) {
	t.Parallel()
	r := read(t, byID(), `{"pk":"`+thingID+`","parts":[{"slug":"a","address":"x"},{"slug":"b","address":null}]}`).succeeded()
	if got, ok := r.text(path.Root("parts").AtListIndex(0).AtName("address")); got != "cleaned" || !ok {
		t.Errorf("got %q", got)
	}
	if got, ok := r.text(path.Root("parts").AtListIndex(1).AtName("address")); ok {
		t.Errorf("null became %q", got)
	}
}

func TestUUIDsAreCanonical(t *testing.T) {
	t.Parallel()
	for _, spelling := range []string{
		thingID, strings.ToUpper(thingID), strings.ReplaceAll(thingID, "-", ""), "{" + thingID + "}", "urn:uuid:" + thingID,
		"{" + strings.ToUpper(strings.ReplaceAll(thingID, "-", "")) + "}",
	} {
		r := read(t, map[string]any{"id": spelling}, `{"pk":"`+thingID+`","reference":"`+spelling+`"}`).succeeded()
		for _, name := range []string{"id", "pk", "reference"} {
			if got, _ := r.text(path.Root(name)); got != thingID {
				t.Errorf("%s: %s is %q", spelling, name, got)
			}
		}
	}
	if got, _ := read(t, byID(), `{"pk":"`+thingID+`","reference":"no UUID"}`).succeeded().text(path.Root("reference")); got != "no UUID" {
		t.Errorf("a reference that is no UUID became %q", got)
	}
}
