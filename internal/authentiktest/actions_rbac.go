package authentiktest

import (
	"net/http"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// rbacActions are the addresses below roles and permissions.
func rbacActions() map[string]map[string]endpoint {
	return map[string]map[string]endpoint{
		roles: {
			"add_user":    {methods: postMethods, since: "2025.12.0", answers: roleMember(true)},
			"remove_user": {methods: postMethods, since: "2025.12.0", answers: roleMember(false)},
		},
		assignedByRoles: {
			"assign":   {methods: postMethods, under: roles, answers: assign},
			"unassign": {methods: patchMethods, under: roles, answers: unassign},
		},
	}
}

const (
	assignedByRoles = "/rbac/permissions/assigned_by_roles/"
	grantsOfRoles   = "/rbac/permissions/roles/"
)

// rbacEndpoints are lists of what roles may do.
func rbacEndpoints() map[string]endpoint {
	return map[string]endpoint{
		assignedByRoles: {methods: readMethods, answers: listAssigned},
		grantsOfRoles:   {methods: readMethods, answers: listGrants},
	}
}

// roleMember gives a user a role or takes it away.
func roleMember(in bool) func(*Server, *call) *reply {
	return func(s *Server, c *call) *reply {
		sent, refusal := c.read(s, "")
		if refusal != nil {
			return refusal
		}
		user := s.get(users, keyText(sent["pk"]))
		if user == nil {
			return detail(http.StatusNotFound, "Not found.")
		}
		list, _ := user.fields["roles"].([]any)
		list = slices.DeleteFunc(slices.Clone(list), func(held any) bool { return keyText(held) == c.of.pk() })
		if in {
			list = append(list, c.of.fields["pk"])
		}
		s.change(user, values{"roles": list})
		return empty()
	}
}

// order is what an assign or unassign asks for.
type order struct {
	permissions []*row
	object      string // the key, "" for all objects
}

// readOrder reads the body of an assign or unassign. A permission that does not exist makes the
// server fail. An object that does not exist is no object to it: the order is for all of them.
func (s *Server) readOrder(c *call) (order, *reply) {
	sent, refusal := c.read(s, "permissions")
	if refusal != nil {
		return order{}, refusal
	}
	var asked order
	list, _ := sent["permissions"].([]any)
	for _, name := range list {
		found := s.permission(keyText(name), keyText(sent["model"]))
		if found == nil {
			return order{}, s.serverError(c.Method)
		}
		asked.permissions = append(asked.permissions, found)
	}
	model, key := keyText(sent["model"]), keyText(sent["object_pk"])
	if (model == "") != (key == "") {
		return order{}, objectFailure("Object permissions can only be assigned with both 'model' and 'object_pk'")
	}
	if s.objectOf(model, key) != nil {
		asked.object = key
	}
	return asked, nil
}

// permission finds a permission by app.codename, or by codename alone up to 2025.10 with a model.
func (s *Server) permission(name, model string) *row {
	app, codename, dotted := strings.Cut(name, ".")
	if !dotted {
		app, _, _ = strings.Cut(model, ".")
		codename = name
	}
	for _, candidate := range s.all(permissions) {
		if candidate.fields["codename"] == codename && candidate.fields["app_label"] == app {
			return candidate
		}
	}
	return nil
}

// objectOf finds an object by the name of its class and its key.
func (s *Server) objectOf(model, key string) *row {
	for _, collection := range contract.Collections() {
		found := s.collections[collection][key]
		if found == nil {
			continue
		}
		if app, class := s.classOf(found); app+"."+class == model {
			return found
		}
	}
	return nil
}

func assign(s *Server, c *call) *reply {
	asked, refusal := s.readOrder(c)
	if refusal != nil {
		return refusal
	}
	granted := make([]any, 0, len(asked.permissions))
	for _, permission := range asked.permissions {
		grant := s.grant(c.of, permission, asked.object)
		if grant == nil {
			pk := s.add(grants, values{"role": c.of.fields["pk"], "permission": permission.fields["pk"], "object_pk": asked.object})
			grant = s.get(grants, pk)
		}
		granted = append(granted, values{"id": grant.pk()})
	}
	if s.since("2024.8.0") {
		return jsonReply(http.StatusOK, granted)
	}
	return empty()
}

func unassign(s *Server, c *call) *reply {
	asked, refusal := s.readOrder(c)
	if refusal != nil {
		return refusal
	}
	for _, permission := range asked.permissions {
		if grant := s.grant(c.of, permission, asked.object); grant != nil {
			s.delete(grant)
		}
	}
	return empty()
}

func (s *Server) grant(role, permission *row, object string) *row {
	for _, grant := range s.referring(grants, "role", role.pk()) {
		if keyText(grant.fields["permission"]) == permission.pk() && grant.fields["object_pk"] == object {
			return grant
		}
	}
	return nil
}

// byRole filters permissions by a role that has them for all objects.
func byRole(s *Server, _ target, given []string) (func(*row) bool, string) {
	role, ok := canonicalUUID(given[len(given)-1])
	if !ok || s.get(roles, role) == nil {
		return nil, "Select a valid choice. That choice is not one of the available choices."
	}
	return func(permission *row) bool { return s.grant(s.get(roles, role), permission, "") != nil }, ""
}

// byMember filters roles by a user who has them, directly or by a group.
func byMember(s *Server, _ target, given []string) (func(*row) bool, string) {
	return func(role *row) bool {
		for _, id := range given {
			if user := s.get(users, id); user != nil && slices.Contains(ids(user.fields["roles"]), role.pk()) {
				return true
			}
		}
		return false
	}, ""
}

// byUnmanaged filters by whether the server made an object for itself.
func byUnmanaged(_ *Server, _ target, given []string) (func(*row) bool, string) {
	wanted, ok := flag(given[len(given)-1])
	if !ok {
		return nil, ""
	}
	return func(role *row) bool { return (keyText(role.fields["managed"]) == "") == wanted }, ""
}
