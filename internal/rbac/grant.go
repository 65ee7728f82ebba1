package rbac

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/resource"
)

// Where the server has the permissions of roles.
const (
	grantsPath      = "/rbac/permissions/assigned_by_roles/"
	permissionsPath = "/rbac/permissions/"
)

// grant is one permission of one role, on all objects or, with a model and an object, on
// one. The server takes an object that does not exist for none: assigning would allow the
// role all objects, unassigning would take that from it. So the object is looked at
// before each, and what the server has is looked at afterwards.
type grant struct {
	connected *connection.Connection
	api       *client.Client
	kinds     []*kind.Kind

	role, permission, model, object string
}

// These are what is wrong with a grant; nothing is left of it then.
var (
	errNoPermission = errors.New("authentik has no such permission")
	errNoObject     = errors.New("authentik has no such object")
	errBecameGlobal = errors.New("the object was deleted while the permission was assigned")
)

// isGlobal says whether the grant is for all objects.
func (g *grant) isGlobal() bool { return g.object == "" }

// parts are the app and the codename of the permission.
func (g *grant) parts() (app, codename string) {
	app, codename, _ = strings.Cut(g.permission, ".")
	return app, codename
}

// kind is the described kind of the object, nil for none.
func (g *grant) kind() *kind.Kind {
	var found *kind.Kind
	for _, described := range g.kinds {
		if described.Model == g.model && (found == nil || !described.ReadOnly) {
			found = described
		}
	}
	return found
}

// objectExists says whether the object is there now.
func (g *grant) objectExists(ctx context.Context) (bool, error) {
	described := g.kind()
	if described == nil {
		return false, fmt.Errorf("the provider does not know where authentik has objects of the model `%s`, so it cannot make sure that the object exists; for one that does not, authentik would change the permission on all objects", g.model)
	}
	return resource.Exists(ctx, g.api, g.connected, described, g.object)
}

// permissionExists says whether the server knows the permission, for objects of the model
// where one is given.
func (g *grant) permissionExists(ctx context.Context) (bool, error) {
	query := g.query()
	for _, err := range g.api.List(ctx, client.Collection{Path: permissionsPath, Key: "id"}, query, 1) {
		return err == nil, err
	}
	return false, nil
}

func (g *grant) query() url.Values {
	app, codename := g.parts()
	query := url.Values{"codename": {codename}, "content_type__app_label": {app}}
	if _, model, ok := strings.Cut(g.model, "."); ok {
		query.Set("content_type__model", model)
	}
	return query
}

// hasGlobal says whether the role has the permission on all objects.
func (g *grant) hasGlobal(ctx context.Context) (bool, error) {
	query := g.query()
	query.Set("role", g.role)
	for _, err := range g.api.List(ctx, client.Collection{Path: permissionsPath, Key: "id"}, query, 1) {
		return err == nil, err
	}
	return false, nil
}

// formerly is the field with a role's permissions on an object up to 2025.10.
const formerly = "permissions"

type permission struct {
	App      string `json:"app_label"`
	Codename string `json:"codename"`
	Object   string `json:"object_pk"`
}

// hasOnObject says whether the role has the permission on the object, or had it on one
// that was deleted: the server keeps those.
func (g *grant) hasOnObject(ctx context.Context) (bool, error) {
	app, codename := g.parts()
	// Whether the server counts a role once that has several permissions is not known.
	roles := client.Collection{Path: grantsPath, Key: "role_pk", Uncounted: true}
	for object, err := range g.api.List(ctx, roles, url.Values{"model": {g.model}, "object_pk": {g.object}}, 0) {
		if err != nil {
			return false, err
		}
		if !strings.EqualFold(roles.ID(object), g.role) {
			continue
		}
		var held []permission
		for _, name := range []string{"object_permissions", formerly} {
			var permissions []permission
			if object[name] != nil && json.Unmarshal(object[name], &permissions) != nil {
				return false, errors.New("the server's list of permissions on the object is of an unknown form; please report this")
			}
			held = append(held, permissions...)
		}
		if slices.Contains(held, permission{app, codename, g.object}) {
			return true, nil
		}
	}
	return false, nil
}

// has says whether the role has the permission, on an object that exists.
func (g *grant) has(ctx context.Context) (bool, error) {
	if g.isGlobal() {
		return g.hasGlobal(ctx)
	}
	if has, err := g.hasOnObject(ctx); err != nil || !has {
		return false, err
	}
	return g.objectExists(ctx)
}

// send assigns or unassigns the permission, on the object or on all.
func (g *grant) send(ctx context.Context, method, action string, global bool) error {
	body := map[string]any{"permissions": []string{g.permission}}
	if !global {
		body["model"], body["object_pk"] = g.model, g.object
	}
	_, err := g.api.Do(ctx, client.Request{Method: method, Path: grantsPath + url.PathEscape(g.role) + "/" + action + "/", Body: body, Idempotent: true})
	return err
}

func (g *grant) assign(ctx context.Context, global bool) error {
	return g.send(ctx, http.MethodPost, "assign", global)
}

func (g *grant) unassign(ctx context.Context, global bool) error {
	return g.send(ctx, http.MethodPatch, "unassign", global)
}

// give assigns the permission. Where the object was deleted in between, the server has
// made it one on all objects, which is taken back.
func (g *grant) give(ctx context.Context) error {
	switch exists, err := g.permissionExists(ctx); {
	case err != nil:
		return err
	case !exists:
		return errNoPermission
	case g.isGlobal():
		return g.assign(ctx, true)
	}
	exists, err := g.objectExists(ctx)
	if err == nil && !exists {
		err = errNoObject
	}
	if err != nil {
		return err
	}
	hadGlobal, err := g.hasGlobal(ctx)
	if err != nil {
		return err
	}
	if err := g.assign(ctx, false); err != nil {
		return err
	}
	return g.check(ctx, hadGlobal)
}

// check makes sure that what was assigned is for the object only. It goes on when
// Terraform is interrupted: what it may have to take back is a permission on everything.
func (g *grant) check(ctx context.Context, hadGlobal bool) error {
	ctx = context.WithoutCancel(ctx)
	hasGlobal, err := g.hasGlobal(ctx)
	switch {
	case err != nil:
		return err
	case hasGlobal && !hadGlobal:
		return errors.Join(errBecameGlobal, g.unassign(ctx, true))
	}
	// The server keeps what it assigned on objects that were deleted, so this alone would
	// prove nothing.
	if has, err := g.hasOnObject(ctx); err != nil || has {
		return err
	}
	return errNoObject
}

// take unassigns the permission. Of an object that is gone nothing is unassigned, since
// that would be the permission on all objects; where it was deleted in between, that
// permission is given back.
func (g *grant) take(ctx context.Context) error {
	if g.isGlobal() {
		return g.unassign(ctx, true)
	}
	if exists, err := g.objectExists(ctx); err != nil || !exists {
		return err
	}
	hadGlobal, err := g.hasGlobal(ctx)
	if err != nil {
		return err
	}
	if err := g.unassign(ctx, false); err != nil || !hadGlobal {
		return err
	}
	ctx = context.WithoutCancel(ctx)
	if hasGlobal, err := g.hasGlobal(ctx); err != nil || hasGlobal {
		return err
	}
	return g.assign(ctx, true)
}
