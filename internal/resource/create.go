package resource

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"net/http"
	"net/url"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Create creates the object, or adopts the one that exists where the kind says so. Its ID
// is in the state before anything else can fail.
func (r *Resource) Create(ctx context.Context, change Change) (Result, diag.Diagnostics) {
	api, diagnostics := r.Connection.API()
	if diagnostics.HasError() {
		return Result{}, diagnostics
	}
	if r.Kind.API.Adopted {
		return r.adopt(ctx, api, change)
	}
	asked := lookup.First(r.Kind, change.Plan)
	operation := r.operation(ctx, diagnostic.Add, asked)
	unlock, err := r.Connection.Lock(ctx, r.lockName(asked.String()))
	if err != nil {
		return Result{}, diag.Diagnostics{operation.Cannot(err)}
	}
	defer unlock()
	release, err := r.releaseFor(ctx, change)
	if err != nil {
		return Result{}, diag.Diagnostics{operation.Failed(err)}
	}
	collection, err := r.collection(ctx)
	if err != nil {
		return Result{}, diag.Diagnostics{operation.Failed(err)}
	}
	sent := r.request(change, release)
	if err := r.overlay(ctx, api, collection, "", sent); err != nil {
		return Result{}, diag.Diagnostics{operation.Failed(err)}
	}
	draft := r.draft(sent, nil)
	find, err := r.finder(ctx, api, collection, r.drafted(change, sent, draft))
	if err != nil {
		return Result{}, diag.Diagnostics{operation.Failed(err)}
	}
	fields, failed := r.createIn(ctx, api, collection, sent, draft, find, change, operation)
	if fields == nil {
		return Result{}, failed
	}
	result, stored := r.store(fields, sent, change.Plan, operation)
	if failed.HasError() {
		return result, append(failed, stored...)
	}
	if result.State != nil {
		r.Connection.Roster(r.Kind.Type).Created(asked.String(), result.Identity)
		stored.Append(r.act(ctx, api, collection, sent, value.String(result.State[lookup.ID]), change, operation)...)
		if !stored.HasError() {
			stored.Append(r.reveal(ctx, api, collection, result.State, operation)...)
		}
		if !stored.HasError() {
			stored.Append(r.runJob(ctx, api, collection, result.State, fields, change)...)
		}
	}
	return result, stored
}

// isWriteOnly says whether the configuration has the write-only form of a secret.
func (c Change) isWriteOnly(name string) bool {
	return value.IsSet(c.Config[name+diagnostic.WriteOnlySuffix])
}

// adopt takes over the object that exists, and changes it.
func (r *Resource) adopt(ctx context.Context, api *client.Client, change Change) (Result, diag.Diagnostics) {
	operation := r.operation(ctx, diagnostic.Change, lookup.First(r.Kind, change.Plan))
	collection, err := r.collection(ctx)
	if err != nil {
		return Result{}, diag.Diagnostics{operation.Failed(err)}
	}
	found, err := r.matching(ctx, api, collection, operation.Asked)
	switch {
	case err != nil:
		return Result{}, diag.Diagnostics{operation.Failed(err)}
	case len(found) == 0:
		return Result{}, diag.Diagnostics{operation.NoMatch()}
	case len(found) > 1:
		return Result{}, diag.Diagnostics{operation.ManyMatches(len(found))}
	}
	change.State = r.State(found[0].decoded, found[0].fields, r.blank(), true)
	for name, planned := range change.Plan {
		if !planned.IsKnown() {
			change.Plan[name] = change.State[name]
		}
	}
	return r.Update(ctx, change)
}

// store makes the state from the answer to a write. An answer that cannot be read leaves
// an object behind all the same, so its ID goes into the state with what was planned, and
// the error follows.
func (r *Resource) store(fields client.Object, sent request, plan value.Object, operation *diagnostic.Operation) (Result, diag.Diagnostics) {
	var diagnostics diag.Diagnostics
	var state value.Object
	decoded, wrong := r.decode(fields)
	if wrong == nil {
		state = r.State(decoded, r.answered(fields, sent, plan), plan, false)
		diagnostics.Append(r.ignored(fields, sent, plan)...)
	} else {
		diagnostics.Append(operation.Mismatched(wrong))
		state = known(plan)
		decoded = r.decodeKeys(fields, state)
	}
	if planned := plan[lookup.ID]; value.IsSet(planned) && planned.IsKnown() {
		state[lookup.ID] = planned
	}
	if value.String(state[lookup.ID]) == "" {
		diagnostics.Append(operation.WithoutKey())
		return Result{}, diagnostics
	}
	result := Result{State: state, Identity: value.Plain(decoded[r.Kind.Key().Name])}
	if result.Identity == "" {
		result.Identity = value.Plain(state[schema.IdentityAttribute(r.Kind)])
	}
	return result, diagnostics
}

// decodeKeys puts what identifies the object into a state whose other attributes cannot
// be read.
func (r *Resource) decodeKeys(fields client.Object, state value.Object) value.Object {
	decoded := value.Object{}
	key, address := r.Kind.Key(), r.Kind.Address()
	if read, wrong := value.Decode(key, value.Raw(key, fields)); wrong == nil {
		decoded[key.Name] = read
		if _, has := state[key.Name]; has && key.InResource() {
			state[key.Name] = read
		}
	}
	if read, wrong := value.Decode(address, value.Raw(address, fields)); wrong == nil && value.IsSet(read) {
		state[lookup.ID] = value.Text(value.Plain(read))
	}
	return decoded
}

// act sends what is not part of the body. The object is in the state by then, so that a
// failure leaves a tainted object and not a lost one.
func (r *Resource) act(ctx context.Context, api *client.Client, collection client.Collection, sent request, address string, change Change, operation *diagnostic.Operation) diag.Diagnostics {
	for _, action := range sent.actions {
		request := client.Request{Method: http.MethodPost, Path: action.field.Via.Path, Body: action.body, Secrets: action.secrets, Idempotent: true}
		if action.field.Via.Clear != "" && action.body[action.field.Via.Key] == "" {
			request.Path, request.Body = action.field.Via.Clear, client.Multipart{Fields: map[string]string{"clear": "true"}}
		}
		request.Path = cmp.Or(action.field.Via.Collection, collection.Path) + url.PathEscape(address) + "/" + request.Path
		if _, err := api.Do(ctx, request); err != nil {
			return operation.Refused(aboutField(err, action.field), change.isWriteOnly)
		}
	}
	return nil
}

// aboutField has what the server says of the key of an action's body say it of the field.
func aboutField(err error, field *kind.Field) error {
	failure, ok := errors.AsType[*client.Error](err)
	if !ok || failure.Fields[field.Via.Key] == nil {
		return err
	}
	renamed := *failure
	renamed.Fields = maps.Clone(failure.Fields)
	delete(renamed.Fields, field.Via.Key)
	renamed.Fields[field.APIName()] = failure.Fields[field.Via.Key]
	return &renamed
}

// isBadRequest says whether the server refused what it was sent.
func isBadRequest(err error) (*client.Error, bool) {
	failure, ok := errors.AsType[*client.Error](err)
	return failure, ok && failure.Status == http.StatusBadRequest
}
