package resource

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// draft is what the server has to store before the request, nil where one write is enough.
// before is the body of what is stored, nil in a create.
func (r *Resource) draft(sent request, before map[string]any) *client.Write {
	if r.Kind.Draft == nil {
		return nil
	}
	draft := sent.Write
	draft.Fields = maps.Clone(sent.Fields)
	if !r.Kind.Draft(draft.Fields, before) {
		return nil
	}
	return &draft
}

// drafted is the change that the draft makes, by which its object is recognized where the
// answer was lost.
func (r *Resource) drafted(change Change, sent request, draft *client.Write) Change {
	if draft == nil {
		return change
	}
	change.Plan = maps.Clone(change.Plan)
	fields := r.Kind.All()
	for i := range fields {
		field := &fields[i]
		for _, name := range field.APINames() {
			written, has := draft.Fields[name]
			if reflect.DeepEqual(written, sent.Fields[name]) {
				continue
			}
			// What cannot be read as an answer, or is not sent at all, is not compared.
			change.Plan[field.Name] = value.Unknown(field)
			if raw, err := json.Marshal(written); has && err == nil {
				if decoded, wrong := value.Decode(field, raw); wrong == nil {
					change.Plan[field.Name] = decoded
				}
			}
		}
	}
	return change
}

// createIn creates the object in one step, or in two where there is a draft. An object
// whose second step fails is deleted again. Where that fails too the object is returned
// beside the errors: in the state nobody forgets it.
func (r *Resource) createIn(ctx context.Context, api *client.Client, collection client.Collection, sent request, draft *client.Write, find client.Find, change Change, operation *diagnostic.Operation) (client.Object, diag.Diagnostics) {
	first := sent.Write
	if draft != nil {
		first = *draft
	}
	created, err := api.Create(ctx, collection.Path, first, find)
	if err != nil {
		return nil, operation.Refused(err, change.isWriteOnly)
	}
	created = r.upgrade(created)
	if draft == nil {
		return created, nil
	}
	address, _ := value.Decode(r.Kind.Address(), value.Raw(r.Kind.Address(), created))
	if !value.IsSet(address) {
		return created, nil // whoever stores the answer reports what is wrong with it
	}
	fields, err := api.Update(ctx, collection.Path, value.Plain(address), sent.Write)
	if err == nil {
		return r.upgrade(fields), nil
	}
	failed := operation.Refused(err, change.isWriteOnly)
	left := api.Delete(ctx, collection.Path, value.Plain(address))
	if left == nil || operation.IsGone(left) {
		return nil, failed
	}
	failed.AddWarning("An unfinished "+r.Kind.Title+" is left", fmt.Sprintf(
		"The %s with the ID %s was created before that, and could not be deleted again. It is in the state as tainted, so the next apply replaces it.\n\n%s",
		r.Kind.Title, value.Plain(address), left))
	return created, failed
}

// updateDraft sends what the server has to store before the update.
func (r *Resource) updateDraft(ctx context.Context, api *client.Client, collection client.Collection, address string, sent request, change Change, release string) error {
	if r.Kind.Draft == nil {
		return nil
	}
	before := r.request(Change{Config: change.State, Plan: change.State, State: change.State}, release)
	draft := r.draft(sent, before.Fields)
	if draft == nil {
		return nil
	}
	_, err := api.Update(ctx, collection.Path, address, *draft)
	return err
}
