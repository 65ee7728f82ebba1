package samlmetadata_test

import (
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/samlmetadata"
)

const (
	start    = `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:example:app">`
	saml2    = `<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol urn:oasis:names:tc:SAML:2.0:protocol">`
	bindings = "urn:oasis:names:tc:SAML:2.0:bindings:"
	end      = `</md:SPSSODescriptor></md:EntityDescriptor>`
)

// consumer is an assertion consumer service.
func consumer(binding, location, more string) string {
	return `<md:AssertionConsumerService Binding="` + bindings + binding + `" Location="` + location + `" ` + more + `/>`
}

// minimal is the metadata of a service provider with the elements.
func minimal(elements ...string) string { return start + saml2 + strings.Join(elements, "") + end }

func key(use, certificate string) string {
	return `<md:KeyDescriptor` + use + `><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>` +
		certificate + `</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
}

func TestParse(t *testing.T) {
	t.Parallel()
	signing, encryption := base64.StdEncoding.EncodeToString([]byte("signing certificate")), base64.StdEncoding.EncodeToString([]byte("another"))
	document := "\ufeff<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!-- a comment -->" + start +
		`<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol">` + consumer("HTTP-POST", "https://old.example.com", "") + `</md:SPSSODescriptor>` +
		strings.Replace(saml2, ">", ` AuthnRequestsSigned="1" WantAssertionsSigned="true">`, 1) +
		key(` use="signing"`, "\n  "+signing[:4]+"\n  "+signing[4:]+"\n") + key(` use="encryption"`, encryption) +
		`<md:SingleLogoutService Binding="` + bindings + `SOAP" Location="https://app.example.com/soap"/>` +
		`<md:SingleLogoutService Binding="` + bindings + `HTTP-Redirect" Location="https://app.example.com/sls"/>` +
		`<md:NameIDFormat> urn:oasis:names:tc:SAML:2.0:nameid-format:transient </md:NameIDFormat><md:NameIDFormat>urn:example:own</md:NameIDFormat><md:NameIDFormat>urn:example:own</md:NameIDFormat>` +
		consumer("HTTP-Artifact", "https://app.example.com/artifact", `isDefault="true"`) + consumer("HTTP-Redirect", "https://app.example.com/first", "") +
		consumer("HTTP-POST", "https://app.example.com/acs?a=1&amp;b=2", `isDefault="true"`) + end + "\n"
	parsed, err := samlmetadata.Parse(document)
	if err != nil {
		t.Fatal(err)
	}
	formats := parsed.NameIDFormats
	if !slices.Equal(formats, []string{"urn:oasis:names:tc:SAML:2.0:nameid-format:transient", "urn:example:own"}) {
		t.Errorf("the formats are %v", formats)
	}
	const beginning, last = "-----BEGIN CERTIFICATE-----\n", "\n-----END CERTIFICATE-----\n"
	if parsed.Signing != beginning+signing+last || parsed.Encryption != beginning+encryption+last {
		t.Errorf("the certificates are %q and %q", parsed.Signing, parsed.Encryption)
	}
	if parsed.EntityID != "urn:example:app" || parsed.ACSURL != "https://app.example.com/acs?a=1&b=2" || parsed.ACSBinding != samlmetadata.Post ||
		parsed.SLSURL != "https://app.example.com/sls" || parsed.SLSBinding != samlmetadata.Redirect || !parsed.SignsRequests || !parsed.WantsSignedAssertions {
		t.Errorf("it is %+v", parsed)
	}
}

// Of several consumer services the default one counts, then the first one that is not
// excluded from being it. A key without a use is for any.
func TestParseChoices(t *testing.T) {
	t.Parallel()
	first, second := consumer("HTTP-POST", "https://app.example.com/1", `isDefault="false"`), consumer("HTTP-POST", "https://app.example.com/2", "")
	for name, test := range map[string]struct{ document, url string }{
		"not the default": {minimal(first, second), "https://app.example.com/2"},
		"no default":      {minimal(second, consumer("HTTP-POST", "https://app.example.com/3", "")), "https://app.example.com/2"},
		"only one":        {minimal(first), "https://app.example.com/1"},
	} {
		parsed, err := samlmetadata.Parse(test.document)
		if err != nil || parsed.ACSURL != test.url || parsed.SLSURL != "" || parsed.Signing != "" || parsed.NameIDFormats != nil {
			t.Errorf("%s: %+v %v", name, parsed, err)
		}
	}
	parsed, err := samlmetadata.Parse(minimal(key("", "AAAA"), first))
	if err != nil || parsed.Signing == "" || parsed.Signing != parsed.Encryption {
		t.Errorf("a key for any use: %+v %v", parsed, err)
	}
}

