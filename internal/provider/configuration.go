package provider

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"os"
	"slices"
	"strconv"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/provider/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// variables are the environment variables that stand in for arguments which the
// configuration leaves out.
//
//nolint:gosec // Names of variables, no credentials.
var variables = map[string]string{
	"url":                "AUTHENTIK_URL",
	"token":              "AUTHENTIK_TOKEN",
	"insecure":           "AUTHENTIK_INSECURE",
	"ca_certificate":     "AUTHENTIK_CA_CERTIFICATE",
	"client_certificate": "AUTHENTIK_CLIENT_CERTIFICATE",
	"client_key":         "AUTHENTIK_CLIENT_KEY",
	"request_timeout":    "AUTHENTIK_REQUEST_TIMEOUT",
	"max_retries":        "AUTHENTIK_MAX_RETRIES",
	"defaults":           "AUTHENTIK_DEFAULTS",
}

func configurationSchema() schema.Schema {
	also := func(name string) string { return " Also from the environment variable `" + variables[name] + "`." }
	return schema.Schema{
		MarkdownDescription: "Manages the configuration of [authentik](https://goauthentik.io), the open-source identity provider, of any release from 2022.10 on.",
		Attributes: map[string]schema.Attribute{
			"url": schema.StringAttribute{
				Optional: true,
				MarkdownDescription: "Address of authentik, such as `https://auth.example.com`, without `/api/v3`. With a sub-path (authentik 2024.12 and later): `https://example.com/auth/`." +
					also("url") + " Required in one of the two places.",
			},
			"token": schema.StringAttribute{
				Optional: true, Sensitive: true,
				MarkdownDescription: "Key of an API token (intent \"API Token\"), best one that does not expire, of a service account with the permissions that each page names." +
					also("token") + " Required in one of the two places.",
			},
			"insecure": schema.BoolAttribute{
				Optional:            true,
				MarkdownDescription: "Do not verify the server's TLS certificate. Whoever is between Terraform and the server can then read the token. Default: `false`." + also("insecure"),
			},
			"headers": schema.MapAttribute{
				ElementType: types.StringType, Optional: true, Sensitive: true,
				MarkdownDescription: "Headers that are sent along with every request, for a proxy in front of authentik. Those that the provider sets itself, such as `Authorization`, are refused.",
			},
			"ca_certificate": schema.StringAttribute{
				Optional:            true,
				MarkdownDescription: "Certificates of authorities, as PEM text, that are trusted in addition to the system's." + also("ca_certificate"),
			},
			"client_certificate": schema.StringAttribute{
				Optional:            true,
				MarkdownDescription: "Certificate, as PEM text, with which the provider identifies itself to the server or a proxy. Requires `client_key`." + also("client_certificate"),
			},
			"client_key": schema.StringAttribute{
				Optional: true, Sensitive: true,
				MarkdownDescription: "Private key of `client_certificate`, as PEM text without a passphrase." + also("client_key"),
			},
			"request_timeout": schema.StringAttribute{
				Optional:            true,
				MarkdownDescription: "Longest time that one attempt of a request may take, as a number with a unit: `500ms`, `60s`, `2m`. Default: `60s`." + also("request_timeout"),
			},
			"max_retries": schema.Int64Attribute{
				Optional:            true,
				MarkdownDescription: "How often a request that failed for a passing reason (no connection, HTTP 429, 502, 503, 504) is sent again, a create only where it surely was not done or the object is not there. The pauses are about one second, two, four and so on, or as long as the server asks for, 30 seconds at most. `0` turns it off. Default: `4`." + also("max_retries"),
			},
			"defaults": schema.StringAttribute{
				Optional:            true,
				MarkdownDescription: "What an argument means that is not set: `authentik` for authentik's own default, or `goauthentik` for that of the provider goauthentik/authentik, for configurations that come from there; arguments that the other provider lacks are then left as they are. Default: `authentik`." + also("defaults"),
			},
			"read_ahead": schema.BoolAttribute{
				Optional:            true,
				MarkdownDescription: "Whether the provider may list a kind of objects of which Terraform reads many, instead of asking for each by a request of its own. What others change is then seen up to a minute later; the provider's own changes are seen at once. The guide [Performance](guides/performance.md) says when it lists. Default: `true`.",
			},
		},
	}
}

// configuration is what the user wrote, as the schema types it.
type configuration struct {
	URL               types.String `tfsdk:"url"`
	Token             types.String `tfsdk:"token"`
	Insecure          types.Bool   `tfsdk:"insecure"`
	Headers           types.Map    `tfsdk:"headers"`
	CACertificate     types.String `tfsdk:"ca_certificate"`
	ClientCertificate types.String `tfsdk:"client_certificate"`
	ClientKey         types.String `tfsdk:"client_key"`
	RequestTimeout    types.String `tfsdk:"request_timeout"`
	MaxRetries        types.Int64  `tfsdk:"max_retries"`
	ReadAhead         types.Bool   `tfsdk:"read_ahead"`
	Defaults          types.String `tfsdk:"defaults"`
}

