package provider_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// clean takes the variables that the provider reads out of the environment.
func clean(t *testing.T) {
	t.Helper()
	for _, name := range []string{
		"URL", "TOKEN", "INSECURE", "CA_CERTIFICATE", "CLIENT_CERTIFICATE", "CLIENT_KEY", "REQUEST_TIMEOUT", "MAX_RETRIES",
	} {
		t.Setenv("AUTHENTIK_"+name, "")
	}
}

const stageType = "authentik_stage_authenticator_sms"

//nolint:paralleltest // The environment belongs to the whole process.
func TestConfigurationErrorsAreOnTheirAttribute(t *testing.T) {
	clean(t)
	good := map[string]any{"url": "https://auth.example.com", "token": "abc"}
	for name, test := range map[string]struct {
		change map[string]any
		on     string // the attribute, empty where the configuration is fine
	}{
		"good":                          {nil, ""},
		"no url":                        {map[string]any{"url": nil}, "url"},
		"empty url":                     {map[string]any{"url": ""}, "url"},
		"malformed url":                 {map[string]any{"url": "marked"}, "url"},
		"url with a password":           {map[string]any{"url": "https://a:marked@b"}, "url"},
		"url with a query":              {map[string]any{"url": "https://b/?marked"}, "url"},
		"url with a fragment":           {map[string]any{"url": "https://b/#marked"}, "url"},
		"no token":                      {map[string]any{"token": nil}, "token"},
		"empty token":                   {map[string]any{"token": ""}, "token"},
		"token with a line end":         {map[string]any{"token": "marked\n"}, "token"},
		"token with an odd character":   {map[string]any{"token": "mark\u00e9d"}, "token"},
		"headers":                       {map[string]any{"headers": map[string]any{"X-A": "1", "X-B": ""}}, ""},
		"header of the provider":        {map[string]any{"headers": map[string]any{"authorization": "marked"}}, "headers"},
		"header twice":                  {map[string]any{"headers": map[string]any{"X-A": "marked", "x-a": "marked"}}, "headers"},
		"header that is null":           {map[string]any{"headers": map[string]any{"X-A": nil}}, "headers"},
		"header with a line end":        {map[string]any{"headers": map[string]any{"X-A": "mar\nked"}}, "headers"},
		"authority that is no PEM":      {map[string]any{"ca_certificate": "marked"}, "ca_certificate"},
		"empty authority":               {map[string]any{"ca_certificate": ""}, "ca_certificate"},
		"client certificate alone":      {map[string]any{"client_certificate": "marked"}, "client_certificate"},
		"client key alone":              {map[string]any{"client_key": "marked"}, "client_key"},
		"client certificate no PEM":     {map[string]any{"client_certificate": "marked", "client_key": "marked"}, "client_certificate"},
		"timeout":                       {map[string]any{"request_timeout": "1m30s"}, ""},
		"timeout without a unit":        {map[string]any{"request_timeout": "60"}, "request_timeout"},
		"timeout of nothing":            {map[string]any{"request_timeout": "0s"}, "request_timeout"},
		"timeout that is empty":         {map[string]any{"request_timeout": ""}, "request_timeout"},
		"no retries":                    {map[string]any{"max_retries": 0}, ""},
		"negative retries":              {map[string]any{"max_retries": -1}, "max_retries"},
		"endless retries":               {map[string]any{"max_retries": 1 << 40}, "max_retries"},
		"unknown url":                   {map[string]any{"url": tftypes.UnknownValue}, ""},
		"unknown key":                   {map[string]any{"client_certificate": "marked", "client_key": tftypes.UnknownValue}, ""},
		"unknown url and a wrong token": {map[string]any{"url": tftypes.UnknownValue, "token": " marked"}, "token"},
	} {
		t.Run(name, func(t *testing.T) {
			configuration := map[string]any{}
			maps.Copy(configuration, good)
			maps.Copy(configuration, test.change)
			diagnostics := acctest.NewProvider(t).Configure(configuration)
			text := acctest.Describe(diagnostics)
			if (test.on == "") != (len(diagnostics) == 0) || len(diagnostics) > 1 {
				t.Fatalf("got %d: %s", len(diagnostics), text)
			}
			if test.on != "" && !strings.HasPrefix(diagnostics[0].Attribute.String(), `AttributeName("`+test.on+`")`) {
				t.Errorf("not on %s: %s", test.on, text)
			}
			if strings.Contains(text, "marked") || strings.Contains(text, "mark\u00e9d") {
				t.Errorf("a value stands in %s", text)
			}
		})
	}
}

