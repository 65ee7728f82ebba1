package core

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// NewGroupMembership is one user's membership in one group, beside whatever other members
// the group has. The server adds and removes single members since 2022.12
// (POST /api/v3/core/groups/{uuid}/add_user/ and remove_user/, both idempotent); before
// that the user's groups are changed.
func NewGroupMembership() resource.Resource {
	return &plain.Pair{
		Kind:        &kind.Kind{Type: "group_membership", Title: "group membership", Model: "authentik_core.group"},
		Description: "Adds one user to one group and leaves the group's other members alone, such as those that an LDAP source added. A user who is already a member is taken over, and is removed from the group on destroy.\n\n~> **Conflicts** with `users` of the group and with `groups` of the user: whatever manages the complete list removes this member again.",
		Holder:      plain.Side{Name: "group", Whole: "users", Reference: reference.Group, Description: "UUID of the group."},
		Member:      plain.Side{Name: "user", Whole: "groups", Reference: reference.User, Number: true, Description: "ID of the user."},
		Add:         func(ctx context.Context, ends plain.Ends) error { return changeMember(ctx, ends, true) },
		Remove:      func(ctx context.Context, ends plain.Ends) error { return changeMember(ctx, ends, false) },
		Has: func(ctx context.Context, ends plain.Ends) (bool, error) {
			groups, err := groupsOf.Elements(ctx, ends.API, ends.Member)
			return slices.Contains(groups, ends.Holder), err
		},
	}
}

// hasMembers is the first release that adds and removes single members.
const hasMembers = "2022.12.0"

func changeMember(ctx context.Context, ends plain.Ends, in bool) error {
	release, _, err := ends.Connection.Release(ctx)
	if err != nil {
		return err
	}
	if release != "" && contract.Compare(release, hasMembers) < 0 {
		return changeGroups(ctx, ends, in)
	}
	action := "remove_user"
	if in {
		action = "add_user"
	}
	_, err = ends.API.Do(ctx, client.Request{
		Method: http.MethodPost, Path: Group.API.Path + url.PathEscape(ends.Holder) + "/" + action + "/",
		Body: map[string]any{"pk": json.Number(ends.Member)}, Idempotent: true,
	})
	return err
}

// groupsOf are the groups of a user, which are few, unlike the members of a group.
var groupsOf = &plain.Set{
	Collection: client.Collection{Path: User.API.Path, Query: User.API.Query},
	Field:      &kind.Field{Name: "groups", Type: kind.Set, Of: kind.UUID},
}

// changeGroups changes the user's groups as a whole, one writer of the user at a time.
func changeGroups(ctx context.Context, ends plain.Ends, in bool) error {
	unlock, err := ends.Connection.LockMachine(ctx, User.API.Path+ends.Member)
	if err != nil {
		return err
	}
	defer unlock()
	return groupsOf.Change(ctx, ends.API, ends.Member, ends.Holder, in)
}