// unknown lists the arguments that get their values only during apply.
func (c *configuration) unknown() []string {
	var names []string
	for _, argument := range []struct {
		name  string
		value attr.Value
	}{
		{"url", c.URL},
		{"token", c.Token},
		{"insecure", c.Insecure},
		{"headers", c.Headers},
		{"ca_certificate", c.CACertificate},
		{"client_certificate", c.ClientCertificate},
		{"client_key", c.ClientKey},
		{"request_timeout", c.RequestTimeout},
		{"max_retries", c.MaxRetries},
		{"read_ahead", c.ReadAhead},
		{"defaults", c.Defaults},
	} {
		known := !argument.value.IsUnknown()
		if headers, ok := argument.value.(types.Map); ok {
			for _, value := range headers.Elements() {
				known = known && !value.IsUnknown()
			}
		}
		if !known {
			names = append(names, argument.name)
		}
	}
	return names
}

// mostRetries waits for about half an hour.
const mostRetries = 60

// getenv reads the environment variable that stands in for an argument. One that
// is set to nothing counts as unset, because that is how CI systems pass on a
// variable that nobody set.
func getenv(name string) (string, bool) {
	value := os.Getenv(variables[name])
	return value, value != ""
}

// settings is the configuration checked and read.
type settings struct {
	client.Config
	// incumbentDefaults is `defaults = "goauthentik"`.
	incumbentDefaults bool
}

// requireAddress says what must be set and is not.
func (s *settings) requireAddress(diagnostics *diag.Diagnostics) {
	if diagnostics.HasError() {
		return
	}
	if s.URL == nil {
		diagnostics.AddAttributeError(path.Root("url"), "Missing URL",
			"Set `url` in the provider's configuration, or the environment variable "+variables["url"]+", to authentik's address, such as https://auth.example.com.")
	}
	if s.Token == "" {
		diagnostics.AddAttributeError(path.Root("token"), "Missing API token",
			"Set `token` in the provider's configuration, or better the environment variable "+variables["token"]+", to the key of an API token of authentik.")
	}
}

// warnOfInsecure reminds of what an unverified certificate means.
func (s *settings) warnOfInsecure(diagnostics *diag.Diagnostics) {
	if s.TLS != nil && s.TLS.InsecureSkipVerify {
		diagnostics.AddAttributeWarning(path.Root("insecure"), "The server's certificate is not verified",
			"With `insecure`, whoever is between Terraform and the server can read and change everything, the token included. For an authority of your own set `ca_certificate` instead.")
	}
}

// reader takes one argument after another from the configuration or, where that
// leaves it out, from the environment, and reports what is wrong on the argument.
type reader struct {
	diagnostics *diag.Diagnostics
}

// text returns the argument's value, false where it has none (yet).
func (r *reader) text(name string, written types.String) (string, bool) {
	switch {
	case written.IsUnknown():
		return "", false
	case !written.IsNull():
		return written.ValueString(), true
	}
	return getenv(name)
}

// pem is text that must not be empty: an empty certificate is a file that could
// not be read, not one that is not wanted.
func (r *reader) pem(name string, written types.String) (string, bool) {
	text, ok := r.text(name, written)
	if ok && text == "" {
		r.wrong(name, written, errors.New("it is empty; for none, leave it out or use null"))
	}
	return text, ok
}

// wrong reports an argument, and the variable where its value came from there.
func (r *reader) wrong(name string, written attr.Value, err error) {
	detail := "In the provider's configuration `" + name + "` is not usable"
	if written.IsNull() {
		detail = "The environment variable " + variables[name] + ", which stands in for `" + name + "`, is not usable"
	}
	r.diagnostics.AddAttributeError(path.Root(name), "Invalid "+name, detail+": "+err.Error()+".")
}

