package outpost

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/int64planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
	managed "github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// NewProviderAttachment is one provider on one outpost, beside whatever other providers
// the outpost runs. Its arguments and its ID are those of goauthentik/authentik.
func NewProviderAttachment() resource.Resource { return &providerAttachment{} }

type providerAttachment struct {
	plain.Resource
}

var (
	_ resource.ResourceWithConfigure   = (*providerAttachment)(nil)
	_ resource.ResourceWithImportState = (*providerAttachment)(nil)
)

// attachment is the state. Its ID is `<outpost>:<provider>`.
type attachment struct {
	ID       types.String `tfsdk:"id"`
	Outpost  types.String `tfsdk:"outpost"`
	Provider types.Int64  `tfsdk:"protocol_provider"`
}

// attachmentKind is what messages need to know.
var attachmentKind = kind.Kind{
	Type: "outpost_provider_attachment", Title: "outpost provider attachment", Article: "an", Model: Outpost.Model,
	Fields: []kind.Field{{Name: "protocol_provider", API: "providers", Type: kind.Int}},
}

func (*providerAttachment) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_outpost_provider_attachment"
}

func (*providerAttachment) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Runs one provider on one outpost and leaves the outpost's other providers alone. The server can only replace the whole list, so attachments of one outpost wait for each other: within an apply, and between applies on one machine. Each is checked after it was written.\n\n" +
			"~> **Conflicts** with `protocol_providers` of the outpost, which manages the whole list. Create an outpost that is filled by attachments with one provider, and ignore changes of that argument (`lifecycle { ignore_changes = [protocol_providers] }`).\n\n" +
			"Only the embedded outpost may be without providers. The last attachment of any other is removed from the state with a warning, and the provider stays on the outpost.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
				MarkdownDescription: "`<outpost>:<provider>`.",
			},
			"outpost": schema.StringAttribute{
				Required: true, PlanModifiers: []planmodifier.String{stringplanmodifier.RequiresReplace()},
				Validators:          []validator.String{plain.String(&kind.Field{Type: kind.UUID, Required: true, Refers: reference.Outpost})},
				MarkdownDescription: "UUID of the outpost. Another value replaces the attachment.",
			},
			"protocol_provider": schema.Int64Attribute{
				Required: true, PlanModifiers: []planmodifier.Int64{int64planmodifier.RequiresReplace()},
				MarkdownDescription: "ID of the provider, which is of the outpost's type. Another value replaces the attachment.",
			},
		},
	}
}

func (a attachment) operation(ctx context.Context, connected *connection.Connection, verb diagnostic.Verb) *diagnostic.Operation {
	return diagnostic.New(ctx, connected, &attachmentKind, verb, lookup.Terms{
		{Attribute: "outpost", Value: a.Outpost.ValueString()}, {Attribute: "protocol_provider", Value: strconv.FormatInt(a.Provider.ValueInt64(), 10)},
	})
}

// outpostOperation is the one on the outpost itself, which its requests name.
func (a attachment) outpostOperation(ctx context.Context, connected *connection.Connection) *diagnostic.Operation {
	return diagnostic.New(ctx, connected, &Outpost, diagnostic.View, lookup.ByID(a.Outpost.ValueString()))
}

func (r *providerAttachment) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var plan attachment
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(r.change(ctx, plan, true)...)
	if resp.Diagnostics.HasError() {
		return
	}
	plan.ID = types.StringValue(fmt.Sprintf("%s:%d", plan.Outpost.ValueString(), plan.Provider.ValueInt64()))
	resp.Diagnostics.Append(resp.State.Set(ctx, plan)...)
}

// Read reads the outpost, which many attachments share.
func (r *providerAttachment) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	var state attachment
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	api, diagnostics := r.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	operation := state.operation(ctx, r.Connection, diagnostic.View)
	held := ids{}
	outpost, err := managed.Fetch(ctx, api, client.Collection{Path: Outpost.API.Path, ReadAhead: true}, state.Outpost.ValueString())
	if err == nil {
		held, err = providersOf(outpost)
	}
	switch {
	case err != nil && !operation.IsGone(err):
		resp.Diagnostics.Append(operation.Failed(err))
	case err != nil || !held.has(state.Provider.ValueInt64()):
		resp.Diagnostics.Append(operation.Vanished())
		resp.State.RemoveResource(ctx)
	}
}

// Update has nothing to do: every argument replaces the attachment.
func (*providerAttachment) Update(context.Context, resource.UpdateRequest, *resource.UpdateResponse) {
}

func (r *providerAttachment) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state attachment
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	if !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(r.change(ctx, state, false)...)
	}
}

// ImportState reads `<outpost>:<provider>`.
func (*providerAttachment) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	outpost, provider, _ := strings.Cut(req.ID, ":")
	uuid, ok := value.CanonicalUUID(outpost)
	number, err := strconv.ParseInt(provider, 10, 64)
	if !ok || err != nil {
		resp.Diagnostics.AddError("Invalid import ID", fmt.Sprintf("Import an outpost provider attachment by `<UUID of the outpost>:<ID of the provider>`. %q is not of this form.", req.ID))
		return
	}
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("id"), fmt.Sprintf("%s:%d", uuid, number))...)
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("outpost"), uuid)...)
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("protocol_provider"), number)...)
}

// change attaches or detaches the provider, one writer of the outpost at a time.
func (r *providerAttachment) change(ctx context.Context, a attachment, attached bool) diag.Diagnostics {
	api, diagnostics := r.Connection.API()
	if diagnostics.HasError() {
		return diagnostics
	}
	verb := diagnostic.Add
	if !attached {
		verb = diagnostic.Delete
	}
	operation := a.operation(ctx, r.Connection, verb)
	object := Outpost.API.Path + a.Outpost.ValueString()
	unlock, err := r.Connection.LockMachine(ctx, object)
	if err != nil {
		return diag.Diagnostics{operation.Cannot(err)}
	}
	defer unlock()
	return (&listing{api: api, outpost: a.Outpost.ValueString(), provider: a.Provider.ValueInt64(), attached: attached, operation: operation, reading: a.outpostOperation(ctx, r.Connection)}).settle(ctx)
}
