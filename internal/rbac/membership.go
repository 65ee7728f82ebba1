package rbac

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
	managed "github.com/authentik-iac/terraform-provider-authentik/internal/resource"
)

// hasMembers is the first release in which users have roles of their own.
const hasMembers = "2025.12.0"

// NewMembership is one role of one user, beside whatever other roles the user has
// (POST /api/v3/rbac/roles/{uuid}/add_user/ and remove_user/, both idempotent).
func NewMembership() resource.Resource {
	change := func(action string) func(context.Context, plain.Ends) error {
		return func(ctx context.Context, ends plain.Ends) error {
			_, err := ends.API.Do(ctx, client.Request{
				Method: http.MethodPost, Path: Role.API.Path + url.PathEscape(ends.Holder) + "/" + action + "/",
				Body: map[string]any{"pk": json.Number(ends.Member)}, Idempotent: true,
			})
			return err
		}
	}
	return &plain.Pair{
		Kind:        &kind.Kind{Type: "rbac_role_membership", Title: "role membership", Model: "authentik_rbac.role"},
		Description: "Gives one user one role and leaves the user's other roles alone. Needs authentik 2025.12 or later; before that only groups have roles.\n\n~> **Conflicts** with `roles` of the user: whatever manages the complete list takes this role away again.",
		Since:       hasMembers,
		Holder:      plain.Side{Name: "role", Reference: reference.Role, Description: "UUID of the role."},
		Member:      plain.Side{Name: "user", Whole: "roles", Reference: reference.User, Number: true, Description: "ID of the user."},
		Add:         change("add_user"),
		Remove:      change("remove_user"),
		Has: func(ctx context.Context, ends plain.Ends) (bool, error) {
			user, err := managed.Fetch(ctx, ends.API, client.Collection{Path: reference.User.Path, Query: url.Values{"include_groups": {"false"}, "include_roles": {"false"}}}, ends.Member)
			if err != nil {
				return false, err
			}
			roles, err := plain.UUIDs(user, "roles")
			return slices.Contains(roles, ends.Holder), err
		},
	}
}

// NewGroupRole is one role of one group, beside whatever other roles the group has. The
// server knows the group's roles as a whole only (PATCH /api/v3/core/groups/{uuid}/), so
// they are read and written with the group locked.
func NewGroupRole() resource.Resource {
	set := &plain.Set{
		Collection: client.Collection{Path: reference.Group.Path, Query: url.Values{"include_users": {"false"}}},
		Field:      &kind.Field{Name: "roles", Type: kind.Set, Of: kind.UUID},
	}
	return &plain.Pair{
		Kind:        &kind.Kind{Type: "rbac_group_role", Title: "group role", Model: "authentik_core.group"},
		Description: "Gives one group one role and leaves the group's other roles alone. Needs authentik 2023.10 or later.\n\n~> **Conflicts** with `roles` of the group: whatever manages the complete list takes this role away again. authentik knows a group's roles as a whole only, so another program that changes them at the same moment can undo this; the apply checks what the server has afterwards.",
		Since:       "2023.10.0",
		Holder:      plain.Side{Name: "group", Whole: "roles", Reference: reference.Group, Description: "UUID of the group."},
		Member:      plain.Side{Name: "role", Reference: reference.Role, Description: "UUID of the role."},
		Add:         set.Add,
		Remove:      set.Remove,
		Has:         set.Has,
	}
}
