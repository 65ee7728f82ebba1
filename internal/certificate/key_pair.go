// Package certificate describes authentik's certificates and their private keys, what
// generates them, and what hands a key out.
package certificate

import (
	"encoding/json"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Kinds are the kinds of this family.
func Kinds() []*kind.Kind { return []*kind.Kind{&KeyPair} }

// Family is the heading in the documentation.
const Family = "Certificates"

// KeyPair is a certificate, with or without its private key
// (/api/v3/crypto/certificatekeypairs/). No answer has the two, so that the certificate
// is compared by its fingerprint. Reading one of them writes an event; a refresh does not.
var KeyPair = kind.Kind{
	Type: "certificate_key_pair", Plural: "certificate_key_pairs", Title: "certificate-key pair", Family: Family,
	Summary: "A certificate-key pair is an X.509 certificate, with its private key or without. With the key, authentik can sign and serve TLS; without it, authentik can only verify what others have signed.",
	Model:   "authentik_crypto.certificatekeypair",
	API:     kind.Endpoint{Path: "/crypto/certificatekeypairs/"},
	Lookups: []kind.Lookup{kind.By("name"), kind.By("managed")},
	Filters: []string{"name", "managed", "key_type"},
	Deletes: "the SSF providers, RADIUS providers and endpoint connectors that use it",
	Rules:   []kind.Rule{keyFits},
	Fields: []kind.Field{
		{Name: "pk", Description: "UUID of the pair as the API names it; the same as `id`."},
		{Name: "name", Description: "Name of the pair, unique."},
		{
			Name: "certificate_data", Check: isCertificate, Same: sameCertificate, Normalize: withLineEnd,
			Fetch:       kind.Fetch{Path: "view_certificate/", Key: "data", Switch: "fetch_certificate", Incumbent: true, Model: "authentik_crypto.certificatekeypair_certificate"},
			Description: "Certificate in PEM format.", Usage: "Use `file()` to read it. It is compared by fingerprint: different line endings are no change, a renewed certificate is. After an import, or if somebody replaced the certificate, the state has the SHA-256 fingerprint instead. A configuration may also give the fingerprint, which leaves the certificate as it is.",
		},
		{
			Name: "key_data", Secret: true, Multiline: true, Check: isPrivateKey, Normalize: withLineEnd,
			Fetch:       kind.Fetch{Path: "view_private_key/", Key: "data", Switch: "fetch_key", Incumbent: true, Model: "authentik_crypto.certificatekeypair_key"},
			Description: "Private key in PEM format, not encrypted.", Usage: "Leave it out for a certificate without a key.",
		},
		{Name: "fingerprint256", API: "fingerprint_sha256", Description: "SHA-256 fingerprint of the certificate: lower-case hexadecimal numbers with colons. The API's name of the field is `fingerprint_sha256`."},
		{Name: "fingerprint1", API: "fingerprint_sha1", Description: "SHA-1 fingerprint of the certificate: lower-case hexadecimal numbers with colons. The API's name of the field is `fingerprint_sha1`."},
		{Name: "expiry", API: "cert_expiry", Description: "When the certificate expires. The API's name of the field is `cert_expiry`."},
		{Name: "subject", API: "cert_subject", Description: "Subject of the certificate as RFC 4514 writes it, such as `CN=sso.example.com`. The API's name of the field is `cert_subject`."},
		{Name: "private_key_available", Description: "Whether authentik has the private key."},
		{Name: "key_type", Formerly: []string{"private_key_type"}, Description: "Type of the key, such as `rsa`."},
		{Name: "managed", ReadOnly: true, Description: "Name of a pair that authentik reads from a file, `goauthentik.io/crypto/discovered/` and the file's name. Such a pair is rewritten from the file."},
	},
	Excluded: map[string]string{
		"certificate_download_url": "the path of what fetch_certificate reads", "private_key_download_url": "the path of what fetch_key reads",
	},
	Downgrade: keepCertificate,
	Upgrade:   showDrift,
}

// keepCertificate leaves out a fingerprint, which stands for the certificate that the
// server has.
func keepCertificate(_ string, body map[string]any) {
	if text, ok := body["certificate_data"].(string); ok && isFingerprint(text) {
		delete(body, "certificate_data")
	}
}

// showDrift puts the fingerprint in place of the certificate, and an empty key where the
// server has none. The server returns null for a list without details.
func showDrift(answer map[string]json.RawMessage) {
	if fingerprint, ok := answer["fingerprint_sha256"]; ok && string(fingerprint) != "null" {
		answer["certificate_data"] = fingerprint
	}
	if string(answer["private_key_available"]) == "false" {
		answer["key_data"] = json.RawMessage(`""`)
	}
}
