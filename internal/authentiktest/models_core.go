package authentiktest

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"slices"
)

// Paths of the core's collections.
const (
	groups       = "/core/groups/"
	users        = "/core/users/"
	tokens       = "/core/tokens/" //nolint:gosec // G101: a path, no secret
	applications = "/core/applications/"
	entitlements = "/core/application_entitlements/"
	brands       = "/core/brands/"
)

// coreModels are applications, who uses them, and brands.
func coreModels() map[string]*model {
	return map[string]*model{
		groups: {
			generated: map[string]func(*Server) any{"num_pk": randomNumber},
			derived: computed{
				"parent": firstParent, "parent_name": parentName, "parents_obj": each("parents"), "users_obj": each("users"),
				"roles_obj": each("roles"), "children_obj": each("children"), "inherited_roles_obj": inheritedRoles, "group_uuid": same("pk"),
			},
			references: map[string]reference{"parent": {to: groups}, "parents": {to: groups}, "users": {to: users}, "roles": {to: roles}},
			reversed:   map[string]reversal{"children": {from: groups, field: "parents"}},
			unique:     []uniqueness{{field: "name", scope: groups, since: "2024.6.0", message: "Group with this name already exists."}},
			checks:     []check{otherParent},
			completes:  parentToParents,
			resets:     []string{"users", "parent"},
			included: map[string]inclusion{
				"users_obj":           {parameter: "include_users", standard: true, since: "2024.4.0"},
				"children_obj":        {parameter: "include_children", since: "2025.8.0"},
				"parents_obj":         {parameter: "include_parents", since: "2025.12.0"},
				"inherited_roles_obj": {parameter: "include_inherited_roles", since: "2025.12.0"},
			},
			aliases: map[string]string{"members_by_pk": "users"},
			filters: map[string]filter{"members_by_username": byRelated("users", "username"), "attributes": byAttributes},
			order:   []string{"name"}, search: []string{"name", "is_superuser"},
		},
		users: {
			sequence: "users",
			defaults: values{"is_active": true, "path": "users", "type": "internal"},
			generated: map[string]func(*Server) any{
				"uuid": func(*Server) any { return newUUID() }, "date_joined": now, "password_change_date": now,
			},
			touched: []string{"last_updated"},
			derived: computed{
				"groups_obj": each("groups"), "roles_obj": each("roles"), "is_superuser": isSuperuser, "uid": userID, "avatar": avatar,
			},
			references: map[string]reference{"roles": {to: roles}, "owner": {to: tokenOwners, cascades: true}},
			reversed:   map[string]reversal{"groups": {from: groups, field: "users"}},
			unique: []uniqueness{
				{field: "username", scope: users, message: "This field must be unique."}, {field: "uuid", scope: "uuid"},
			},
			formats: map[string]format{"path": userPath},
			resets:  []string{"groups", "roles"},
			included: map[string]inclusion{
				"groups_obj": {parameter: "include_groups", standard: true, since: "2024.4.0"},
				"roles_obj":  {parameter: "include_roles", standard: true, since: "2025.12.0"},
			},
			aliases: map[string]string{"groups_by_pk": "groups", "roles_by_pk": "roles"},
			filters: map[string]filter{
				"groups_by_name": byRelatedChoice("groups", "name"), "roles_by_name": byRelatedChoice("roles", "name"),
				"path_startswith": byText("path", hasPrefix), "attributes": byAttributes,
			},
			order: []string{"username"}, search: []string{"username", "name", "is_active", "email", "uuid", "attributes"},
		},
		tokens: {
			defaults:   values{"intent": "api", "expiring": true},
			generated:  map[string]func(*Server) any{"key": func(*Server) any { return randomToken() }},
			derived:    computed{"user_obj": one("user")},
			references: map[string]reference{"user": {to: users, cascades: true}, "owner": {to: tokenOwners, cascades: true}},
			unique: []uniqueness{
				{field: "identifier", scope: tokens, message: "Token with this identifier already exists."},
				{field: "managed", scope: "managed token", message: "Token with this Managed by authentik already exists."},
			},
			formats:   map[string]format{"identifier": plainSlug},
			checks:    []check{writableIntent, sameUser},
			completes: completeToken,
			aliases:   map[string]string{"user__username": "user__username"},
			order:     []string{"identifier", "expires"}, search: []string{"identifier", "intent", "user__username", "description"},
		},
		applications: {
			defaults: values{"policy_engine_mode": "any"},
			derived: computed{
				"provider_obj": one("provider"), "backchannel_providers_obj": each("backchannel_providers"), "launch_url": launchURL,
				"meta_icon_url": iconURL("meta_icon", ""), "meta_icon_themed_urls": themedIcon("meta_icon"), "pbm_uuid": same("pk"),
			},
			shown:      computed{"meta_icon": shownIcon("meta_icon", "", absent{})},
			references: map[string]reference{"provider": {to: allProviders}},
			reversed:   map[string]reversal{"backchannel_providers": {from: backchannelProviders, field: "backchannel_application"}},
			unique: []uniqueness{
				{field: "slug", scope: applications, message: "Application with this slug already exists."},
				{field: "provider", scope: "application of a provider", message: "Application with this provider already exists."},
			},
			formats: map[string]format{"slug": applicationSlug, "meta_launch_url": launchFormat, "meta_icon": fileName},
			stale:   map[string]string{"provider_obj": "provider"},
			bare: map[string]bareness{
				"backchannel_providers_obj": {constants: bareProvider},
			},
			order: []string{"name"}, search: []string{"name", "slug", "meta_launch_url", "meta_description", "meta_publisher", "group"},
		},
		entitlements: {
			key:          "pbm_uuid",
			references:   map[string]reference{"app": {to: applications, cascades: true}},
			checks:       []check{together("app", "name")},
			unsearchable: true,
			order:        []string{"name"}, search: []string{"pbm_uuid", "name", "app", "attributes"},
		},
		brands: brand(),
		"/core/object_attributes/": {
			defaults: values{"enabled": true}, touched: []string{"last_updated"},
			generated: map[string]func(*Server) any{"created": now},
			order:     []string{"key"},
			search:    []string{"key", "label", "group"},
		},
	}
}

