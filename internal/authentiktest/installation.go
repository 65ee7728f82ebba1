package authentiktest

import (
	"sync"
)

// addInstallation adds what a fresh authentik has besides the flows and stages of its blueprints,
// as the recorded lists show it: the administrator, a brand, the outpost inside the server, the
// source of the server's own users, a certificate, and managed mappings. Keys are the same on
// every server; the administrator's is that of the recorded servers.
func (s *Server) addInstallation() {
	admin := 3
	if !s.since("2024.2.0") {
		admin = 5
	}
	s.add(users, values{
		"pk": admin, "username": "akadmin", "name": "authentik Default Admin", "email": "root@example.com", "uuid": derivedUUID("akadmin"),
	})
	key := whole(admin)
	s.users[s.token] = user{superuser: true, key: key}
	s.add(groups, values{
		"pk": defaultKey("authentik Admins"), "name": "authentik Admins", "is_superuser": true, "users": []any{key}, "num_pk": 24117,
	})
	if s.since("2024.2.0") {
		s.add(roles, values{"pk": defaultKey("role authentik Read-only"), "name": "authentik Read-only"})
		s.add(groups, values{
			"pk": defaultKey("authentik Read-only"), "name": "authentik Read-only", "num_pk": 17412, "roles": []any{defaultKey("role authentik Read-only")},
		})
	}
	s.add(brands, values{"pk": defaultKey("brand"), "domain": "authentik-default", "default": true})
	s.add(allSources, values{"pk": defaultKey("built-in source"), "name": "authentik Built-in", "slug": "authentik-built-in", "managed": builtInSource})
	outpost := s.add(outposts, values{
		"pk": defaultKey("embedded outpost"), "name": "authentik Embedded Outpost", "type": "proxy", "managed": embedded, "config": values{},
	})
	s.model(outposts).written(s, s.get(outposts, outpost))
	certificate := ownCertificate()
	s.add(certificates, values{
		"pk": defaultKey("certificate"), "name": "authentik Self-signed Certificate", "certificate_data": certificate[0], "key_data": certificate[1],
	})
	for _, managed := range managedMappings {
		if s.since(managed.since) {
			s.add(managed.path, merged(values{"pk": defaultKey(managed.id), "managed": managed.id, "name": managed.name, "expression": "return {}"}, managed.more))
		}
	}
}

// ownCertificate is the certificate that comes with the server, and its key. Servers share it.
var ownCertificate = sync.OnceValue(func() [2]string {
	certificate, key := SelfSigned("authentik Self-signed Certificate", "", 365)
	return [2]string{certificate, key}
})

// scopeMapping is a managed mapping for a scope.
func scopeMapping(scope, description string) values {
	return values{"scope_name": scope, "description": description}
}

