package outpost

import (
	"context"
	"errors"
	"net/http"

	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// held is the set of providers of an outpost. The type goes with a write, because the
// server checks only then that the providers are of that type. Many attachments share an
// outpost, so that it may be read ahead.
var held = &plain.Set{
	Collection: client.Collection{Path: Outpost.API.Path, ReadAhead: true},
	Field:      &kind.Field{Name: "providers", Type: kind.Set, Of: kind.Int},
	Beside:     "type",
}

// NewProviderAttachment is one provider on one outpost, beside whatever other providers
// the outpost runs. Its arguments and its ID are those of goauthentik/authentik.
func NewProviderAttachment() resource.Resource {
	return &plain.Pair{
		Kind: &kind.Kind{
			Type: "outpost_provider_attachment", Title: "outpost provider attachment", Article: "an", Model: Outpost.Model,
			Fields: []kind.Field{{Name: "protocol_provider", API: held.Field.Name, Type: kind.Int}},
		},
		Description: "Runs one provider on one outpost and leaves the outpost's other providers alone. The server can only replace the whole list, so attachments of one outpost wait for each other: within an apply, and between applies on one machine. Each is checked after it was written.\n\n" +
			"~> **Conflicts** with `protocol_providers` of the outpost, which manages the whole list. Create an outpost that is filled by attachments with one provider, and ignore changes of that argument (`lifecycle { ignore_changes = [protocol_providers] }`).\n\n" +
			"Only the embedded outpost may be without providers. The last attachment of any other is removed from the state with a warning, and the provider stays on the outpost.",
		Holder: plain.Side{Name: "outpost", Reference: reference.Outpost, Description: "UUID of the outpost."},
		Member: plain.Side{Name: "protocol_provider", Number: true, Reference: reference.Provider, Description: "ID of the provider, which is of the outpost's type."},
		Add:    held.Add,
		Remove: detach,
		Has:    held.Has,
	}
}

// detach removes the provider. The server refuses to remove the last one of an outpost
// that is not the embedded one: that stays, with a warning.
func detach(ctx context.Context, ends plain.Ends) error {
	err := held.Remove(ctx, ends)
	failure, ok := errors.AsType[*client.Error](err)
	if !ok || failure.Status != http.StatusBadRequest || failure.Fields[held.Field.Name] == nil {
		return err
	}
	if left, _ := held.Elements(ctx, ends.API, ends.Holder); len(left) != 1 || left[0] != ends.Member {
		return err
	}
	return &plain.Finding{
		Warning: true, Summary: "The provider stays on the outpost",
		Detail: "authentik refuses an outpost without providers, except for the embedded one. " +
			"The attachment of the last provider is removed from the state only. Delete the outpost, or attach another provider to it first and detach this one in authentik.",
	}
}