// brand is what a host name is served with; up to 2023.10 it was called tenant.
func brand() *model {
	toFlows := []string{
		"flow_authentication", "flow_user_switch", "flow_invalidation", "flow_recovery", "flow_unenrollment", "flow_user_settings",
		"flow_device_code", "flow_lockdown", "flow_request",
	}
	known := &model{
		key: "brand_uuid",
		defaults: values{
			"branding_title": "authentik", "branding_logo": "/static/dist/assets/icons/icon_left_brand.svg",
			"branding_favicon": "/static/dist/assets/icons/icon.png", "event_retention": "days=365",
			"branding_default_flow_background": "/static/dist/assets/images/flow_background.jpg",
		},
		loose:   map[string]string{"attributes": "2024.2.0"},
		derived: computed{"tenant_uuid": same("pk")},
		references: map[string]reference{
			"default_application": {to: applications}, "web_certificate": {to: certificates}, "client_certificates": {to: certificates},
		},
		unique:  []uniqueness{{field: "domain", scope: brands, since: "2024.2.0", message: "This field must be unique."}},
		checks:  []check{oneDefault},
		formats: map[string]format{"branding_logo": fileName, "branding_favicon": fileName, "branding_default_flow_background": fileName, "event_retention": duration},
		aliases: map[string]string{"brand_uuid": "pk", "tenant_uuid": "pk"},
		filters: map[string]filter{"default": byFlag("default")}, // some documents say string
		order:   []string{"domain"},
		search:  []string{"domain", "branding_title", "web_certificate__name", "client_certificates__name"},
	}
	for _, field := range toFlows {
		known.references[field] = reference{to: flows}
	}
	return known
}

// randomNumber is the number of a group: where systems need one, authentik derives it from the key.
func randomNumber(*Server) any {
	raw := make([]byte, 2)
	_, _ = rand.Read(raw) // never fails, see crypto/rand
	return whole(int(binary.BigEndian.Uint16(raw)))
}

// userID is the hash by which other systems know a user.
func userID(_ *Server, of *row) any {
	sum := sha256.Sum256([]byte("user " + keyText(of.fields["uuid"])))
	return hex.EncodeToString(sum[:])
}

// avatar is a picture with the initials of a user.
func avatar(_ *Server, of *row) any {
	picture := `<svg xmlns="http://www.w3.org/2000/svg"><text>` + keyText(of.fields["name"]) + `</text></svg>`
	return "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString([]byte(picture))
}

// isSuperuser tells whether one of a user's groups, or a group above, makes it a superuser.
func isSuperuser(s *Server, of *row) any {
	seen := make(map[string]bool)
	for _, group := range s.referring(groups, "users", of.pk()) {
		if s.superGroup(group, seen) {
			return true
		}
	}
	return false
}

func (s *Server) superGroup(group *row, seen map[string]bool) bool {
	if group == nil || seen[group.pk()] {
		return false
	}
	seen[group.pk()] = true
	return group.fields["is_superuser"] == true || slices.ContainsFunc(ids(group.fields["parents"]), func(parent string) bool {
		return s.superGroup(s.get(groups, parent), seen)
	})
}

// firstParent is the only parent that a group could have up to 2025.10.
func firstParent(_ *Server, of *row) any {
	for _, parent := range ids(of.fields["parents"]) {
		return parent
	}
	return nil
}

func parentName(s *Server, of *row) any {
	for _, parent := range ids(of.fields["parents"]) {
		if found := s.get(groups, parent); found != nil {
			return found.fields["name"]
		}
	}
	return absent{}
}

func inheritedRoles(*Server, *row) any { return []any{} }

// parentToParents stores the only parent of a group as the set that it is from 2025.12 on.
func parentToParents(_ *Server, w *write) {
	if !w.has("parent") {
		return
	}
	parents := []any{}
	if parent := w.values["parent"]; parent != nil {
		parents = append(parents, parent)
	}
	w.values["parents"] = parents
	delete(w.values, "parent")
}
