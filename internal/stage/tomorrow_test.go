package stage_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"unicode/utf8"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// Tomorrow's release drops keys, adds some, sends null, other values of an enum,
// numbers for text. These tests do all of that to real answers, and hold what
// comes out against a second reading of the answer, written without the core.

// changing is a server whose every answer is the current body, and a provider
// that is configured for it.
type changing struct {
	provider *acctest.Provider
	body     atomic.Value
}

func newChanging(t *testing.T) *changing {
	t.Helper()
	c := &changing{provider: acctest.NewProvider(t)}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/admin/version/") {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		body, _ := c.body.Load().([]byte)
		_, _ = w.Write(body)
	}))
	t.Cleanup(server.Close)
	if diagnostics := c.provider.Configure(map[string]any{"url": server.URL, "token": "marked-token", "max_retries": 0}); len(diagnostics) > 0 {
		t.Fatal(acctest.Describe(diagnostics))
	}
	return c
}

// read gives the state, or the error's text.
func (c *changing) read(id string, body []byte) (map[string]tftypes.Value, string) {
	c.body.Store(body)
	state, diagnostics := c.provider.Read(smsType, map[string]any{"id": id})
	return state, acctest.Describe(diagnostics)
}

// answers are recorded bodies with secrets that can be told from anything else.
func answers(t *testing.T) []map[string]any {
	t.Helper()
	bodies := make([]map[string]any, 0, 3)
	for _, file := range []string{
		"2023.10.7/get-sms-generic.json", "2023.10.7/bind-sms-get-two-flows.json", "2025.12.4/sms/get-bound-twice-in-one-flow.json",
	} {
		body := recordedBody(t, file)
		body["auth"], body["auth_password"] = "marked-auth", "marked-password"
		bodies = append(bodies, body)
	}
	return bodies
}

func TestTomorrowsAnswers(t *testing.T) {
	t.Parallel()
	server, bodies := newChanging(t), answers(t)
	rapid.Check(t, func(rt *rapid.T) {
		body := clone(rapid.SampledFrom(bodies).Draw(rt, "recording"))
		id := fmt.Sprint(body["pk"])
		for range rapid.IntRange(1, 4).Draw(rt, "changes") {
			change(rt, body)
		}
		text, err := json.Marshal(body)
		if err != nil {
			rt.Fatal(err)
		}
		state, failure := server.read(id, text)
		if strings.Contains(failure, "marked") {
			rt.Fatalf("a value stands in the message: %s", failure)
		}
		want, wrong := expectSMS(body, id)
		switch {
		case len(wrong) > 0 && !slices.ContainsFunc(wrong, func(field string) bool { return strings.Contains(failure, "`"+field+"`") }):
			rt.Fatalf("the message names none of %v: %q", wrong, failure)
		case len(wrong) == 0 && failure != "":
			rt.Fatalf("%s was not read: %s", text, failure)
		case len(wrong) == 0:
			if got := simplify(rt, state); got != want {
				rt.Fatalf("got  %s\nwant %s\nfrom %s", got, want, text)
			}
		}
	})
}

// change does one of tomorrow's changes to the stage or to one of its flows.
func change(rt *rapid.T, body map[string]any) {
	target := body
	if flows, ok := body["flow_set"].([]any); ok && len(flows) > 0 && rapid.Bool().Draw(rt, "in a flow") {
		if flow, ok := flows[rapid.IntRange(0, len(flows)-1).Draw(rt, "flow")].(map[string]any); ok {
			target = flow
		}
	}
	keys := slices.Sorted(maps.Keys(target))
	if len(keys) == 0 {
		return
	}
	key := rapid.SampledFrom(keys).Draw(rt, "key")
	switch rapid.SampledFrom([]string{"remove", "null", "add", "value", "number", "text", "boolean", "list", "object", "reorder"}).Draw(rt, "change") {
	case "remove":
		delete(target, key)
	case "null":
		target[key] = nil
	case "add":
		target["tomorrow_"+key] = map[string]any{"marked": []any{1, "marked"}}
	case "value":
		target[key] = "marked-" + rapid.String().Draw(rt, "value")
	case "number":
		target[key] = json.Number(rapid.SampledFrom([]string{"0", "6", "-1.50", "1e+20", "12345678901234567890"}).Draw(rt, "number"))
	case "text":
		target[key] = fmt.Sprint(target[key])
	case "boolean":
		target[key] = rapid.Bool().Draw(rt, "boolean")
	case "list":
		target[key] = []any{target[key]}
	case "object":
		target[key] = map[string]any{key: target[key]}
	case "reorder":
		if flows, ok := body["flow_set"].([]any); ok {
			slices.Reverse(flows)
		}
	}
}

// expectSMS reads the answer a second way: the state as text, or the fields that
// cannot be read.
func expectSMS(body map[string]any, id string) (state string, wrong []string) {
	values := map[string]any{"id": id}
	for _, key := range slices.Sorted(maps.Keys(smsKeys)) {
		value, ok := expectValue(body[key], key == "verify_only")
		if !ok || key == "pk" && value != nil && value != id {
			wrong = append(wrong, key)
		}
		values[smsKeys[key]] = value
	}
	flows, wrongInFlows := expectFlows(body["flow_set"])
	values["flow_set"] = flows
	text, err := json.Marshal(values)
	if err != nil {
		wrong = append(wrong, err.Error())
	}
	return string(text), append(wrong, wrongInFlows...)
}

