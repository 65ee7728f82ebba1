package certificate_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const (
	pairsPath = "/crypto/certificatekeypairs/"
	pairType  = "authentik_certificate_key_pair"
)

// connect is a provider for a server.
func connect(t *testing.T, server *authentiktest.Server) *acctest.Provider {
	t.Helper()
	provider := acctest.NewProvider(t)
	must(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "max_retries": 0}))
	return provider
}

// must fails the test for an error.
func must(t *testing.T, diagnostics []*tfprotov6.Diagnostic) {
	t.Helper()
	if acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
}

// pairs are the server's certificates without the one that comes with it.
func pairs(server *authentiktest.Server) []map[string]any {
	return slices.DeleteFunc(server.Objects(pairsPath), func(stored map[string]any) bool { return stored["name"] == "authentik Self-signed Certificate" })
}

// text is a string of a state, "" for null.
func text(t *testing.T, value tftypes.Value) string {
	t.Helper()
	var text *string
	if err := value.As(&text); err != nil {
		t.Fatal(err)
	}
	if text == nil {
		return ""
	}
	return *text
}

// Another form of the same PEM is no change; a renewed certificate, one that somebody
// replaced and a key that somebody removed are.
func TestCertificatesAreComparedByFingerprint(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	one, oneKey := authentiktest.SelfSigned("one.example.com", "", 30)
	two, twoKey := authentiktest.SelfSigned("two.example.com", "", 30)
	resource := connect(t, server).Resource(t, pairType)
	config := func(certificate, key string) map[string]any {
		return map[string]any{"name": "pair", "certificate_data": certificate, "key_data": key}
	}
	must(t, resource.Apply(config(one, oneKey)))
	id := text(t, resource.State["id"])
	changes := func(config map[string]any) []string {
		t.Helper()
		must(t, resource.Refresh())
		_, changes, diagnostics := resource.Plan(config)
		must(t, diagnostics)
		return changes
	}
	for form, certificate := range map[string]string{
		"line end": one + "\n", "Windows line ends": strings.ReplaceAll(one, "\n", "\r\n"), "a comment": "# issued today\n" + one,
	} {
		if found := changes(config(certificate, oneKey)); len(found) > 0 {
			t.Errorf("%s: the plan changes %v", form, found)
		}
	}
	if found := changes(config(one+"\n"+two, oneKey)); len(found) != 1 {
		t.Errorf("an added intermediate certificate: the plan changes %v", found)
	}
	must(t, resource.Apply(config(two, twoKey)))
	if stored := pairs(server)[0]; stored["certificate_data"] != two || stored["key_data"] != twoKey {
		t.Error("the renewed certificate was not sent")
	}

	if err := server.Change(pairsPath, id, map[string]any{"certificate_data": one, "key_data": oneKey}); err != nil {
		t.Fatal(err)
	}
	if found := changes(config(two, twoKey)); len(found) != 1 || found[0] != "certificate_data" {
		t.Errorf("a replaced certificate: the plan changes %v", found)
	}
	must(t, resource.Apply(config(two, twoKey)))
	if err := server.Change(pairsPath, id, map[string]any{"key_data": ""}); err != nil {
		t.Fatal(err)
	}
	if found := changes(config(two, twoKey)); len(found) != 1 || found[0] != "key_data" {
		t.Errorf("a removed key: the plan changes %v", found)
	}
	must(t, resource.Apply(config(two, twoKey)))
	if stored := pairs(server)[0]; stored["key_data"] != twoKey {
		t.Error("the removed key was not sent again")
	}
	for _, request := range server.Requests() {
		if strings.Contains(request.Path, "/view_") {
			t.Errorf("%s writes an event", request)
		}
	}
}

// After an import the state has the fingerprint; the PEM of the same certificate is no
// change, nor is the fingerprint, and a rename sends neither.
func TestImportedCertificates(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	certificate, key := authentiktest.SelfSigned("one.example.com", "", 30)
	server.Add(pairsPath, map[string]any{"name": "pair", "certificate_data": certificate, "key_data": key})
	resource := connect(t, server).Resource(t, pairType)
	must(t, resource.Import("name=pair"))
	fingerprint := text(t, resource.State["certificate_data"])
	if len(fingerprint) != 95 {
		t.Errorf("the state has %q", fingerprint)
	}
	for _, given := range []string{certificate, fingerprint, strings.ToUpper(fingerprint)} {
		if _, changes, diagnostics := resource.Plan(map[string]any{"name": "pair", "certificate_data": given}); len(changes) > 0 {
			t.Errorf("the plan with %.30q changes %v %s", given, changes, acctest.Describe(diagnostics))
		}
	}
	must(t, resource.Apply(map[string]any{"name": "renamed", "certificate_data": certificate}))
	if stored := pairs(server)[0]; stored["name"] != "renamed" || stored["certificate_data"] != certificate || stored["key_data"] != key {
		t.Error("the rename changed the certificate or the key")
	}
	diagnostics := connect(t, server).Resource(t, pairType).Apply(map[string]any{"name": "new", "certificate_data": fingerprint})
	if len(diagnostics) != 1 || diagnostics[0].Attribute.String() != `AttributeName("certificate_data")` {
		t.Errorf("a create with a fingerprint is reported as %s", acctest.Describe(diagnostics))
	}
}

