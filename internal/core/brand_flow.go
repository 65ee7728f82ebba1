package core

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
	managed "github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// NewBrandFlow is one default flow of a brand that something else manages, or nothing:
// PATCH of a single `flow_` field of the brand, which the server accepts by itself.
func NewBrandFlow() resource.Resource { return &brandFlow{} }

type brandFlow struct {
	plain.Resource
}

var (
	_ resource.ResourceWithConfigure   = (*brandFlow)(nil)
	_ resource.ResourceWithImportState = (*brandFlow)(nil)
	_ resource.ResourceWithModifyPlan  = (*brandFlow)(nil)
)

// brandFlowState is the state. The ID is `<brand>:<purpose>`.
type brandFlowState struct {
	ID      types.String `tfsdk:"id"`
	Brand   types.String `tfsdk:"brand"`
	Purpose types.String `tfsdk:"purpose"`
	Flow    types.String `tfsdk:"flow"`
}

// flowPrefix begins the names of the brand's fields with flows.
const flowPrefix = "flow_"

// purposes are what brands have flows for, in the newest release.
func purposes() []string {
	var found []string
	for _, field := range Brand.All() {
		if purpose, ok := strings.CutPrefix(field.Name, flowPrefix); ok {
			found = append(found, purpose)
		}
	}
	return found
}

func (*brandFlow) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_brand_flow"
}

func (*brandFlow) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Sets one flow of a brand, such as the recovery flow of the default brand, and leaves everything else of the brand alone. Destroying the resource leaves the brand without a flow for this purpose.\n\n~> **Conflicts** with `authentik_brand`, which manages all flows of its brand.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()}, MarkdownDescription: "`<brand>:<purpose>`.",
			},
			"brand": schema.StringAttribute{
				Required: true, PlanModifiers: plain.KeepsUUID(true), Validators: []validator.String{plain.String(&kind.Field{Type: kind.UUID, Required: true, Refers: reference.Brand})},
				MarkdownDescription: "UUID of the brand, as `data.authentik_brand` finds it by `default = true`. Another value replaces the resource.",
			},
			"purpose": schema.StringAttribute{
				Required: true, PlanModifiers: []planmodifier.String{stringplanmodifier.RequiresReplace()}, Validators: []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true, Check: wrongPurpose})},
				MarkdownDescription: "What the flow is for: `" + strings.Join(purposes(), "`, `") + "`. Older releases lack some of them. Another value replaces the resource.",
			},
			"flow": schema.StringAttribute{
				Required: true, PlanModifiers: plain.KeepsUUID(false), Validators: []validator.String{plain.String(&kind.Field{Type: kind.UUID, Required: true, Refers: reference.Flow})},
				MarkdownDescription: "UUID of the flow: `uuid` of `authentik_flow`.",
			},
		},
	}
}

func wrongPurpose(purpose string) string {
	if Brand.Field(flowPrefix+purpose) == nil {
		return "Brands have flows for these purposes: " + strings.Join(purposes(), ", ") + "."
	}
	return ""
}

// ModifyPlan refuses a purpose that the server's release lacks: the server would ignore
// the field.
func (r *brandFlow) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() || !req.State.Raw.IsNull() {
		return
	}
	var plan brandFlowState
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	field := Brand.Field(flowPrefix + plan.Purpose.ValueString())
	if resp.Diagnostics.HasError() || field == nil {
		return
	}
	release, known, err := r.Connection.Release(ctx)
	if err != nil || !known || release == "" {
		return
	}
	if _, _, accepted := Brand.Accepted(field, release); !accepted {
		resp.Diagnostics.AddAttributeError(path.Root("purpose"), "Not available in the server's release", fmt.Sprintf(
			"The server is authentik %s. Brands have a flow for `%s` %s.", release, plan.Purpose.ValueString(), Brand.Availability(field)))
	}
}

// brandFlowKind is what messages need to know: the brand is what is read and changed.
var brandFlowKind = kind.Kind{Type: "brand_flow", Title: "brand", Model: Brand.Model, FormerApp: Brand.FormerApp, API: Brand.API}

// slot is the brand's field while nobody else of this provider writes to the brand.
type slot struct {
	api        *client.Client
	collection client.Collection
	operation  *diagnostic.Operation
	brand, key string
	unlock     func()
}

// open takes the lock, of which the caller has to call unlock.
func (r *brandFlow) open(ctx context.Context, state brandFlowState, verb diagnostic.Verb) (slot, diag.Diagnostics) {
	api, diagnostics := r.Connection.API()
	if diagnostics.HasError() {
		return slot{}, diagnostics
	}
	brand, _ := value.CanonicalUUID(state.Brand.ValueString())
	operation := diagnostic.New(ctx, r.Connection, &brandFlowKind, verb, lookup.ByID(brand))
	collection, err := r.Connection.Collection(ctx, &Brand)
	if err != nil {
		return slot{}, diag.Diagnostics{operation.Failed(err)}
	}
	unlock, err := r.Connection.LockMachine(ctx, Brand.API.Path+brand)
	if err != nil {
		return slot{}, diag.Diagnostics{operation.Cannot(err)}
	}
	return slot{api, collection, operation, brand, flowPrefix + state.Purpose.ValueString(), unlock}, nil
}

// flow is the flow that the brand has in the slot, "" for none.
func (s slot) flow(ctx context.Context) (string, error) {
	brand, err := managed.Fetch(ctx, s.api, s.collection, s.brand)
	if err != nil {
		return "", err
	}
	decoded, wrong := value.Decode(&kind.Field{Type: kind.UUID}, brand[s.key])
	if wrong != nil {
		wrong.Field = s.key
		return "", wrong
	}
	return value.String(decoded), nil
}

// set puts the flow into the slot, nil for none.
func (s slot) set(ctx context.Context, flow any) error {
	_, err := s.api.Update(ctx, s.collection.Path, s.brand, client.Write{Fields: map[string]any{s.key: flow}})
	return err
}
