package plain

import (
	"context"
	"fmt"
	"strconv"

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
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Pair is a resource that relates two objects and owns neither: one user's membership in
// a group, one role of a group. Its ID is `<holder>:<member>`. Both arguments replace it.
type Pair struct {
	Resource

	// Kind is what messages need: Type, Title and Model.
	Kind *kind.Kind
	// Description is that of the resource.
	Description string
	// Since is the first release that has the relation.
	Since string
	// Holder and Member are the two arguments.
	Holder, Member Side
	// Add relates the two objects, Remove ends that, and Has says whether they are related
	// now. All are called with the holder locked, except Has.
	Add, Remove func(context.Context, Ends) error
	Has         func(context.Context, Ends) (bool, error)
}

// Side is one of the two objects.
type Side struct {
	// Name is the argument.
	Name string
	// Reference is the kind of object; its IDs are UUIDs or, with Number, integers.
	Reference kind.Reference
	Number    bool
	// Whole is the argument of that kind's resource that manages the relation as a whole,
	// empty for none.
	Whole string
	// Description is that of the argument.
	Description string
}

// Ends are the IDs of the two objects, with what it takes to relate them.
type Ends struct {
	Connection     *connection.Connection
	API            *client.Client
	Holder, Member string
}

var (
	_ resource.ResourceWithConfigure   = (*Pair)(nil)
	_ resource.ResourceWithImportState = (*Pair)(nil)
	_ resource.ResourceWithModifyPlan  = (*Pair)(nil)
)

// Metadata names the resource.
func (p *Pair) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_" + p.Kind.Type
}

// Schema has the ID and the two arguments.
func (p *Pair) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: p.Description,
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
				MarkdownDescription: "`<" + p.Holder.Name + ">:<" + p.Member.Name + ">`.",
			},
			p.Holder.Name: p.Holder.attribute(p.Kind.Title),
			p.Member.Name: p.Member.attribute(p.Kind.Title),
		},
	}
}

func (s Side) attribute(title string) schema.Attribute {
	description := s.Description + " Another value replaces the " + title + "."
	if s.Number {
		return schema.Int64Attribute{Required: true, MarkdownDescription: description, PlanModifiers: []planmodifier.Int64{int64planmodifier.RequiresReplace()}}
	}
	return schema.StringAttribute{
		Required: true, MarkdownDescription: description, PlanModifiers: []planmodifier.String{stringplanmodifier.RequiresReplace()},
		Validators: []validator.String{String(&kind.Field{Type: kind.UUID, Required: true, Refers: s.Reference})},
	}
}

// canonical is the ID in the one spelling that is compared.
func (s Side) canonical(written string) (string, bool) {
	if s.Number {
		number, err := strconv.ParseInt(written, 10, 64)
		return strconv.FormatInt(number, 10), err == nil
	}
	return value.CanonicalUUID(written)
}

// attributes are a plan or a state.
type attributes interface {
	GetAttribute(ctx context.Context, at path.Path, target any) diag.Diagnostics
}

// ends reads the two arguments; one that is unknown is "".
func (p *Pair) ends(ctx context.Context, from attributes, diagnostics *diag.Diagnostics) Ends {
	ends := Ends{Connection: p.Connection}
	for _, side := range []struct {
		Side
		id *string
	}{{p.Holder, &ends.Holder}, {p.Member, &ends.Member}} {
		if side.Number {
			var number types.Int64
			diagnostics.Append(from.GetAttribute(ctx, path.Root(side.Name), &number)...)
			if !number.IsUnknown() && !number.IsNull() {
				*side.id = strconv.FormatInt(number.ValueInt64(), 10)
			}
			continue
		}
		var written types.String
		diagnostics.Append(from.GetAttribute(ctx, path.Root(side.Name), &written)...)
		if canonical, ok := value.CanonicalUUID(written.ValueString()); ok {
			*side.id = canonical
		}
	}
	return ends
}

func (p *Pair) operation(ctx context.Context, ends Ends, verb diagnostic.Verb) *diagnostic.Operation {
	return diagnostic.New(ctx, p.Connection, p.Kind, verb, lookup.Terms{{Attribute: p.Holder.Name, Value: ends.Holder}, {Attribute: p.Member.Name, Value: ends.Member}})
}