// What is no certificate, no key, or not its key is found before anything is sent, and not
// repeated.
func TestPairsThatAreRefused(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	certificate, key := authentiktest.SelfSigned("one.example.com", "", 30)
	_, other := authentiktest.SelfSigned("two.example.com", "", 30)
	encrypted := "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----"
	for name, test := range map[string]struct{ certificate, key, attribute, detail string }{
		"a key for the certificate":  {key, "", "certificate_data", "is a private key"},
		"a word for the certificate": {"certificate.pem", "", "certificate_data", "PEM format"},
		"an empty certificate":       {"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----", "", "certificate_data", "no X.509 certificate"},
		"a certificate for the key":  {certificate, certificate, "key_data", "is a certificate"},
		"a word for the key":         {certificate, "key.pem", "key_data", "PEM format"},
		"an encrypted key":           {certificate, encrypted, "key_data", "encrypted"},
		"another key":                {certificate, other, "key_data", "is not that of the private key"},
	} {
		arguments := map[string]any{"name": "pair", "certificate_data": test.certificate}
		for _, argument := range []string{"key_data", "key_data_wo"} {
			if test.key != "" {
				arguments = map[string]any{"name": "pair", "certificate_data": test.certificate, argument: test.key}
				if argument == "key_data_wo" {
					arguments["key_data_wo_version"] = 1
				}
			}
			diagnostics := connect(t, server).Resource(t, pairType).Validate(arguments)
			described := acctest.Describe(diagnostics)
			if len(diagnostics) != 1 || !strings.HasPrefix(diagnostics[0].Attribute.String(), `AttributeName("`+test.attribute) || !strings.Contains(described, test.detail) {
				t.Errorf("%s is reported as %s", name, described)
			}
			if strings.Contains(described, "MIIB") || strings.Contains(described, ".pem") {
				t.Errorf("%s is repeated: %s", name, described)
			}
		}
	}
}

// The data source reads certificate and key only where it is asked to, and names the
// permission that a token lacks.
func TestDataSourceFetches(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	certificate, key := authentiktest.SelfSigned("one.example.com", "", 30)
	server.Add(pairsPath, map[string]any{"name": "pair", "certificate_data": certificate, "key_data": key})
	provider := connect(t, server)
	state, diagnostics := provider.Read(pairType, map[string]any{"name": "pair"})
	must(t, diagnostics)
	if !state["certificate_data"].IsNull() || !state["key_data"].IsNull() || len(text(t, state["fingerprint256"])) != 95 || text(t, state["expiry"]) == "" {
		t.Error("the data source shows something else than metadata")
	}
	state, diagnostics = provider.Read(pairType, map[string]any{"name": "pair", "fetch_certificate": true, "fetch_key": true})
	must(t, diagnostics)
	if text(t, state["certificate_data"]) != certificate+"\n" || text(t, state["key_data"]) != key+"\n" {
		t.Error("the data source has not what was asked for")
	}
	moved := acctest.NewProvider(t)
	must(t, moved.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "defaults": "goauthentik"}))
	state, diagnostics = moved.Read(pairType, map[string]any{"name": "pair", "fetch_key": false})
	must(t, diagnostics)
	if text(t, state["certificate_data"]) != certificate+"\n" || !state["key_data"].IsNull() {
		t.Error("with the defaults of goauthentik/authentik the certificate is not read, or the key is")
	}
	limited := acctest.NewProvider(t)
	must(t, limited.Configure(map[string]any{"url": server.URL(), "token": server.AddToken("view"), "max_retries": 0}))
	_, diagnostics = limited.Read(pairType, map[string]any{"name": "pair", "fetch_key": true})
	if len(diagnostics) != 1 || !strings.Contains(diagnostics[0].Detail, "authentik_crypto.view_certificatekeypair_key") {
		t.Errorf("a token that may not read the key is reported as %s", acctest.Describe(diagnostics))
	}
}