// settings checks every argument that is known and returns what they come to. No
// message repeats a value, because values may be secrets.
func (c *configuration) settings(ctx context.Context, diagnostics *diag.Diagnostics) *settings {
	read := &reader{diagnostics: diagnostics}
	settings := &settings{Config: client.Config{RequestTimeout: client.DefaultRequestTimeout, MaxRetries: client.DefaultMaxRetries}}
	if address, ok := read.text("url", c.URL); ok {
		parsed, err := client.ParseURL(address)
		if err != nil {
			read.wrong("url", c.URL, err)
		}
		settings.URL = parsed
	}
	if token, ok := read.text("token", c.Token); ok {
		if err := client.CheckToken(token); err != nil {
			read.wrong("token", c.Token, err)
		}
		settings.Token = token
	}
	if defaults, ok := read.text("defaults", c.Defaults); ok {
		if defaults != "authentik" && defaults != "goauthentik" {
			read.wrong("defaults", c.Defaults, errors.New("it must be `authentik` or `goauthentik`"))
		}
		settings.incumbentDefaults = defaults == "goauthentik"
	}
	settings.ReadAhead = c.ReadAhead.IsNull() || c.ReadAhead.ValueBool()
	settings.Headers = c.headers(ctx, diagnostics)
	c.tls(read, settings)
	c.limits(read, settings)
	return settings
}

func (c *configuration) headers(ctx context.Context, diagnostics *diag.Diagnostics) map[string]string {
	if c.Headers.IsNull() || c.Headers.IsUnknown() {
		return nil
	}
	var written map[string]types.String
	diagnostics.Append(c.Headers.ElementsAs(ctx, &written, false)...)
	headers := make(map[string]string, len(written))
	seen := make(map[string]bool, len(written))
	for _, name := range slices.Sorted(maps.Keys(written)) {
		value := written[name]
		if value.IsUnknown() {
			continue
		}
		at := path.Root("headers").AtMapKey(name)
		if value.IsNull() {
			diagnostics.AddAttributeError(at, "Invalid headers", fmt.Sprintf("The header %q is null.", name))
			continue
		}
		if err := client.CheckHeader(name, value.ValueString()); err != nil {
			diagnostics.AddAttributeError(at, "Invalid headers", "The provider's argument `headers` is invalid: "+err.Error()+".")
			continue
		}
		if canonical := http.CanonicalHeaderKey(name); seen[canonical] {
			diagnostics.AddAttributeError(at, "Invalid headers", fmt.Sprintf("The header %q is given twice, in upper and lower case.", canonical))
		} else {
			seen[canonical] = true
		}
		headers[name] = value.ValueString()
	}
	return headers
}

func (c *configuration) tls(read *reader, settings *settings) {
	files := client.TLSFiles{Insecure: c.Insecure.ValueBool()}
	if text, ok := getenv("insecure"); ok && c.Insecure.IsNull() {
		insecure, err := strconv.ParseBool(text)
		if err != nil {
			read.wrong("insecure", c.Insecure, errors.New("it must be true or false"))
		}
		files.Insecure = insecure
	}
	var hasCertificate, hasKey bool
	files.CACertificate, _ = read.pem("ca_certificate", c.CACertificate)
	files.ClientCertificate, hasCertificate = read.pem("client_certificate", c.ClientCertificate)
	files.ClientKey, hasKey = read.pem("client_key", c.ClientKey)
	if hasCertificate != hasKey {
		// The other one may be unknown as yet.
		if hasCertificate && !c.ClientKey.IsUnknown() {
			read.wrong("client_certificate", c.ClientCertificate, errors.New("it is set without `client_key`; set both or neither"))
		}
		if hasKey && !c.ClientCertificate.IsUnknown() {
			read.wrong("client_key", c.ClientKey, errors.New("it is set without `client_certificate`; set both or neither"))
		}
		files.ClientCertificate, files.ClientKey = "", ""
	}
	config, err := client.TLSConfig(files)
	switch {
	case errors.Is(err, client.ErrCACertificate):
		read.wrong("ca_certificate", c.CACertificate, err)
	case errors.Is(err, client.ErrClientKey):
		read.wrong("client_key", c.ClientKey, err)
	case err != nil:
		read.wrong("client_certificate", c.ClientCertificate, err)
	}
	settings.TLS = config
}

func (c *configuration) limits(read *reader, settings *settings) {
	if text, ok := read.text("request_timeout", c.RequestTimeout); ok {
		timeout, err := time.ParseDuration(text)
		if err != nil || timeout <= 0 {
			read.wrong("request_timeout", c.RequestTimeout, errors.New("it must be a duration above zero with a unit, such as 500ms, 60s or 2m"))
		}
		settings.RequestTimeout = timeout
	}
	retries, given := c.MaxRetries.ValueInt64(), !c.MaxRetries.IsNull() && !c.MaxRetries.IsUnknown()
	if text, ok := getenv("max_retries"); ok && c.MaxRetries.IsNull() {
		number, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			number = -1
		}
		retries, given = number, true
	}
	if given {
		if retries < 0 || retries > mostRetries {
			read.wrong("max_retries", c.MaxRetries, fmt.Errorf("it must be a whole number from 0 to %d", mostRetries))
		}
		settings.MaxRetries = int(retries)
	}
}
