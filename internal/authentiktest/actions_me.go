package authentiktest

import (
	"maps"
	"net/http"
	"slices"
)

// me answers with the user whose token the request has.
func me(s *Server, c *call) *reply {
	user := s.get(users, c.caller.key.String())
	shown := func(names ...string) values {
		part := make(values, len(names))
		for _, name := range names {
			part[name], _ = s.value(user, name)
		}
		return part
	}
	fields := shown("pk", "username", "name", "is_active", "is_superuser", "email", "avatar", "uid", "type")
	fields["settings"], fields["system_permissions"] = values{}, s.systemPermissions(c.caller)
	fields["groups"] = s.named(user, "groups")
	if s.since("2025.12.0") {
		fields["roles"] = s.named(user, "roles")
	}
	return jsonReply(http.StatusOK, values{"user": fields})
}

// systemPermissions are what a user may do with the server itself.
func (s *Server) systemPermissions(caller *user) []any {
	s.permit()
	held := make([]any, 0)
	for _, permission := range s.inOrder(permissions, []string{"pk"}) {
		if permission.fields["app_label"] == "authentik_rbac" && caller.superuser {
			held = append(held, permission.fields["codename"])
		}
	}
	return held
}

// named lists the objects that a field refers to by name and key.
func (s *Server) named(of *row, field string) []any {
	list := make([]any, 0)
	for _, one := range s.relatives(of, field) {
		list = append(list, values{"name": one.fields["name"], "pk": one.fields["pk"]})
	}
	return list
}

// currentBrand answers with the brand of the request's host, which is the default one here. It
// names flows by slug.
func currentBrand(s *Server, _ *call) *reply {
	var brand *row
	for _, candidate := range s.all(brands) {
		if brand == nil || candidate.fields["default"] == true {
			brand = candidate
		}
	}
	answer := values{
		"matched_domain": "fallback", "branding_title": "authentik", "branding_logo": "/static/dist/assets/icons/icon_left_brand.svg",
		"branding_favicon": "/static/dist/assets/icons/icon.png", "ui_footer_links": []any{}, "ui_theme": "automatic", "default_locale": "",
	}
	if brand == nil {
		return jsonReply(http.StatusOK, answer)
	}
	answer["matched_domain"] = brand.fields["domain"]
	names := []string{"branding_title", "branding_logo", "branding_favicon"}
	if s.since("2025.4.0") {
		names = append(names, "branding_custom_css")
	}
	for _, name := range names {
		answer[name] = brand.fields[name]
	}
	if s.since("2025.12.0") {
		answer["branding_logo_themed_urls"], answer["branding_favicon_themed_urls"] = nil, nil
	}
	if s.since("2025.8.0") {
		answer["flags"] = values{"flows_refresh_others": false, "policies_buffered_access_view": false}
	}
	for field, to := range s.model(brands).references {
		if flow := s.referred(brand, field); to.to == flows && flow != nil {
			answer[field] = flow.fields["slug"]
		}
	}
	return jsonReply(http.StatusOK, answer)
}

func sortedKeys(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }
