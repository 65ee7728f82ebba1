package resource

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Update changes the object, one writer at a time: the server loses updates of one object
// that arrive together.
func (r *Resource) Update(ctx context.Context, change Change) (Result, diag.Diagnostics) {
	if r.changesOnlyTimeouts(change) {
		return Result{State: change.Plan, Identity: r.identity(change.State)}, nil
	}
	api, diagnostics := r.Connection.API()
	if diagnostics.HasError() {
		return Result{}, diagnostics
	}
	operation := r.operation(ctx, diagnostic.Change, r.addressed(change.State))
	failed := func(err error) (Result, diag.Diagnostics) { return Result{}, diag.Diagnostics{operation.Failed(err)} }
	unlock, err := r.Connection.Lock(ctx, r.lockName(r.identity(change.State)))
	if err != nil {
		return Result{}, diag.Diagnostics{operation.Cannot(err)}
	}
	defer unlock()
	release, err := r.releaseFor(ctx, change)
	if err != nil {
		return failed(err)
	}
	collection, err := r.collection(ctx)
	if err != nil {
		return failed(err)
	}
	address, err := r.address(ctx, api, collection, change.State)
	if err == nil && r.isStored(ctx, api, collection, address, change) {
		return Result{State: known(change.Plan), Identity: r.identity(change.State)}, nil
	}
	if err == nil {
		sent := r.request(change, release)
		var fields client.Object
		if err = r.overlay(ctx, api, collection, address, sent); err == nil {
			err = r.updateDraft(ctx, api, collection, address, sent, change, release)
		}
		if err == nil {
			fields, err = r.patch(ctx, api, collection, address, sent)
		}
		if err == nil {
			return r.updated(ctx, api, collection, fields, sent, change, operation)
		}
	}
	if !operation.IsGone(err) {
		return Result{}, operation.Refused(err, change.isWriteOnly)
	}
	if planned := change.Plan[schema.IdentityAttribute(r.Kind)]; value.IsSet(planned) && planned.IsKnown() {
		return failed(err)
	}
	// The server deleted it along with what it referred to; the plan has left the key open
	// for that.
	return r.Create(ctx, Change{Config: change.Config, Plan: change.Plan})
}

// patch sends an update, and again with null in place of "" or the other way round for a
// server that hides its release and refused the one.
func (r *Resource) patch(ctx context.Context, api *client.Client, collection client.Collection, address string, sent request) (client.Object, error) {
	fields, err := api.Update(ctx, collection.Path, address, sent.Write)
	if err != nil && r.swapEmpty(err, sent) {
		fields, err = api.Update(ctx, collection.Path, address, sent.Write)
	}
	return r.upgrade(fields), err
}

// updated makes the state after an update, and sends what is not part of the body.
func (r *Resource) updated(ctx context.Context, api *client.Client, collection client.Collection, fields client.Object, sent request, change Change, operation *diagnostic.Operation) (Result, diag.Diagnostics) {
	if r.isOther(fields, change.State) {
		return Result{}, diag.Diagnostics{operation.OtherObject("its `" + r.Kind.Key().APIName() + "` differs")}
	}
	result, diagnostics := r.store(fields, sent, change.Plan, operation)
	if result.State == nil {
		return result, diagnostics
	}
	if failed := r.act(ctx, api, collection, sent, value.String(result.State[lookup.ID]), change, operation); failed.HasError() {
		for _, action := range sent.actions {
			// Not sent as far as anybody knows: the next plan shows it again.
			for _, name := range []string{action.field.Name, action.field.Name + diagnostic.VersionSuffix} {
				if before, has := change.State[name]; has {
					result.State[name] = before
				}
			}
		}
		diagnostics.Append(failed...)
	}
	if !diagnostics.HasError() {
		diagnostics.Append(r.reveal(ctx, api, collection, result.State, operation)...)
	}
	if !diagnostics.HasError() {
		if failed := r.runJob(ctx, api, collection, result.State, fields, change); failed.HasError() {
			// The next plan shows the switch as a change, and so starts the task again.
			result.State[r.Kind.Job.Switch] = value.False()
			diagnostics.Append(failed...)
		}
	}
	return result, diagnostics
}

// isOther says whether an answer is another object than that of the state.
func (r *Resource) isOther(fields client.Object, state value.Object) bool {
	key, field := r.identity(state), r.Kind.Key()
	return key != "" && value.IsAnswered(field, fields) && !r.hasKey(fields, key)
}

// swapEmpty exchanges null and "" for the fields of which the two are the same and that
// the server refused. It says whether there was one.
func (r *Resource) swapEmpty(err error, sent request) bool {
	failure, ok := isBadRequest(err)
	if !ok {
		return false
	}
	swapped := false
	fields := r.Kind.All()
	for i := range fields {
		key := fields[i].APIName()
		written, wasSent := sent.Fields[key]
		if !fields[i].EmptyIsNull || !wasSent || failure.Fields[key] == nil || written != nil && written != "" {
			continue
		}
		if swapped = true; written == nil {
			sent.Fields[key] = ""
		} else {
			sent.Fields[key] = nil
		}
	}
	return swapped
}
