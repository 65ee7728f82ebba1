package source_test

import (
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
)

// What cannot work, or would never settle, is found before anything is sent.
func TestArgumentsThatDoNotFit(t *testing.T) {
	t.Parallel()
	const document = "https://idp.example.com/.well-known/openid-configuration"
	for _, test := range []struct {
		name, kind string
		more       map[string]any
		isError    bool
		parts      []string
	}{
		{"neither URL nor document", "source_oauth", map[string]any{"authorization_url": nil, "access_token_url": nil}, true, []string{`"authorization_url"`, `"access_token_url"`, "oidc_well_known_url"}},
		{"URL and document", "source_oauth", map[string]any{"oidc_well_known_url": document}, false, []string{`"authorization_url"`, "three hours"}},
		{"keys and document", "source_oauth", map[string]any{"oidc_well_known_url": document, "oidc_jwks": "{}"}, true, []string{`"oidc_jwks"`, "replaces"}},
		{"keys and their URL", "source_oauth", map[string]any{"oidc_jwks_url": "https://idp.example.com/keys", "oidc_jwks": "{}"}, true, []string{`"oidc_jwks"`, "oidc_jwks_url"}},
		{"users without mappings", "source_ldap", map[string]any{"property_mappings": nil}, true, []string{`"property_mappings"`, "sync_users"}},
		{"groups without mappings", "source_ldap", map[string]any{"property_mappings_group": []string{}}, true, []string{`"property_mappings_group"`, "sync_groups"}},
		{"no signature to verify", "source_saml", map[string]any{"verification_kp": missing, "signed_assertion": false}, true, []string{`"verification_kp"`, "signed_response"}},
		{"no certificate to verify with", "source_saml", map[string]any{"signed_assertion": true}, false, []string{`"signed_assertion"`, "verification_kp"}},
		{"keytab that is no base64", "source_kerberos", map[string]any{"sync_keytab": "secret-not a keytab"}, true, []string{`"sync_keytab"`, "filebase64"}},
		{"keytab that is something else", "source_kerberos", map[string]any{"spnego_keytab_wo": "c2VjcmV0", "spnego_keytab_wo_version": 1}, true, []string{"spnego_keytab", "is not a keytab."}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			provider := configured(t, authentiktest.New(t))
			sample := lifecycle.Of(test.kind)
			reports(t, provider.Resource(t, sample.Resource()).Check(with(sample.Minimal, test.more)), test.isError, test.parts...)
		})
	}
}

// What fits is accepted: no signature is asked for, nothing is synchronized, a keytab in
// lines.
func TestArgumentsThatFit(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, kind string
		more       map[string]any
	}{
		{"document alone", "source_oauth", map[string]any{"authorization_url": nil, "access_token_url": nil, "oidc_well_known_url": "https://idp.example.com/.well-known/openid-configuration"}},
		{"type with URLs of its own", "source_oauth", map[string]any{"authorization_url": nil, "access_token_url": nil, "provider_type": "entraid"}},
		{"nothing synchronized", "source_ldap", map[string]any{"sync_users": false, "sync_groups": false, "property_mappings": nil, "property_mappings_group": nil}},
		{"response signed", "source_saml", map[string]any{"verification_kp": missing, "signed_assertion": false, "signed_response": true}},
		{"no verification by default", "source_saml", nil},
		{"keytab in lines", "source_kerberos", map[string]any{"sync_keytab": "BQIA\nAAAA"}},
		{"keytab by name", "source_kerberos", map[string]any{"sync_keytab": "FILE:/etc/http.keytab"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			provider := configured(t, authentiktest.New(t))
			sample := lifecycle.Of(test.kind)
			if diagnostics := provider.Resource(t, sample.Resource()).Validate(with(sample.Minimal, test.more)); len(diagnostics) > 0 {
				t.Error(acctest.Describe(diagnostics))
			}
		})
	}
}

// A second source of one slug, and what belongs to a source that does not exist, are
// refused at the argument.
func TestWhatTheServerRefuses(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := configured(t, server)
	sample := lifecycle.Of("source_scim")
	ok(t, provider.Resource(t, sample.Resource()).Apply(sample.Minimal))
	reports(t, provider.Resource(t, sample.Resource()).Apply(with(sample.Minimal, map[string]any{"name": "another"})), true, `"slug"`, "already exists")

	plex := lifecycle.Of("source_plex")
	reports(t, provider.Resource(t, plex.Resource()).Apply(with(plex.Minimal, map[string]any{"slug": "scim"})), true, `"slug"`, "already exists")

	server.Add("/core/users/", map[string]any{"pk": "77", "username": "somebody", "name": "Somebody"})
	reports(t, provider.Resource(t, "authentik_source_scim_user").Apply(map[string]any{"external_id": "one", "source": missing, "user": 77}), true, `"source"`, "does not exist")
}

// Only one LDAP source may write passwords: the second one is refused with the reason.
func TestSecondSourceThatWritesPasswords(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := configured(t, server)
	users := server.Add("/propertymappings/source/ldap/", map[string]any{"name": "users", "expression": "return {}"})
	arguments := with(lifecycle.Of("source_ldap").Minimal, map[string]any{"property_mappings": []string{users}, "property_mappings_group": []string{users}})
	ok(t, provider.Resource(t, "authentik_source_ldap").Apply(arguments))
	second := with(arguments, map[string]any{"name": "second", "slug": "second"})
	reports(t, provider.Resource(t, "authentik_source_ldap").Apply(second), true, `"sync_users_password"`, "Only a single")
	ok(t, provider.Resource(t, "authentik_source_ldap").Apply(with(second, map[string]any{"sync_users_password": false})))
}
