package source

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// SAML is a SAML source (/api/v3/sources/saml/).
var SAML = kind.Kind{
	Type: "source_saml", Plural: "sources_saml", Title: "SAML source", Family: Family,
	Summary: "A SAML source signs users in with another identity provider by SAML. The data source `authentik_source_saml_metadata` has what the other side needs.",
	Model:   "authentik_sources_saml.samlsource",
	API:     endpoint("/sources/saml/"),
	Lookups: lookups(),
	Filters: []string{"name", "slug", "enabled", "sso_url"},
	Deletes: deletes,
	Rules:   []kind.Rule{verifiesASignature, nothingToVerifyWith},
	Fields: slices.Concat(identity(), mappings(false), signIn(), []kind.Field{
		groupMatching(),
		{Name: "pre_authentication_flow", Refers: reference.Flow, Description: "UUID of the flow that runs before users are sent to the identity provider. Deleting that flow deletes the source."},
		{Name: "issuer", API: "issuer_override", Formerly: []string{"issuer"}, Description: "Entity ID of this source. If empty, its metadata URL is used. The API's name of the field is `issuer_override` since authentik 2026.8."},
		{Name: "sso_url", Description: "URL of the identity provider to which users are sent."},
		{Name: "slo_url", Description: "URL of the identity provider at which users are signed out."},
		{Name: "allow_idp_initiated", Default: false, Description: "Whether sign-ins that start at the identity provider are accepted. That allows attacks with a stolen response."},
		{Name: "force_authn", Default: false, NotIncumbent: true, Description: "Whether the identity provider must ask users for their credentials again."},
		{Name: "name_id_policy", Default: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent", Description: "Format of the name ID that is requested."},
		{Name: "binding_type", Default: "REDIRECT", Description: "How requests are sent: in the URL (`REDIRECT`), by a form after a click (`POST`) or at once (`POST_AUTO`)."},
		{Name: "verification_kp", Refers: reference.Certificate, Description: "UUID of the certificate that verifies signatures of the identity provider. Without it signatures are not verified."},
		{Name: "signed_assertion", Default: true, Incumbent: false, Description: "Whether the assertion must be signed. Of this and `signed_response` at least one must be true with `verification_kp`."},
		{Name: "signed_response", Default: false, Description: "Whether the response must be signed."},
		{Name: "signing_kp", Refers: reference.Certificate, Description: "UUID of the certificate-key pair that signs requests."},
		{Name: "encryption_kp", Refers: reference.Certificate, Description: "UUID of the certificate-key pair that decrypts assertions."},
		{Name: "digest_algorithm", Default: "http://www.w3.org/2001/04/xmlenc#sha256", Description: "Algorithm of digests in signatures."},
		{Name: "signature_algorithm", Default: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", Description: "Algorithm of signatures."},
		{Name: "temporary_user_delete_after", Type: kind.Duration, Default: "days=1", Description: "How long users with a transient name ID are kept if they do not sign out."},
		{Name: "url_issuer", Description: "Entity ID in use, with the host at which the server is asked."},
	}),
	Excluded: map[string]string{"icon_themed_urls": themed},
	Upgrade:  withoutDefaultIcon,
}

// verifiesASignature is what the server checks since 2025.10 (sources/saml/api/source.py).
func verifiesASignature(arguments kind.Arguments) []kind.Finding {
	assertion, knowsAssertion := arguments.Bool("signed_assertion")
	response, knowsResponse := arguments.Bool("signed_response")
	if isWithout(arguments, "verification_kp") || !arguments.IsKnown("verification_kp") || !knowsAssertion || !knowsResponse || assertion || response {
		return nil
	}
	return []kind.Finding{{Attribute: "verification_kp", Summary: "Nothing to verify", Detail: "With `verification_kp`, at least one of `signed_assertion` and `signed_response` must be true."}}
}

// nothingToVerifyWith warns of a signature that is asked for and never verified.
func nothingToVerifyWith(arguments kind.Arguments) []kind.Finding {
	if !isWithout(arguments, "verification_kp") {
		return nil
	}
	for _, name := range []string{"signed_assertion", "signed_response"} {
		if set, known := arguments.Bool(name); known && set && !arguments.IsUnset(name) {
			return []kind.Finding{{
				Attribute: name, Warning: true, Summary: "Signatures are not verified",
				Detail: "Without `verification_kp` authentik verifies no signature, and anybody can sign in as anybody. Set it to the identity provider's certificate.",
			}}
		}
	}
	return nil
}