// managedMappings are the mappings that come with the server, with the names that its blueprints
// give them. The expressions are not the real ones.
var managedMappings = []struct {
	path, id, name string
	since          string
	more           values
}{
	{scopeMappings, "goauthentik.io/providers/oauth2/scope-openid", "authentik default OAuth Mapping: OpenID 'openid'", "", scopeMapping("openid", "")},
	{scopeMappings, "goauthentik.io/providers/oauth2/scope-email", "authentik default OAuth Mapping: OpenID 'email'", "", scopeMapping("email", "Email address")},
	{scopeMappings, "goauthentik.io/providers/oauth2/scope-profile", "authentik default OAuth Mapping: OpenID 'profile'", "", scopeMapping("profile", "General Profile Information")},
	{scopeMappings, "goauthentik.io/providers/oauth2/scope-offline_access", "authentik default OAuth Mapping: OpenID 'offline_access'", "2024.2.0", scopeMapping("offline_access", "Access to request new tokens without interaction")},
	{scopeMappings, "goauthentik.io/providers/oauth2/scope-entitlements", "authentik default OAuth Mapping: Application Entitlements", "2024.12.0", scopeMapping("entitlements", "Application entitlements")},
	{scopeMappings, "goauthentik.io/providers/oauth2/scope-authentik_api", "authentik default OAuth Mapping: authentik API access", "2024.2.0", scopeMapping("goauthentik.io/api", "authentik API Access on behalf of your user")},
	{scopeMappings, "goauthentik.io/providers/proxy/scope-proxy", "authentik default OAuth Mapping: Proxy outpost", "", scopeMapping("ak_proxy", "authentik Proxy - User information")},
	{"/propertymappings/provider/saml/", "goauthentik.io/providers/saml/email", "authentik default SAML Mapping: Email", "", values{"saml_name": "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress"}},
	{"/propertymappings/provider/saml/", "goauthentik.io/providers/saml/groups", "authentik default SAML Mapping: Groups", "", values{"saml_name": "http://schemas.xmlsoap.org/claims/Group"}},
	{"/propertymappings/provider/saml/", "goauthentik.io/providers/saml/upn", "authentik default SAML Mapping: UPN", "", values{"saml_name": "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn"}},
	{"/propertymappings/provider/saml/", "goauthentik.io/providers/saml/name", "authentik default SAML Mapping: Name", "", values{"saml_name": "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name"}},
	{"/propertymappings/provider/saml/", "goauthentik.io/providers/saml/username", "authentik default SAML Mapping: Username", "", values{"saml_name": "http://schemas.goauthentik.io/2021/02/saml/username"}},
	{"/propertymappings/provider/saml/", "goauthentik.io/providers/saml/uid", "authentik default SAML Mapping: User ID", "", values{"saml_name": "http://schemas.goauthentik.io/2021/02/saml/uid"}},
	{"/propertymappings/provider/saml/", "goauthentik.io/providers/saml/ms-windowsaccountname", "authentik default SAML Mapping: WindowsAccountname (Username)", "", values{"saml_name": "http://schemas.microsoft.com/ws/2008/06/identity/claims/windowsaccountname"}},
	{"/propertymappings/provider/scim/", "goauthentik.io/providers/scim/user", "authentik default SCIM Mapping: User", "2023.3.0", nil},
	{"/propertymappings/provider/scim/", "goauthentik.io/providers/scim/group", "authentik default SCIM Mapping: Group", "2023.3.0", nil},
	{"/propertymappings/provider/rac/", "goauthentik.io/providers/rac/rdp-default", "authentik default RAC Mapping: RDP Default settings", "2024.2.0", nil},
	{"/propertymappings/provider/rac/", "goauthentik.io/providers/rac/rdp-high-fidelity", "authentik default RAC Mapping: RDP High Fidelity", "2024.2.0", nil},
	{"/propertymappings/provider/rac/", "goauthentik.io/providers/rac/ssh-default", "authentik default RAC Mapping: SSH Default settings", "2024.2.0", nil},
	{"/propertymappings/provider/google_workspace/", "goauthentik.io/providers/google_workspace/user", "authentik default Google Workspace Mapping: User", "2024.6.0", nil},
	{"/propertymappings/provider/google_workspace/", "goauthentik.io/providers/google_workspace/group", "authentik default Google Workspace Mapping: Group", "2024.6.0", nil},
	{"/propertymappings/provider/microsoft_entra/", "goauthentik.io/providers/microsoft_entra/user", "authentik default Microsoft Entra Mapping: User", "2024.6.0", nil},
	{"/propertymappings/provider/microsoft_entra/", "goauthentik.io/providers/microsoft_entra/group", "authentik default Microsoft Entra Mapping: Group", "2024.6.0", nil},
	{ldapMappings, "goauthentik.io/sources/ldap/ms-givenName", "authentik default Active Directory Mapping: givenName", "", nil},
	{ldapMappings, "goauthentik.io/sources/ldap/ms-samaccountname", "authentik default Active Directory Mapping: sAMAccountName", "", nil},
	{ldapMappings, "goauthentik.io/sources/ldap/ms-userprincipalname", "authentik default Active Directory Mapping: userPrincipalName", "", nil},
	{ldapMappings, "goauthentik.io/sources/ldap/ms-sn", "authentik default Active Directory Mapping: sn", "", nil},
	{ldapMappings, "goauthentik.io/sources/ldap/default-name", "authentik default LDAP Mapping: Name", "", nil},
	{ldapMappings, "goauthentik.io/sources/ldap/default-mail", "authentik default LDAP Mapping: mail", "", nil},
	{ldapMappings, "goauthentik.io/sources/ldap/default-dn-path", "authentik default LDAP Mapping: DN to User Path", "", nil},
	{ldapMappings, "goauthentik.io/sources/ldap/openldap-uid", "authentik default OpenLDAP Mapping: uid", "", nil},
	{ldapMappings, "goauthentik.io/sources/ldap/openldap-cn", "authentik default OpenLDAP Mapping: cn", "", nil},
	{"/propertymappings/source/kerberos/", "goauthentik.io/sources/kerberos/user/default/ignore-other-realms", "authentik default Kerberos User Mapping: Ignore other realms", "2024.10.0", nil},
	{"/propertymappings/source/kerberos/", "goauthentik.io/sources/kerberos/user/realm-as-group", "authentik default Kerberos User Mapping: Add realm as group", "2024.10.0", nil},
	{"/propertymappings/source/kerberos/", "goauthentik.io/sources/kerberos/user/default/multipart-principals-as-service-accounts", "authentik default Kerberos User Mapping: Multipart principals as service accounts", "2024.10.0", nil},
	{"/propertymappings/source/kerberos/", "goauthentik.io/sources/kerberos/user/default/ignore-system-principals", "authentik default Kerberos User Mapping: Ignore system principals", "2024.10.0", nil},
}
