package resource

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Read refreshes the state. An object that is gone has no state, with a warning.
func (r *Resource) Read(ctx context.Context, before value.Object) (Result, diag.Diagnostics) {
	api, diagnostics := r.Connection.API()
	if diagnostics.HasError() {
		return Result{}, diagnostics
	}
	r.Connection.Refreshed(r.lockName(r.identity(before)))
	operation := r.operation(ctx, diagnostic.View, r.addressed(before))
	fields, err := r.locate(ctx, api, before)
	switch {
	case err != nil && operation.IsGone(err) && !r.isImport(before):
		return Result{Identity: r.identity(before)}, diag.Diagnostics{operation.Vanished()}
	case err != nil:
		return Result{}, diag.Diagnostics{operation.Failed(err)}
	}
	if r.Kind.Gone != nil && r.Kind.Gone(fields) && !r.isImport(before) {
		return Result{Identity: r.identity(before)}, diag.Diagnostics{operation.Vanished()}
	}
	if unmanaged := r.Kind.Unmanaged; unmanaged != nil && r.isImport(before) && unmanaged.Is(fields) {
		return Result{}, diag.Diagnostics{diag.NewErrorDiagnostic("Cannot import the "+r.Kind.Title, "Terraform does not manage "+unmanaged.Are+".")}
	}
	decoded, wrong := r.decode(fields)
	if wrong != nil {
		return Result{}, diag.Diagnostics{operation.Mismatched(wrong)}
	}
	if r.Kind.IsAddressedByName() {
		operation.Asked = lookup.ByID(value.Plain(decoded[r.Kind.Address().Name]))
	}
	if failure := Identify(decoded, operation, r.Kind.Address().Name); failure != nil {
		return Result{}, diag.Diagnostics{failure}
	}
	state := r.State(decoded, fields, before, r.isImport(before))
	state[lookup.ID] = value.Text(operation.Asked.Value())
	identity := value.Plain(decoded[r.Kind.Key().Name])
	if identity == "" {
		identity = r.identity(before)
	}
	if failed := r.refreshRevealed(ctx, api, state, operation); failed.HasError() {
		return Result{}, failed
	}
	return Result{State: state, Identity: identity}, nil
}

// isImport says whether a state is that of an import: nothing but what identifies the
// object.
func (r *Resource) isImport(state value.Object) bool {
	for name, attribute := range state {
		if name != lookup.ID && name != r.Kind.Key().Name && value.IsSet(attribute) {
			return false
		}
	}
	return true
}

// Identify makes sure that an answer is the object that was asked for. address is the
// field with what stands in the object's URL. A server, or a cache in front of it, that
// answers with another object must not go unnoticed.
func Identify(decoded value.Object, operation *diagnostic.Operation, address string) diag.Diagnostic {
	asked, id := operation.Asked, value.Plain(decoded[address])
	switch {
	case asked.IsByID() && id == "" && !recognizes(decoded):
		return operation.OtherObject("it has none of the fields by which it would be recognized")
	case asked.IsByID() && id != "" && id != asked.Value():
		return operation.OtherObject("its `" + address + "` differs")
	case asked.IsByID():
		return nil
	case value.Plain(decoded[operation.Kind.Key().Name]) == "" || id == "":
		return operation.OtherObject("it has no `" + operation.Kind.Key().APIName() + "`")
	}
	if other := asked.Mismatch(operation.Kind, decoded); other != "" {
		return operation.OtherObject("its `" + other + "` differs, as if the server did not filter")
	}
	return nil
}

// recognizes says whether an answer without a key can be the object all the same.
func recognizes(decoded value.Object) bool {
	for _, attribute := range decoded {
		if value.IsSet(attribute) {
			return true
		}
	}
	return false
}

// Delete deletes the object; one that is gone already is what was wanted.
func (r *Resource) Delete(ctx context.Context, state value.Object) diag.Diagnostics {
	if r.Kind.API.Kept {
		return nil
	}
	api, diagnostics := r.Connection.API()
	if diagnostics.HasError() {
		return diagnostics
	}
	operation := r.operation(ctx, diagnostic.Delete, r.addressed(state))
	unlock, err := r.Connection.Lock(ctx, r.lockName(r.identity(state)))
	if err != nil {
		return diag.Diagnostics{operation.Cannot(err)}
	}
	defer unlock()
	if err := r.delete(ctx, api, state); err != nil && !operation.IsGone(err) {
		if r.isSpent(ctx, api, state) {
			return nil
		}
		return operation.Refused(err, nil)
	}
	return nil
}

// isSpent says whether an object that the server refused to delete is one to leave.
func (r *Resource) isSpent(ctx context.Context, api *client.Client, state value.Object) bool {
	if r.Kind.Spent == nil {
		return false
	}
	fields, err := r.locate(ctx, api, state)
	return err == nil && r.Kind.Spent(fields)
}

func (r *Resource) delete(ctx context.Context, api *client.Client, state value.Object) error {
	collection, err := r.collection(ctx)
	if err != nil {
		return err
	}
	address, err := r.address(ctx, api, collection, state)
	if err != nil {
		return err
	}
	return api.Delete(ctx, collection.Path, address)
}