func TestParseRefuses(t *testing.T) {
	t.Parallel()
	acs := consumer("HTTP-POST", "https://app.example.com/acs", "")
	for name, test := range map[string]struct{ document, says string }{
		"nothing":                  {" \n", "is empty"},
		"a page":                   {"<!DOCTYPE html>\n<html><head>secret-one<br></head>", "HTML page"},
		"a page without a doctype": {"<HTML lang='en'><body>", "HTML page"},
		"a page as XML":            {`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>`, "HTML page"},
		"too much":                 {minimal(acs, strings.Repeat(" ", samlmetadata.MaxSize)), "more than 1048576 bytes"},
		"no XML":                   {"entity: secret-one", "not well-formed"},
		"half of it":               {minimal(acs)[:300], "not well-formed XML (line 1)"},
		"a second root":            {minimal(acs) + minimal(acs), "more than one root"},
		"an unknown entity":        {minimal(acs, "<md:NameIDFormat>&secret-one;</md:NameIDFormat>"), "not well-formed"},
		"a DTD":                    {`<!DOCTYPE md [<!ENTITY a "secret-one">]>` + minimal(acs), "document type definition"},
		"deep":                     {minimal(strings.Repeat("<a>", 70), strings.Repeat("</a>", 70)), "deeper than 64"},
		"another root":             {"<rss/>", "root element is not an EntityDescriptor"},
		"another namespace":        {strings.ReplaceAll(minimal(acs), "SAML:2.0:metadata", "SAML:3.0:metadata"), "root element is not"},
		"several entities":         {`<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">` + minimal(acs) + `</EntitiesDescriptor>`, "several entities"},
		"nobody":                   {start + "</md:EntityDescriptor>", "no SPSSODescriptor: it describes no"},
		"an identity provider":     {start + "<md:IDPSSODescriptor/></md:EntityDescriptor>", "that of an identity provider"},
		"SAML 1":                   {strings.Replace(minimal(acs), "SAML:2.0:protocol", "SAML:1.0:protocol", 1), "does not support SAML 2.0"},
		"no consumer":              {minimal(consumer("PAOS", "https://app.example.com", "")), "no AssertionConsumerService"},
		"no entity ID":             {strings.Replace(minimal(acs), "urn:example:app", " ", 1), "no entityID"},
		"no URL":                   {minimal(consumer("HTTP-POST", "secret-one", "")), "not an http or https URL"},
		"a script":                 {minimal(consumer("HTTP-POST", "javascript:alert(1)", "")), "not an http or https URL"},
		"no logout URL":            {minimal(acs, `<md:SingleLogoutService Binding="`+bindings+`HTTP-POST" Location="/sls"/>`), "SingleLogoutService is not"},
		"no certificate":           {minimal(acs, key(` use="signing"`, "secret-one")), "not encoded in base64"},
		"an empty certificate":     {minimal(acs, key(` use="encryption"`, " ")), "encryption is not encoded"},
	} {
		parsed, err := samlmetadata.Parse(test.document)
		if err == nil || !strings.Contains(err.Error(), test.says) || strings.Contains(err.Error(), "secret-") {
			t.Errorf("%s: %+v %v", name, parsed, err)
		}
	}
}

// Whatever a document has, it is parsed with a URL or refused.
func FuzzParse(f *testing.F) {
	f.Add(minimal(consumer("HTTP-POST", "https://app.example.com/acs", ""), key("", "AAAA")))
	f.Add("<html>")
	f.Fuzz(func(t *testing.T, document string) {
		if parsed, err := samlmetadata.Parse(document); err == nil && (!strings.HasPrefix(strings.ToLower(parsed.ACSURL), "http") || parsed.EntityID == "") {
			t.Errorf("%+v", parsed)
		}
	})
}