func TestEnvironmentStandsIn(t *testing.T) {
	for variable, test := range map[string]struct {
		value, attribute string
	}{
		"AUTHENTIK_URL":                {"marked", "url"},
		"AUTHENTIK_TOKEN":              {" marked", "token"},
		"AUTHENTIK_INSECURE":           {"marked", "insecure"},
		"AUTHENTIK_CA_CERTIFICATE":     {"marked", "ca_certificate"},
		"AUTHENTIK_CLIENT_CERTIFICATE": {"marked", "client_certificate"},
		"AUTHENTIK_CLIENT_KEY":         {"marked", "client_key"},
		"AUTHENTIK_REQUEST_TIMEOUT":    {"marked", "request_timeout"},
		"AUTHENTIK_MAX_RETRIES":        {"marked", "max_retries"},
	} {
		t.Run(variable, func(t *testing.T) {
			clean(t)
			t.Setenv("AUTHENTIK_URL", "https://auth.example.com")
			t.Setenv("AUTHENTIK_TOKEN", "abc")
			if diagnostics := acctest.NewProvider(t).Configure(nil); len(diagnostics) > 0 {
				t.Fatal(acctest.Describe(diagnostics))
			}
			t.Setenv(variable, test.value)
			text := acctest.Describe(acctest.NewProvider(t).Configure(nil))
			if !strings.Contains(text, variable) || !strings.HasPrefix(text, `AttributeName("`+test.attribute+`")`) || strings.Contains(text, "marked") {
				t.Errorf("got %s", text)
			}
		})
	}
}

//nolint:paralleltest // The environment belongs to the whole process.
func TestConfigurationWinsOverTheEnvironment(t *testing.T) {
	clean(t)
	server := authentiktest.New(t)
	id := server.Add("/stages/authenticator/sms/", map[string]any{"name": "one"})
	for name, value := range map[string]string{
		"URL": "marked", "TOKEN": "wrong", "INSECURE": "marked", "REQUEST_TIMEOUT": "marked", "MAX_RETRIES": "marked",
	} {
		t.Setenv("AUTHENTIK_"+name, value)
	}
	provider := acctest.NewProvider(t)
	diagnostics := provider.Configure(map[string]any{
		"url": server.URL() + "//", "token": server.Token(), "insecure": false, "request_timeout": "10s", "max_retries": 0,
	})
	if len(diagnostics) > 0 {
		t.Fatal(acctest.Describe(diagnostics))
	}
	if requests := server.Requests(); len(requests) > 0 {
		t.Errorf("configuring sent %v", requests)
	}
	if _, diagnostics = provider.Read(stageType, map[string]any{"id": id}); len(diagnostics) > 0 {
		t.Error(acctest.Describe(diagnostics))
	}
	if requests := server.Requests(); len(requests) != 1 {
		t.Errorf("one read sent %v", requests)
	}
}

func TestUnknownConfigurationIsToldWhereItIsNeeded(t *testing.T) {
	t.Parallel()
	provider := acctest.NewProvider(t)
	diagnostics := provider.Configure(map[string]any{
		"url": tftypes.UnknownValue, "token": "abc", "headers": map[string]any{"X-A": tftypes.UnknownValue},
	})
	if len(diagnostics) > 0 {
		t.Fatal(acctest.Describe(diagnostics))
	}
	_, diagnostics = provider.Read(stageType, map[string]any{"name": "one"})
	if text := acctest.Describe(diagnostics); !strings.Contains(text, "only after apply: url, headers.") {
		t.Errorf("got %s", text)
	}
}