// ModifyPlan refuses what the server's release does not have, and warns of an object
// whose resource manages the relation as a whole.
func (p *Pair) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() || p.Connection == nil {
		return
	}
	if req.State.Raw.IsNull() && p.Since != "" {
		resp.Diagnostics.Append(NeedsRelease(ctx, p.Connection, p.Kind, p.Since)...)
	}
	ends := p.ends(ctx, req.Plan, &resp.Diagnostics)
	p.claim(p.Holder, ends.Holder, &resp.Diagnostics)
	p.claim(p.Member, ends.Member, &resp.Diagnostics)
}

func (p *Pair) claim(side Side, id string, diagnostics *diag.Diagnostics) {
	if side.Whole == "" || id == "" || !p.Connection.Claim(side.Reference.Path, id, side.Whole, false) {
		return
	}
	diagnostics.AddAttributeWarning(path.Root(side.Name), "Managed twice", fmt.Sprintf(
		"The configuration also manages `%s` of the %s as a whole, which removes this %s unless it is listed there as well. Remove one of the two.", side.Whole, side.Reference.Title, p.Kind.Title))
}

// NeedsRelease is an error where the server's release is known and older than since.
func NeedsRelease(ctx context.Context, connected *connection.Connection, k *kind.Kind, since string) diag.Diagnostics {
	release, known, err := connected.Release(ctx)
	if err != nil || !known || release == "" || contract.Compare(release, since) >= 0 {
		return nil // a server that does not answer is what the request itself reports
	}
	return diag.Diagnostics{diag.NewErrorDiagnostic("Not available in the server's release", fmt.Sprintf(
		"authentik %s has no %s; it needs authentik %s or later. Remove the resource, or upgrade the server.", release, k.Plurals(), kind.Branch(since)))}
}

// Create relates the two objects. What is related already is taken over.
func (p *Pair) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	ends := p.ends(ctx, req.Plan, &resp.Diagnostics)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(p.change(ctx, ends, p.Add, diagnostic.Change)...)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.State.Raw = req.Plan.Raw
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("id"), ends.Holder+":"+ends.Member)...)
}

// change relates or separates the objects, one writer of the holder at a time.
func (p *Pair) change(ctx context.Context, ends Ends, change func(context.Context, Ends) error, verb diagnostic.Verb) diag.Diagnostics {
	api, diagnostics := p.Connection.API()
	if diagnostics.HasError() {
		return diagnostics
	}
	ends.API = api
	operation := p.operation(ctx, ends, verb)
	unlock, err := p.Connection.LockMachine(ctx, p.Holder.Reference.Path+ends.Holder)
	if err != nil {
		return diag.Diagnostics{operation.Cannot(err)}
	}
	defer unlock()
	switch err := change(ctx, ends); {
	case err == nil, verb == diagnostic.Delete && operation.IsGone(err):
		// Where one of the objects is gone, so is the relation.
		return nil
	case operation.IsGone(err):
		return diag.Diagnostics{diag.NewErrorDiagnostic("Object not found", fmt.Sprintf(
			"authentik has no %s with the ID `%s`, or no %s with the ID `%s`, or the token's user may not view it.\n\n%s",
			p.Holder.Reference.Title, ends.Holder, p.Member.Reference.Title, ends.Member, err))}
	default:
		return operation.Refused(err, nil)
	}
}

// Read asks whether the objects are still related.
func (p *Pair) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	ends := p.ends(ctx, req.State, &resp.Diagnostics)
	api, diagnostics := p.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	ends.API = api
	operation := p.operation(ctx, ends, diagnostic.View)
	switch has, err := p.Has(ctx, ends); {
	case err != nil && !operation.IsGone(err):
		resp.Diagnostics.Append(operation.Failed(err))
	case err != nil || !has:
		resp.Diagnostics.Append(operation.Vanished())
		resp.State.RemoveResource(ctx)
	}
}

// Update has nothing to do: both arguments replace the pair.
func (*Pair) Update(_ context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	resp.State.Raw = req.Plan.Raw
}

// Delete separates the objects.
func (p *Pair) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	ends := p.ends(ctx, req.State, &resp.Diagnostics)
	if !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(p.change(ctx, ends, p.Remove, diagnostic.Delete)...)
	}
}
