package core

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	managed "github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// backchannel is what an application's answer says of its backchannel providers.
type backchannel struct {
	uuid      string
	providers []int64
	// supported is false in releases before 2023.5, which lack the field.
	supported bool
}

// readBackchannel reads the application now: it is never listed for a read. The error is a
// [client.Error] or a [value.Mismatch].
func readBackchannel(ctx context.Context, api *client.Client, slug string) (backchannel, error) {
	fields, err := managed.Fetch(ctx, api, client.Collection{Path: Application.API.Path, Key: "slug", Query: Application.API.Query}, slug)
	if err != nil {
		return backchannel{}, err
	}
	return decodeBackchannel(fields)
}

func decodeBackchannel(fields client.Object) (backchannel, error) {
	var uuid types.String
	if wrong := plain.Attributes(fields, map[string]*types.String{"pk": &uuid}); wrong != nil {
		return backchannel{}, wrong
	}
	field := &kind.Field{Name: "backchannel_providers", Type: kind.Set, Of: kind.Int}
	_, supported := fields[field.Name]
	found := backchannel{uuid: uuid.ValueString(), supported: supported}
	if !supported {
		return found, nil
	}
	elements, err := plain.Elements(fields, field)
	for _, element := range elements {
		number, _ := value.Number(element).Int64()
		found.providers = append(found.providers, number)
	}
	return found, err
}

// attempts is how often a set is written that somebody else changes at the same time.
const attempts = 3

// change adds or removes the provider. The application's other writers in this process
// wait; against others the set is read before and after.
func (r *backchannelProvider) change(ctx context.Context, a attachment, add bool) diag.Diagnostics {
	api, diagnostics := r.Connection.API()
	if diagnostics.HasError() {
		return diagnostics
	}
	operation := a.operation(ctx, r.Connection, diagnostic.Change)
	slug, id := a.Application.ValueString(), a.Provider.ValueInt64()
	found, err := readBackchannel(ctx, api, slug)
	switch {
	case err != nil && !add && operation.IsGone(err):
		return nil // the application is gone, and the attachment with it
	case operation.IsGone(err):
		application := diagnostic.New(ctx, r.Connection, &Application, diagnostic.View, lookup.Terms{{Attribute: "slug", Value: slug}})
		return diag.Diagnostics{application.Failed(err)}
	case err != nil:
		return diag.Diagnostics{operation.Failed(err)}
	case !found.supported:
		return diag.Diagnostics{diag.NewErrorDiagnostic("Not available in the server's release", "Applications have backchannel providers since authentik 2023.5. Remove the resource, or upgrade the server.")}
	}
	unlock, err := r.Connection.LockMachine(ctx, Application.API.Path+found.uuid)
	if err != nil {
		return diag.Diagnostics{operation.Cannot(err)}
	}
	defer unlock()
	if add {
		if taken := r.taken(ctx, api, a); taken != nil {
			return diag.Diagnostics{taken}
		}
	}
	for range attempts {
		if found, err = readBackchannel(ctx, api, slug); err != nil {
			return diag.Diagnostics{operation.Failed(err)}
		}
		if slices.Contains(found.providers, id) == add {
			return nil
		}
		wanted := slices.DeleteFunc(slices.Clone(found.providers), func(one int64) bool { return one == id })
		if add {
			wanted = append(wanted, id)
		}
		if _, err := api.Update(ctx, Application.API.Path, slug, client.Write{Fields: map[string]any{"backchannel_providers": append([]int64{}, wanted...)}}); err != nil {
			return operation.Refused(err, nil)
		}
	}
	if found, err = readBackchannel(ctx, api, slug); err == nil && slices.Contains(found.providers, id) == add {
		return nil
	}
	return diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root("protocol_provider"), "Lost update",
		fmt.Sprintf("authentik accepted the application's backchannel providers %d times, and returned them without the change each time. Something else changes the application at the same time; look at what manages `backchannel_providers`, and apply again.", attempts))}
}

// taken says that another application has the provider, which the server would take away
// from it without a word; nil where none has. A provider that is not there is left for the
// write to report.
func (*backchannelProvider) taken(ctx context.Context, api *client.Client, a attachment) diag.Diagnostic {
	fields, err := api.Read(ctx, client.Collection{Path: "/providers/all/"}, strconv.FormatInt(a.Provider.ValueInt64(), 10))
	if err != nil {
		return nil
	}
	owner, wrong := value.Decode(&kind.Field{Type: kind.String, Nullable: true}, fields["assigned_backchannel_application_slug"])
	if slug := value.String(owner); wrong == nil && slug != "" && slug != a.Application.ValueString() {
		return diag.NewAttributeErrorDiagnostic(path.Root("protocol_provider"), "Provider of another application",
			fmt.Sprintf("The application %q has the provider in the background, and a provider serves one application only: authentik would take it away from that one. Remove it there first.", slug))
	}
	return nil
}
