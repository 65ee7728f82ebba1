package plain

import (
	"context"
	"errors"
	"net/url"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
)

// Pair is a resource that relates two objects and owns neither: one user's membership in
// a group, one provider of an outpost. Its ID is `<holder>:<member>`. Both arguments
// replace it.
type Pair struct {
	Resource

	// Kind is what messages need: Type, Title and Model. Fields are for what the server says
	// of a field of the holder: that is attached to the argument.
	Kind *kind.Kind
	// Description is that of the resource.
	Description string
	// Since is the first release that has the relation.
	Since string
	// Holder and Member are the two arguments.
	Holder, Member Side
	// Key is the holder's primary key, by which writers of it are kept apart; nil where that
	// is its ID.
	Key func(context.Context, Ends) (string, error)
	// Add relates the two objects, Remove ends that, and Has says whether they are related
	// now. All are called with the holder locked, except Has. An error that is a [Finding]
	// is what the user gets to see.
	Add, Remove func(context.Context, Ends) error
	Has         func(context.Context, Ends) (bool, error)
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
		if canonical, ok := side.canonical(written.ValueString()); ok {
			*side.id = canonical
		}
	}
	return ends
}

func (p *Pair) operation(ctx context.Context, ends Ends, verb diagnostic.Verb) *diagnostic.Operation {
	return diagnostic.New(ctx, p.Connection, p.Kind, verb, lookup.Terms{{Attribute: p.Holder.Name, Value: ends.Holder}, {Attribute: p.Member.Name, Value: ends.Member}})
}

// Create relates the two objects. What is related already is taken over.
func (p *Pair) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	ends := p.ends(ctx, req.Plan, &resp.Diagnostics)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(p.change(ctx, ends, true)...)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.State.Raw = req.Plan.Raw
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("id"), ends.Holder+":"+ends.Member)...)
}

// change relates or separates the objects, one writer of the holder at a time.
func (p *Pair) change(ctx context.Context, ends Ends, related bool) diag.Diagnostics {
	api, diagnostics := p.Connection.API()
	if diagnostics.HasError() {
		return diagnostics
	}
	ends.API = api
	operation := p.operation(ctx, ends, diagnostic.Change)
	key := ends.Holder
	if p.Key != nil {
		var err error
		if key, err = p.Key(ctx, ends); err != nil {
			return p.failed(operation, ends, related, err)
		}
	}
	unlock, err := p.Connection.LockMachine(ctx, p.Holder.Reference.Path+key)
	if err != nil {
		return diag.Diagnostics{operation.Cannot(err)}
	}
	defer unlock()
	change := p.Remove
	if related {
		change = p.Add
	}
	return p.failed(operation, ends, related, change(ctx, ends))
}

// failed says what went wrong with a change; nothing for no error. Where one of the objects
// is gone, so is the relation.
func (p *Pair) failed(operation *diagnostic.Operation, ends Ends, related bool, err error) diag.Diagnostics {
	finding, isFinding := errors.AsType[*Finding](err)
	switch {
	case err == nil, !related && operation.IsGone(err):
		return nil
	case isFinding:
		return diag.Diagnostics{finding.diagnostic()}
	case operation.IsGone(err):
		return diag.Diagnostics{p.missing(ends, err)}
	}
	return operation.Refused(err, nil)
}

// missing says which of the objects is not there, as far as the path of the request tells.
func (p *Pair) missing(ends Ends, err error) diag.Diagnostic {
	const advice = ", or the token's user may not view it.\n\n"
	for _, one := range []struct {
		Side
		id string
	}{{p.Holder, ends.Holder}, {p.Member, ends.Member}} {
		failure, ok := errors.AsType[*client.Error](err)
		if ok && strings.HasSuffix(failure.URL, one.Reference.Path+url.PathEscape(one.id)+"/") {
			title := one.Reference.Title
			return diag.NewAttributeErrorDiagnostic(path.Root(one.Name), strings.ToUpper(title[:1])+title[1:]+" not found",
				"authentik has no "+one.with(one.id)+advice+err.Error())
		}
	}
	return diag.NewErrorDiagnostic("Object not found", "authentik has no "+p.Holder.with(ends.Holder)+", or no "+p.Member.with(ends.Member)+advice+err.Error())
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
		resp.Diagnostics.Append(p.change(ctx, ends, false)...)
	}
}
