package client_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// FuzzErrorBodies reads any bytes as an error's body: there is a message of bounded
// length, printable, on one line, without the token.
func FuzzErrorBodies(f *testing.F) {
	for _, body := range []string{
		``, `{}`, `[]`, `{"detail":"Token invalid/expired"}`, `{"detail":["a"],"code":"x"}`, `{"error":"authentik starting"}`,
		`{"name":["This field is required."],"non_field_errors":["x"]}`, `{"a":{"b":{"c":["d"]}}}`, `<html>`, `{"detail":"` + markedToken + `"}`, "{\"a\":[\"\\u001b[2J\"]}",
	} {
		f.Add(http.StatusBadRequest, []byte(body))
	}
	f.Fuzz(func(t *testing.T, status int, body []byte) {
		if status < 400 || status > 599 {
			t.Skip("no status of an error")
		}
		_, err := serve(t, answer(status, "application/json", string(body))).Read(t.Context(), sms, smsID)
		text := failure(t, err, client.KindStatus).Error()
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\n\x1b\x00") || strings.Contains(text, markedToken) {
			t.Errorf("got %q", text)
		}
	})
}

// FuzzPages reads any bytes as a page of a list: there is a page or an error.
func FuzzPages(f *testing.F) {
	for _, body := range []string{
		`{"pagination":{"next":0,"count":1},"results":[{"pk":"x"}]}`, `{"pagination":{"next":"2","count":1e9},"results":[]}`, `{"pagination":null,"results":null}`, `[]`,
	} {
		f.Add([]byte(body))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		page, err := serve(t, answer(http.StatusOK, "application/json", string(body))).Page(t.Context(), sms, url.Values{})
		if err == nil && (page.Next < 0 || page.Count < 0 || page.Objects == nil) {
			t.Errorf("got %+v", page)
		}
	})
}

// FuzzParseURL takes any text as an address: what is accepted is http or https, has
// a host, and nothing that could carry a secret; an error does not repeat it.
func FuzzParseURL(f *testing.F) {
	for _, address := range []string{"https://auth.example.com/a/", "http://[::1]:9000", "https://a:b@c", "https://a?b", "https://a#b", "//a", "https://a%2fb", "https://a/%2e%2e/"} {
		f.Add(address)
	}
	f.Fuzz(func(t *testing.T, address string) {
		parsed, err := client.ParseURL(address)
		if err != nil {
			if len(address) > 12 && strings.Contains(err.Error(), address) {
				t.Errorf("the error repeats the address: %v", err)
			}
			return
		}
		if parsed.Host == "" || parsed.User != nil || parsed.RawQuery != "" || parsed.Fragment != "" || strings.HasSuffix(parsed.Path, "/") ||
			parsed.Scheme != "http" && parsed.Scheme != "https" {
			t.Errorf("accepted %q as %s", address, parsed)
		}
	})
}

// FuzzCheckToken takes any text as a token: what is accepted can be sent.
func FuzzCheckToken(f *testing.F) {
	for _, token := range []string{"abc", " a", "a\n", "é", "a b"} {
		f.Add(token)
	}
	f.Fuzz(func(t *testing.T, token string) {
		if client.CheckToken(token) != nil {
			return
		}
		request := &http.Request{Method: http.MethodGet, URL: &url.URL{Scheme: "http", Host: "a"}, Header: http.Header{"Authorization": {"Bearer " + token}}}
		if err := request.Write(new(strings.Builder)); err != nil {
			t.Errorf("accepted %q: %v", token, err)
		}
	})
}
