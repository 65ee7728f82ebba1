package client_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// The server's messages are found wherever they are in an error's body.
func TestErrorFields(t *testing.T) {
	t.Parallel()
	type fields = map[string][]string
	for body, test := range map[string]struct {
		message string
		fields  fields
	}{
		`{"redirect_uris":[{},{"url":["Enter a valid URL."]}]}`:                        {"", fields{"redirect_uris[1].url": {"Enter a valid URL."}}},
		`{"redirect_uris":[{"url":["a"],"matching_mode":["b","c"]},"d"]}`:              {"", fields{"redirect_uris[0].url": {"a"}, "redirect_uris[0].matching_mode": {"b", "c"}, "redirect_uris": {"d"}}},
		`{"asns":{"0":["Not a number."],"12":["x"]}}`:                                  {"", fields{"asns[0]": {"Not a number."}, "asns[12]": {"x"}}},
		`{"a":{"b":{"c":["d"]}}}`:                                                      {"", fields{"a.b.c": {"d"}}},
		`{"a":{"non_field_errors":["x"],"detail":["y"]}}`:                              {"", fields{"a": {"x"}, "a.detail": {"y"}}},
		`{"a":[["b"],[{"c":"d"}]]}`:                                                    {"", fields{"a[0]": {"b"}, "a[1][0].c": {"d"}}},
		`{"a":7,"b":true,"c":null,"d":[1,false,null],"e":"","f":{},"g":[]}`:            {"", fields{"a": {"7"}, "b": {"true"}, "d": {"1", "false"}}},
		`{"code":["This field is required."]}`:                                         {"", fields{"code": {"This field is required."}}},
		`{"detail":"No.","code":"denied"}`:                                             {"No.", fields{}},
		`{"detail":["One.","Two."],"non_field_errors":["Three."],"error":{"a":["b"]}}`: {"One. Two. Three.", fields{"error.a": {"b"}}},
		`["One.","Two."]`:  {"One. Two.", fields{}},
		`[{"name":["x"]}]`: {"", fields{"[0].name": {"x"}}},
	} {
		_, err := serve(t, answer(http.StatusBadRequest, "application/json", body)).Read(t.Context(), sms, smsID)
		failed := failure(t, err, client.KindStatus)
		if diff := cmp.Diff(test.fields, failed.Fields); diff != "" || failed.Message != test.message {
			t.Errorf("%s: message %q, fields %s", body, failed.Message, diff)
		}
	}
}

// However much the server has to say, an error stays readable.
func TestErrorsAreBounded(t *testing.T) {
	t.Parallel()
	wide := map[string]any{}
	for i := range 1000 {
		wide[fmt.Sprintf("field%d", i)] = []string{"x"}
	}
	var deep any = []string{"x"}
	for range 1000 {
		deep = map[string]any{"a": deep}
	}
	many := make([]string, 1000)
	for i := range many {
		many[i] = "x"
	}
	for name, body := range map[string]any{
		"fields": wide, "levels": deep, "messages": map[string]any{"a": many}, "general": map[string]any{"detail": []string{strings.Repeat("x", 900), strings.Repeat("y", 900), strings.Repeat("z", 900)}},
		"names": map[string]any{strings.Repeat("a", 9000): "x"}, "mixed": map[string]any{"a": []any{wide, wide}},
	} {
		encoded, err := json.Marshal(body)
		if err != nil {
			t.Fatal(err)
		}
		_, err = serve(t, answer(http.StatusBadRequest, "application/json", string(encoded))).Read(t.Context(), sms, smsID)
		failed := failure(t, err, client.KindStatus)
		if text := failed.Error(); len(text) > 3000 || len(failed.Fields) > 50 || strings.Contains(text, "and more") == (name == "names") {
			t.Errorf("%s: %d fields, %s", name, len(failed.Fields), text)
		}
	}
}

