package source

import (
	"encoding/base64"
	"regexp"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Kerberos is a Kerberos source (/api/v3/sources/kerberos/). The server starts a
// synchronization with each write.
var Kerberos = kind.Kind{
	Type: "source_kerberos", Plural: "sources_kerberos", Title: "Kerberos source", Family: Family,
	Summary: "A Kerberos source signs users in with their passwords or tickets (SPNEGO) of a realm, and synchronizes its principals. The server synchronizes after each change of the source.",
	Model:   "authentik_sources_kerberos.kerberossource",
	API:     endpoint("/sources/kerberos/"),
	Lookups: []kind.Lookup{kind.By("slug"), kind.By("realm"), kind.By("name")},
	Filters: []string{"name", "slug", "enabled", "realm"},
	Deletes: deletes,
	Fields: slices.Concat(identity(), mappings(true), signIn("promoted"), []kind.Field{
		groupMatching(),
		{Name: "realm", Description: "Name of the realm, unique among sources."},
		{Name: "krb5_conf", Multiline: true, Description: "Content of `krb5.conf`. If empty, the server's own or what DNS says."},
		{Name: "kadmin_type", Default: "MIT", NotIncumbent: true, Description: "Type of the realm's administration server."},
		{Name: "sync_users", Default: false, Incumbent: true, Description: "Whether principals are synchronized as users. That needs `sync_principal` and one of its credentials."},
		{Name: "sync_users_password", Default: true, Description: "Whether a password that a user changes in authentik is written to the realm."},
		{Name: "sync_principal", Description: "Principal that authentik synchronizes as."},
		{Name: "sync_password", Secret: true, Description: "Password of `sync_principal`."},
		{Name: "sync_keytab", Secret: true, Check: keytab, Description: "Keytab of `sync_principal`: its content in base64 or `TYPE:residual`."},
		{Name: "sync_ccache", Secret: true, Description: "Credentials cache of `sync_principal`, as `TYPE:residual`."},
		{Name: "spnego_server_name", Description: "Name of the service that users present tickets for, as `HTTP@host`."},
		{Name: "spnego_keytab", Secret: true, Check: keytab, Description: "Keytab of the service `spnego_server_name`: its content in base64 or `TYPE:residual`."},
		{Name: "spnego_ccache", Secret: true, Description: "Credentials cache of the service `spnego_server_name`, as `TYPE:residual`."},
		{Name: "password_login_update_internal_password", Default: false, Description: "Whether authentik keeps the hash of the password when a user signs in, so that it works without the realm."},
		outgoing(),
		{Name: "connectivity", Description: "Result of the last connection, from a cache."},
	}),
	Excluded: map[string]string{"icon_themed_urls": themed},
	Upgrade:  withoutDefaultIcon,
}

// residual is a keytab by type and name (MIT's krb5_kt_resolve).
var residual = regexp.MustCompile(`^[A-Za-z]+:.`)

// keytab checks what the server stores unseen and fails with later: a file begins with the
// byte 5 and its version (MIT's keytab file format).
func keytab(text string) string {
	if text == "" || residual.MatchString(text) {
		return ""
	}
	content, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
	switch {
	case err != nil:
		return "Expected a keytab in base64, such as `filebase64(\"http.keytab\")`, or a name of the form `TYPE:residual`."
	case len(content) < 2 || content[0] != 5 || content[1] != 1 && content[1] != 2:
		return "The value is base64, but what it encodes is not a keytab."
	}
	return ""
}
