package core

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
	managed "github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// bySlug is where applications are, whose URLs have the slug.
var bySlug = client.Collection{Path: Application.API.Path, Key: Application.API.Address, Query: Application.API.Query}

// NewBackchannelProvider is one provider that serves one application in the background,
// beside whatever others the application has. The server has no request for a single one,
// so that the whole set is written (PATCH /api/v3/core/applications/{slug}/), under the
// application's lock.
func NewBackchannelProvider() resource.Resource {
	set := &plain.Set{Collection: bySlug, Field: &kind.Field{Name: "backchannel_providers", Type: kind.Set, Of: kind.Int}}
	return &plain.Pair{
		Kind: &kind.Kind{
			Type: "application_backchannel_provider", Title: "backchannel provider of an application", Titles: "backchannel providers of applications",
			Model: Application.Model, Fields: []kind.Field{{Name: "protocol_provider", API: set.Field.Name, Type: kind.Int}},
		},
		Description: "Lets one provider, such as SCIM or LDAP, serve one application in the background, and leaves the application's other backchannel providers alone. Needs authentik 2023.5 or later.\n\n~> **Conflicts** with `backchannel_providers` of the application: whatever manages the complete list removes this provider again.",
		Since:       "2023.5.0",
		Holder:      plain.Side{Name: "application", Named: true, Reference: reference.Application, Description: "Slug of the application: `slug` or `id` of `authentik_application`."},
		Member:      plain.Side{Name: "protocol_provider", Number: true, Reference: reference.Provider, Description: "ID of the provider, which no other application may have in the background."},
		Key:         applicationKey,
		Add: func(ctx context.Context, ends plain.Ends) error {
			if err := taken(ctx, ends); err != nil {
				return err
			}
			return set.Add(ctx, ends)
		},
		Remove: set.Remove,
		Has:    set.Has,
	}
}

// applicationKey is the application's UUID, by which its own resource keeps writers apart.
func applicationKey(ctx context.Context, ends plain.Ends) (string, error) {
	fields, err := managed.Fetch(ctx, ends.API, bySlug, ends.Holder)
	if err != nil {
		return "", err
	}
	uuid, wrong := plain.Attribute(fields, "pk")
	if wrong != nil {
		return "", wrong
	}
	return uuid.ValueString(), nil
}

// providerKind is what messages about the provider itself need to know.
var providerKind = kind.Kind{Type: "provider", Title: "provider", Model: "authentik_core.provider"}

// taken says that another application has the provider, which the server would take away
// from it without a word; nil where none has. A provider that is not there is left for the
// write to report.
func taken(ctx context.Context, ends plain.Ends) error {
	operation := diagnostic.New(ctx, ends.Connection, &providerKind, diagnostic.View, lookup.ByID(ends.Member))
	fields, err := managed.Fetch(ctx, ends.API, client.Collection{Path: reference.Provider.Path}, ends.Member)
	switch {
	case operation.IsGone(err):
		return nil
	case err != nil:
		failed := operation.Failed(err)
		return &plain.Finding{Attribute: "protocol_provider", Summary: failed.Summary(), Detail: failed.Detail()}
	}
	owner, wrong := value.Decode(&kind.Field{Type: kind.String, Nullable: true}, fields["assigned_backchannel_application_slug"])
	if slug := value.String(owner); wrong == nil && slug != "" && slug != ends.Holder {
		return &plain.Finding{
			Attribute: "protocol_provider", Summary: "Provider of another application",
			Detail: fmt.Sprintf("The application %q uses the provider in the background, and a provider can serve only one application: authentik would take it away from that one. Remove it there first.", slug),
		}
	}
	return nil
}