// No part of a secret is left, whatever contains it and overlaps with it, and whatever
// the server does with whitespace.
func TestSecretsAreRedactedWhole(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		secrets    []string
		says, want string
	}{
		"the beginning of another": {[]string{"gateway", "gateway-S3cr3t!"}, "no gateway-S3cr3t!", "no (redacted)"},
		"the end of another":       {[]string{"S3cr3t!", "gateway-S3cr3t!"}, "no gateway-S3cr3t! or S3cr3t!", "no (redacted) or (redacted)"},
		"overlapping":              {[]string{"abcdef", "defghi"}, "no abcdefghi", "no (redacted)"},
		"overlapping itself":       {[]string{"abab"}, "no ababab", "no (redacted)"},
		"side by side":             {[]string{"abcd", "efgh"}, "no abcdefgh", "no (redacted)"},
		"whitespace at the ends":   {[]string{" S3cr3t \n"}, "no S3cr3t", "no (redacted)"},
		"whitespace inside":        {[]string{"S3cr3t\n  line"}, "no S3cr3t line", "no (redacted)"},
		"as it was sent":           {[]string{"S3\"cr3t&\n<l\\ine>"}, `no S3\"cr3t&\n<l\\ine>`, "no (redacted)"},
		"one line of several":      {[]string{"-- KEY --\nMIIEvQIBADANBgkq\nhkiG9w0BAQEFAASC\n-- END --\n"}, "no hkiG9w0BAQEFAASC", "no (redacted)"},
		"a word of several lines":  {[]string{"a: this\n  that"}, "no that", "no that"},
		"broken by the server":     {[]string{"S3cr3t line"}, "no S3cr3t\nline", "no (redacted)"},
		"too short":                {[]string{"no"}, "no", "no"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			body, err := json.Marshal(map[string]any{"detail": test.says, test.says: []string{test.says}})
			if err != nil {
				t.Fatal(err)
			}
			api := serve(t, answer(http.StatusBadRequest, "application/json", string(body)))
			for range 2 {
				_, err := api.Update(t.Context(), smsPath, smsID, client.Write{Fields: map[string]any{}, Secrets: test.secrets})
				failed := failure(t, err, client.KindStatus)
				if failed.Message != test.want || cmp.Diff(map[string][]string{test.want: {test.want}}, failed.Fields) != "" {
					t.Errorf("got %q, %q", failed.Message, failed.Fields)
				}
				test.secrets[0], test.secrets[len(test.secrets)-1] = test.secrets[len(test.secrets)-1], test.secrets[0]
			}
		})
	}
}

func TestErrorStatuses(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, body string
		status     int
		says       string
		fields     map[string][]string
	}{
		{"detail", `{"detail":"Token invalid/expired"}`, 403, `HTTP 403 (Forbidden), authentik's request id 5f0e3b1c: Token invalid/expired.`, nil},
		{"code", `{"detail":"Request denied.","code":"denied_license"}`, 400, `: Request denied.`, nil},
		{"fields", `{"name":["One.","Two."],"non_field_errors":["All."],"flow_set":{"pk":["Bad."]}}`, 400, `: All; flow_set.pk: Bad; name: One. Two.`, map[string][]string{"name": {"One.", "Two."}, "flow_set.pk": {"Bad."}}},
		{"starting", `{"error":"authentik starting"}`, 503, `HTTP 503 (Service Unavailable), authentik's request id 5f0e3b1c: authentik starting.`, nil},
		{"page", `<html>` + markedBody, 500, `: the response is a web page (HTML).`, nil},
		{"nothing", ``, 405, `HTTP 405 (Method Not Allowed), authentik's request id 5f0e3b1c.`, nil},
		{"list", `["One.","Two."]`, 400, `HTTP 400 (Bad Request), authentik's request id 5f0e3b1c: One. Two.`, nil},
		{"string", `"` + markedBody + `"`, 400, `HTTP 400 (Bad Request), authentik's request id 5f0e3b1c.`, nil},
		{"echo", `{"detail":"no ` + markedToken + ` or ` + markedHeader + `"}`, 403, `: no (redacted) or (redacted).`, nil},
		{"terminal", "{\"detail\":\"a\\u001b[31mb\\n\\nc\\u202e\"}", 403, `: a[31mb c.`, nil},
		{"long", `{"detail":"` + strings.Repeat("x", 5000) + `"}`, 403, strings.Repeat("x", 500) + `….`, nil},
		{"unknown status", ``, 599, `HTTP 599, authentik`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			ctx, log := logged(t)
			_, err := serve(t, answer(test.status, "application/json", test.body)).Read(ctx, sms, smsID)
			failed := failure(t, err, client.KindStatus)
			if !strings.Contains(err.Error(), "GET http://127.0.0.1:") || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %q, want it to say %q", err, test.says)
			}
			for name, texts := range test.fields {
				if !slices.Equal(failed.Fields[name], texts) {
					t.Errorf("field %s has %q, want %q", name, failed.Fields[name], texts)
				}
			}
			if text := err.Error() + log.String(); strings.Contains(text, "marked") {
				t.Errorf("a secret stands in %s", text)
			}
		})
	}
}

func TestPrintingAnErrorNeverShowsMore(t *testing.T) {
	t.Parallel()
	_, err := serve(t, answer(http.StatusForbidden, "application/json", `{"detail":"no"}`)).Page(t.Context(), sms, url.Values{"name": {markedBody}})
	if text := fmt.Sprintf("%v %+v %#v", err, err, err); strings.Contains(text, "marked") {
		t.Errorf("a secret stands in %s", text)
	}
}