func expectFlows(value any) (flows any, wrong []string) {
	if value == nil {
		return nil, nil
	}
	items, ok := value.([]any)
	if !ok {
		return nil, []string{"flow_set"}
	}
	distinct := map[string]any{}
	for i, item := range items {
		if item == nil {
			distinct[""] = nil
			continue
		}
		flow, ok := item.(map[string]any)
		if !ok {
			wrong = append(wrong, fmt.Sprintf("flow_set[%d]", i))
			continue
		}
		read := map[string]any{}
		for _, key := range flowKeys {
			if read[key], ok = expectValue(flow[key], key == "compatibility_mode"); !ok {
				wrong = append(wrong, fmt.Sprintf("flow_set[%d].%s", i, key))
			}
		}
		order := []string{sortable(read["slug"]), sortable(read["pk"])}
		for _, key := range flowKeys {
			order = append(order, sortable(read[key]))
		}
		distinct[strings.Join(order, "\x00")] = read
	}
	sorted := []any{}
	for _, key := range slices.Sorted(maps.Keys(distinct)) {
		sorted = append(sorted, distinct[key])
	}
	return sorted, wrong
}

func sortable(value any) string {
	if value == nil {
		return ""
	}
	return fmt.Sprintf("=%v", value)
}

func expectValue(value any, boolean bool) (any, bool) {
	switch value := value.(type) {
	case nil:
		return nil, true
	case bool:
		return value, boolean
	case json.Number:
		return value.String(), !boolean
	case string:
		return value, !boolean
	}
	return nil, false
}

// simplify writes the state as text.
func simplify(rt *rapid.T, state map[string]tftypes.Value) string {
	values := map[string]any{}
	for name, value := range state {
		if name != "omit_secrets" {
			values[name] = simple(rt, value)
		}
	}
	text, err := json.Marshal(values)
	if err != nil {
		rt.Fatal(err)
	}
	return string(text)
}

func simple(rt *rapid.T, value tftypes.Value) any {
	var (
		text   string
		flag   bool
		items  []tftypes.Value
		fields map[string]tftypes.Value
		err    error
		plain  any
	)
	switch kind := value.Type(); {
	case value.IsNull():
		return nil
	case kind.Is(tftypes.String):
		err, plain = value.As(&text), &text
	case kind.Is(tftypes.Bool):
		err, plain = value.As(&flag), &flag
	case kind.Is(tftypes.List{}):
		err = value.As(&items)
		list := []any{}
		for _, item := range items {
			list = append(list, simple(rt, item))
		}
		plain = list
	default:
		err = value.As(&fields)
		object := map[string]any{}
		for name, field := range fields {
			object[name] = simple(rt, field)
		}
		plain = object
	}
	if err != nil {
		rt.Fatal(err)
	}
	return plain
}

func clone(body map[string]any) map[string]any {
	text, err := json.Marshal(body)
	if err != nil {
		return nil
	}
	var copied map[string]any
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	decoder.UseNumber()
	if decoder.Decode(&copied) != nil {
		return nil
	}
	return copied
}

// FuzzSMSAnswers reads any bytes as an answer: there is a state or an error, never
// a panic, and never a secret in the error.
func FuzzSMSAnswers(f *testing.F) {
	f.Add([]byte(`{}`))
	f.Add([]byte(`[]`))
	f.Add([]byte(`{"pk":"2c56e12c-0fea-496b-a1e4-c39d9945129e","flow_set":[null,{"slug":1e999}]}`))
	for _, file := range []string{"2023.10.7/get-sms-generic.json", "2025.12.4/sms/get-bound-twice-in-one-flow.json", "2025.12.4/list/name-exact.json"} {
		f.Add(recordedText(f, file))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		server := newChanging(t)
		for _, arguments := range []map[string]any{{"id": "2c56e12c-0fea-496b-a1e4-c39d9945129e"}, {"name": "sms-twilio"}} {
			server.body.Store(body)
			state, diagnostics := server.provider.Read(smsType, arguments)
			if (state == nil) != (len(diagnostics) == 1) {
				t.Errorf("%d diagnostics and a state: %v", len(diagnostics), state != nil)
			}
			for name, value := range state {
				if !value.IsFullyKnown() {
					t.Errorf("%s is unknown", name)
				}
			}
			if strings.Contains(acctest.Describe(diagnostics), "marked") {
				t.Error("a secret stands in the message")
			}
		}
	})
}

// FuzzImportIDs imports by any text: there is the object, or one clear error.
func FuzzImportIDs(f *testing.F) {
	for _, id := range []string{"", "name=", "name=one", "name=a=b", "2c56e12c-0fea-496b-a1e4-c39d9945129e", "{}", "urn:uuid:", "name=\x00", "\xff", "../../x"} {
		f.Add(id)
	}
	f.Fuzz(func(t *testing.T, id string) {
		if !utf8.ValidString(id) {
			t.Skip("Terraform sends UTF-8 only")
		}
		server := authentiktest.New(t)
		server.Add(smsPath, map[string]any{"name": "one"})
		provider := configured(t, server, map[string]any{"max_retries": 0})
		imported := provider.Resource(t, smsType)
		diagnostics := imported.Import(id)
		if (imported.State == nil) != (len(diagnostics) == 1) {
			t.Errorf("%q: a state: %v, %s", id, imported.State != nil, acctest.Describe(diagnostics))
		}
	})
}
