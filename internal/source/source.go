// Package source describes authentik's sources, with which users sign in from elsewhere or
// are synchronized, and which user and group is who at a source.
package source

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
	"github.com/authentik-iac/terraform-provider-authentik/internal/stage"
)

// Family is the heading in the documentation.
const Family = "Sources"

// allSources is the collection of all types, which alone takes requests for icons.
const allSources = "/sources/all/"

// Kinds are the kinds of this family.
func Kinds() []*kind.Kind {
	return slices.Concat(
		[]*kind.Kind{&Any, &OAuth, &SAML, &LDAP, &Kerberos, &SCIM, &Plex, &Telegram},
		allConnections,
		[]*kind.Kind{&SCIMUser, &SCIMGroup},
	)
}

// identity are the fields of every source, SCIM's included (SourceSerializer).
func identity() []kind.Field {
	return []kind.Field{
		{Name: "uuid", API: "pk", Stable: true, Description: "UUID of the source, by which stages, providers and policy bindings refer to it. It stays when the slug changes."},
		{Name: "name", Description: "Name that users see on the button of the source."},
		{Name: "slug", Description: "Name in URLs, unique. A change moves the URLs that the other side has to know."},
		{Name: "enabled", Default: true, Description: "Whether the source can be used."},
		{Name: "user_path_template", Default: "goauthentik.io/sources/%(slug)s", Description: "Path of users that the source creates. `%(slug)s` is the source's slug."},
		{Name: "managed", Description: "Name by which authentik or a blueprint manages the source."},
		{Name: "component", Description: "Web component with which authentik's admin interface edits the source."},
		{Name: "verbose_name", Description: "Name of the source's type in the server's language."},
		{Name: "verbose_name_plural", Description: "Plural of `verbose_name`."},
		{Name: "meta_model_name", Description: "Type of the source, `app.model`."},
	}
}

// mappings are the property mappings, which are those of the source's type. formerly are
// the names up to 2024.6 where the type had them.
func mappings(notIncumbent bool, formerly ...string) []kind.Field {
	users := kind.Field{Name: "property_mappings", API: "user_property_mappings", NotIncumbent: notIncumbent, Refers: reference.PropertyMapping, Description: "UUIDs of the property mappings that set attributes of users. The API's name of the field is `user_property_mappings`."}
	groups := kind.Field{Name: "property_mappings_group", API: "group_property_mappings", NotIncumbent: notIncumbent, Refers: reference.PropertyMapping, Description: "UUIDs of the property mappings that set attributes of groups. The API's name of the field is `group_property_mappings`."}
	if len(formerly) == 2 {
		users.Formerly, groups.Formerly = formerly[:1], formerly[1:]
	}
	return []kind.Field{users, groups}
}

// signIn are the fields of sources that users sign in with. lacking are those that
// goauthentik/authentik lacks for the type.
func signIn(lacking ...string) []kind.Field {
	fields := []kind.Field{
		{Name: "promoted", Default: false, Description: "Whether the sign-in page shows the source above the others."},
		{Name: "authentication_flow", Refers: reference.Flow, Description: "UUID of the flow that signs in users who are known. If not set, they cannot sign in with the source."},
		{Name: "enrollment_flow", Refers: reference.Flow, Description: "UUID of the flow that creates users who are not known. If not set, they are refused."},
		{Name: "policy_engine_mode", Default: "any", Description: "Whether `all` bindings of the source must let a user through or `any` one is enough."},
		{Name: "user_matching_mode", Default: "identifier", Description: "How a user who signs in for the first time is matched with an existing one: not at all (`identifier`), or by email address or username, and then linked (`email_link`, `username_link`) or refused (`email_deny`, `username_deny`). Link only if the other side verifies what it sends."},
		{Name: "icon", NotIncumbent: true, Normalize: stage.WithoutSignature, Via: kind.Action{Collection: allSources, Path: "set_icon_url/", Key: "url", Clear: "set_icon/"}, Description: "Icon: a URL, a path that begins with `/static`, or the name of an uploaded file. If empty, the type's."},
		{Name: "icon_url", Normalize: stage.WithoutSignature, Description: "URL of the icon, without a signature that expires."},
	}
	for i := range fields {
		fields[i].NotIncumbent = fields[i].NotIncumbent || slices.Contains(lacking, fields[i].Name)
	}
	return fields
}

// groupMatching is how groups are found. Telegram and LDAP sources lack it.
func groupMatching() kind.Field {
	return kind.Field{Name: "group_matching_mode", Default: "identifier", Description: "How a group that the source sends for the first time is matched with an existing one: not at all (`identifier`), or by name, and then linked (`name_link`) or refused (`name_deny`)."}
}

// themed is the reason for which icon_themed_urls are left out.
const themed = "signed URLs that change with every request"

// deletes is what goes with a source.
const deletes = "its connections of users and groups, and its policy bindings"

// lookups are the ways to find a source.
func lookups() []kind.Lookup { return []kind.Lookup{kind.By("slug"), kind.By("name")} }

// endpoint is the collection of one type.
func endpoint(path string) kind.Endpoint { return kind.Endpoint{Path: path, Address: "slug"} }

// withoutDefaultIcon empties the icon where it is the type's: up to 2025.10 the server
// returns the URL of that if none is set.
func withoutDefaultIcon(answer map[string]json.RawMessage) {
	var icon string
	if _, hasURL := answer["icon_url"]; hasURL || json.Unmarshal(answer["icon"], &icon) != nil {
		return
	}
	if strings.Contains(icon, "/static/authentik/sources/") {
		answer["icon"] = json.RawMessage(`""`)
	}
}
