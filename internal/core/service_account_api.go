package core

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	managed "github.com/authentik-iac/terraform-provider-authentik/internal/resource"
)

// Failures of a service account that are not the server's.
var (
	errNoAccount    = errors.New("the user is no service account")
	errExists       = errors.New("there is a user of this name already")
	errLostAndFound = errors.New("the server's answer does not say which user was created")
)

// createAccount creates the service account and returns the user's ID. What was created
// by a request whose answer was lost is found by its name, which nobody had before.
func createAccount(ctx context.Context, api *client.Client, plan account) (string, error) {
	name := plan.Name.ValueString()
	find := func(ctx context.Context) (client.Object, error) {
		return firstOf(ctx, api, User.API.Path, url.Values{"username": {name}})
	}
	if before, err := find(ctx); err != nil || before != nil {
		return "", errors.Join(err, map[bool]error{true: errExists}[before != nil])
	}
	body := map[string]any{"name": name, "create_group": plan.CreateGroup.ValueBool()}
	if !plan.Expiring.ValueBool() {
		body["expiring"] = false
	}
	answer, err := api.Do(ctx, client.Request{
		Method: http.MethodPost, Path: User.API.Path + "service_account/", Body: body,
		Find: func(ctx context.Context) (bool, error) {
			found, err := find(ctx)
			return found != nil, err
		},
	})
	if err != nil {
		return "", err
	}
	var created struct {
		User json.Number `json:"user_pk"`
	}
	if json.Unmarshal(answer, &created) == nil && created.User != "" {
		return created.User.String(), nil
	}
	found, err := find(ctx)
	if err != nil || found == nil {
		return "", errors.Join(errLostAndFound, err)
	}
	return (client.Collection{}).ID(found), nil
}

// readAccount reads the user, its app password's identifier and its group. before is the
// plan or the state so far; without a name it is an import.
func readAccount(ctx context.Context, api *client.Client, id string, before account) (account, error) {
	state := before
	user, err := managed.Fetch(ctx, api, client.Collection{Path: User.API.Path, Query: User.API.Query}, id)
	if err != nil {
		return state, err
	}
	var kind types.String
	if wrong := plain.Attributes(user, map[string]*types.String{"username": &state.Name, "uid": &state.UID}); wrong != nil {
		return state, wrong
	}
	if _, has := user["type"]; has {
		if wrong := plain.Attributes(user, map[string]*types.String{"type": &kind}); wrong != nil {
			return state, wrong
		}
		if kind.ValueString() != "service_account" {
			return state, errNoAccount
		}
	}
	state.ID, state.User = types.StringValue(id), numberOf(id)
	imported := before.Name.IsNull()
	if err := state.readToken(ctx, api, imported); err != nil {
		return state, err
	}
	return state, state.readGroup(ctx, api, imported)
}

// readToken finds the app password that came with the service account.
func (a *account) readToken(ctx context.Context, api *client.Client, imported bool) error {
	token, err := firstOf(ctx, api, Token.API.Path, url.Values{"user__username": {a.Name.ValueString()}, "intent": {"app_password"}})
	if err != nil {
		return err
	}
	a.TokenIdentifier = types.StringNull()
	if imported {
		a.Expiring = types.BoolValue(true)
	}
	if token == nil {
		return nil
	}
	if wrong := plain.Attributes(token, map[string]*types.String{"identifier": &a.TokenIdentifier}); wrong != nil {
		return wrong
	}
	var expiring bool
	if json.Unmarshal(token["expiring"], &expiring) == nil {
		a.Expiring = types.BoolValue(expiring)
	}
	return nil
}

// readGroup finds the group that came with the service account: the one that the state
// has, whoever its members are now, or else that of the same name with this member.
func (a *account) readGroup(ctx context.Context, api *client.Client, imported bool) error {
	before := a.Group.ValueString()
	a.Group = types.StringNull()
	if !imported && !a.CreateGroup.ValueBool() {
		return nil
	}
	if before != "" {
		group, err := managed.Fetch(ctx, api, client.Collection{Path: Group.API.Path, Query: Group.API.Query}, before)
		if failure, ok := errors.AsType[*client.Error](err); ok && failure.Status == http.StatusNotFound && !failure.FromElsewhere() {
			return nil // without its group, the service account is still one
		}
		if err == nil && group != nil {
			a.Group = types.StringValue(before)
		}
		return err
	}
	group, err := firstOf(ctx, api, Group.API.Path, url.Values{"name": {a.Name.ValueString()}, "members_by_pk": {a.ID.ValueString()}, "include_users": {"false"}})
	if imported {
		a.CreateGroup = types.BoolValue(group != nil)
	}
	if err != nil || group == nil {
		return err
	}
	wrong := plain.Attributes(group, map[string]*types.String{"pk": &a.Group})
	if wrong == nil {
		return nil
	}
	return wrong
}

// firstOf is the first object of a list, nil for none.
func firstOf(ctx context.Context, api *client.Client, path string, query url.Values) (client.Object, error) {
	for object, err := range api.List(ctx, client.Collection{Path: path}, query, 1) {
		return object, err
	}
	return nil, nil //nolint:nilnil // nothing was found, and nothing failed
}

// cutName is the name of an import ID `name=<name>`.
func cutName(written string) (name string, ok bool) {
	name, ok = strings.CutPrefix(written, "name=")
	return name, ok && name != ""
}
