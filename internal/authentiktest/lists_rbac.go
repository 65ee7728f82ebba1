package authentiktest

import (
	"cmp"
	"net/http"
	"strconv"
)

// shownGrant is a permission as lists of grants have it.
func (s *Server) shownGrant(grant *row) values {
	permission := s.get(permissions, keyText(grant.fields["permission"]))
	shown := values{
		"id": grant.fields["pk"], "codename": permission.fields["codename"], "model": permission.fields["model"],
		"app_label": permission.fields["app_label"], "name": permission.fields["name"],
	}
	if object := keyText(grant.fields["object_pk"]); object != "" {
		shown["object_pk"] = object
	}
	return shown
}

// listAssigned lists the roles that may do something with the objects of a class, or with one.
func listAssigned(s *Server, c *call) *reply {
	query := c.URL.Query()
	class, object := query.Get("model"), query.Get("object_pk")
	if class == "" {
		return jsonReply(http.StatusBadRequest, failures{"model": []string{isRequired}})
	}
	found := make([]any, 0)
	for _, role := range s.inOrder(roles, []string{"name"}) {
		onObject, onModel, concerned := make([]any, 0), make([]any, 0), false
		for _, grant := range s.referring(grants, "role", role.pk()) {
			permission := s.get(permissions, keyText(grant.fields["permission"]))
			fits := keyText(permission.fields["app_label"])+"."+keyText(permission.fields["model"]) == class
			switch held := keyText(grant.fields["object_pk"]); {
			case held == "": // all of them, once one fits
				onModel, concerned = append(onModel, s.shownGrant(grant)), concerned || fits
			case fits && (object == "" || held == object):
				onObject, concerned = append(onObject, s.shownGrant(grant)), true
			}
		}
		if !s.since("2024.8.0") { // only the permissions for single objects
			if len(onObject) > 0 {
				found = append(found, values{"role_pk": role.pk(), "name": role.fields["name"], "permissions": onObject})
			}
			continue
		}
		if concerned {
			found = append(found, values{
				"role_pk": role.pk(), "name": role.fields["name"], "object_permissions": onObject, "model_permissions": onModel,
			})
		}
	}
	return s.pageOf(c, found, 100)
}

// listGrants lists what a role may do with single objects. Its pages are small.
func listGrants(s *Server, c *call) *reply {
	role, ok := canonicalUUID(c.URL.Query().Get("uuid"))
	found := make([]any, 0)
	if !ok {
		return jsonReply(http.StatusBadRequest, failures{"uuid": []string{isRequired}})
	}
	for _, grant := range s.referring(grants, "role", role) {
		if keyText(grant.fields["object_pk"]) == "" {
			continue
		}
		shown := s.shownGrant(grant)
		permission := s.get(permissions, keyText(grant.fields["permission"]))
		shown["app_label_verbose"], shown["model_verbose"] = permission.fields["app_label_verbose"], permission.fields["model_verbose"]
		shown["object_description"] = nil
		if object := s.objectOf(keyText(shown["app_label"])+"."+keyText(shown["model"]), keyText(shown["object_pk"])); object != nil {
			shown["object_description"] = keyText(permission.fields["model_verbose"]) + " " + keyText(object.fields["name"])
		}
		found = append(found, shown)
	}
	return s.pageOf(c, found, 10)
}

// pageOf answers one page of a list that no collection is behind.
func (s *Server) pageOf(c *call, items []any, most int) *reply {
	query := c.URL.Query()
	size := min(most, cmp.Or(max(0, wholeOf(query.Get("page_size"))), s.pageSize("")))
	start, end, pagination, refusal := paginate(query, len(items), size)
	if refusal != nil {
		return refusal
	}
	return s.envelope(pagination, items[start:end])
}

func wholeOf(text string) int {
	read, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return read
}
