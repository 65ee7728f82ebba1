package object

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// NewResource makes the resource that manages one object.
func NewResource(description *Object) resource.Resource {
	return &managed{object: description}
}

type managed struct {
	object     *Object
	connection *Connection
}

var (
	_ resource.ResourceWithConfigure      = (*managed)(nil)
	_ resource.ResourceWithValidateConfig = (*managed)(nil)
	_ resource.ResourceWithModifyPlan     = (*managed)(nil)
	_ resource.ResourceWithIdentity       = (*managed)(nil)
	_ resource.ResourceWithImportState    = (*managed)(nil)
)

func (m *managed) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_" + m.object.Type
}

func (m *managed) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = m.object.resourceSchema()
}

func (m *managed) IdentitySchema(_ context.Context, _ resource.IdentitySchemaRequest, resp *resource.IdentitySchemaResponse) {
	resp.IdentitySchema = m.object.identitySchema()
}

func (m *managed) Configure(_ context.Context, req resource.ConfigureRequest, resp *resource.ConfigureResponse) {
	m.connection = connectionFrom(req.ProviderData, &resp.Diagnostics)
}

// ValidateConfig applies the description's rules across attributes.
func (m *managed) ValidateConfig(_ context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	if m.object.Check == nil {
		return
	}
	config := valuesOf(req.Config.Raw, &resp.Diagnostics)
	if resp.Diagnostics.HasError() {
		return
	}
	for _, finding := range m.object.Check(Arguments{object: m.object, config: config}) {
		at := path.Root(finding.Attribute)
		if finding.Certain {
			resp.Diagnostics.AddAttributeError(at, finding.Summary, finding.Detail)
		} else {
			resp.Diagnostics.AddAttributeWarning(at, finding.Summary, finding.Detail)
		}
	}
}

// Create makes the object. Its id is in the state before anything else can fail.
func (m *managed) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	api, diagnostics := m.connection.api()
	resp.Diagnostics.Append(diagnostics...)
	change := change{plan: valuesOf(req.Plan.Raw, &resp.Diagnostics), config: valuesOf(req.Config.Raw, &resp.Diagnostics)}
	if resp.Diagnostics.HasError() {
		return
	}
	write := m.object.write(change, m.releaseFor(ctx, change))
	name := m.object.lookupOf(change.plan)
	failed := m.failures(ctx, "add", name)
	defer m.connection.lock(m.object.Path + name.String())()
	find, err := m.find(ctx, api, change)
	if err != nil {
		resp.Diagnostics.Append(failed.read(err))
		return
	}
	fields, err := api.Create(ctx, m.object.Path, write, find)
	if err != nil {
		resp.Diagnostics.Append(failed.write(err, change.config)...)
		return
	}
	m.store(ctx, stored{fields, write, change.plan}, &resp.State, resp.Identity, failed, &resp.Diagnostics)
}

// stored is what a write came to: the answer, what was sent, and what was planned.
type stored struct {
	fields client.Object
	write  client.Write
	plan   values
}

// store puts the answer of a write into the state. An answer that cannot be read
// leaves an object behind all the same, so its id goes into the state with what
// was planned, before the error.
func (m *managed) store(ctx context.Context, done stored, into *tfsdk.State, identity *tfsdk.ResourceIdentity, failed *failures, diagnostics *diag.Diagnostics) {
	var state values
	decoded, wrong := decode(m.object.Attributes, done.fields)
	if wrong == nil {
		state = m.object.stateOf(decoded, m.object.answered(done), done.plan)
		diagnostics.Append(m.object.ignored(done)...)
	} else {
		state = allKnown(done.plan)
		for name, attribute := range map[string]*Attribute{idAttribute: m.object.address(), m.object.identityAttribute(): m.object.key()} {
			if known, unreadable := decodeValue(attribute, done.fields[attribute.APIName()]); unreadable == nil {
				state[name] = known
			}
		}
		decoded = values{m.object.key().Name: state[m.object.identityAttribute()]}
		diagnostics.Append(failed.mismatched(wrong))
	}
	if planned := done.plan[idAttribute]; isSet(planned) && planned.IsKnown() {
		state[idAttribute] = planned
	}
	id := text(state[idAttribute])
	if id == "" {
		diagnostics.Append(failed.withoutKey())
		return
	}
	into.Raw = tftypes.NewValue(into.Schema.Type().TerraformType(ctx), state)
	if m.object.Slug == "" {
		decoded[m.object.key().Name] = state[idAttribute]
	}
	diagnostics.Append(m.object.setIdentity(ctx, identity, decoded)...)
}

// setIdentity writes the identity of a decoded object.
func (o *Object) setIdentity(ctx context.Context, identity *tfsdk.ResourceIdentity, decoded values) diag.Diagnostics {
	return identity.SetAttribute(ctx, path.Root(o.identityAttribute()), text(decoded[o.key().Name]))
}

// Read refreshes the state. A vanished object is taken out of it, with a warning.
func (m *managed) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	api, diagnostics := m.connection.api()
	resp.Diagnostics.Append(diagnostics...)
	before := valuesOf(req.State.Raw, &resp.Diagnostics)
	if resp.Diagnostics.HasError() {
		return
	}
	asked := byID(text(before[idAttribute]))
	// Before Terraform 1.12 a removal fails too where no identity is set.
	resp.Diagnostics.Append(resp.Identity.SetAttribute(ctx, path.Root(m.object.identityAttribute()), text(before[m.object.identityAttribute()]))...)
	failed := m.failures(ctx, "view", asked)
	fields, err := m.locate(ctx, api, before)
	switch {
	case failed.isGone(err):
		resp.Diagnostics.Append(failed.vanished())
		resp.State.RemoveResource(ctx)
		return
	case err != nil:
		resp.Diagnostics.Append(failed.read(err))
		return
	}
	decoded, wrong := decode(m.object.Attributes, fields)
	if wrong != nil {
		resp.Diagnostics.Append(failed.mismatched(wrong))
		return
	}
	if m.object.Slug != "" {
		failed.asked = byID(text(decoded[m.object.Slug]))
	}
	id, failure := identify(decoded, failed)
	if failure != nil {
		resp.Diagnostics.Append(failure)
		return
	}
	state := m.object.stateOf(decoded, fields, before)
	state[idAttribute] = tftypes.NewValue(tftypes.String, id)
	if m.object.Slug != "" {
		resp.Diagnostics.Append(m.object.setIdentity(ctx, resp.Identity, decoded)...)
	}
	resp.State.Raw = tftypes.NewValue(req.State.Raw.Type(), state)
}

// Update changes the object, one writer at a time: the server loses updates of one
// object that arrive together.
func (m *managed) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	api, diagnostics := m.connection.api()
	resp.Diagnostics.Append(diagnostics...)
	change := change{
		plan: valuesOf(req.Plan.Raw, &resp.Diagnostics), config: valuesOf(req.Config.Raw, &resp.Diagnostics), state: valuesOf(req.State.Raw, &resp.Diagnostics),
	}
	if resp.Diagnostics.HasError() {
		return
	}
	failed := m.failures(ctx, "change", byID(text(change.state[idAttribute])))
	defer m.connection.lock(m.object.Path + text(change.state[m.object.identityAttribute()]))()
	id, err := m.currentID(ctx, api, change.state)
	if err != nil {
		resp.Diagnostics.Append(failed.read(err))
		return
	}
	write := m.object.write(change, m.releaseFor(ctx, change))
	fields, err := api.Update(ctx, m.object.Path, id, write)
	if err != nil && m.object.otherNothing(err, write) {
		fields, err = api.Update(ctx, m.object.Path, id, write)
	}
	if err != nil {
		resp.Diagnostics.Append(failed.write(err, change.config)...)
		return
	}
	m.store(ctx, stored{fields, write, change.plan}, &resp.State, resp.Identity, failed, &resp.Diagnostics)
}

// Delete removes the object; one that is gone already is what was wanted.
func (m *managed) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	api, diagnostics := m.connection.api()
	resp.Diagnostics.Append(diagnostics...)
	state := valuesOf(req.State.Raw, &resp.Diagnostics)
	if resp.Diagnostics.HasError() {
		return
	}
	defer m.connection.lock(m.object.Path + text(state[m.object.identityAttribute()]))()
	failed := m.failures(ctx, "delete", byID(text(state[idAttribute])))
	id, err := m.currentID(ctx, api, state)
	if err == nil {
		err = api.Delete(ctx, m.object.Path, id)
	}
	if err != nil && !failed.isGone(err) {
		resp.Diagnostics.Append(failed.write(err, nil)...)
	}
}

// releaseFor asks for the server's release where it matters for what is written.
func (m *managed) releaseFor(ctx context.Context, change change) string {
	if !m.object.needsRelease(change) {
		return ""
	}
	release, _ := m.release(ctx)
	return release
}

func (m *managed) failures(ctx context.Context, verb string, asked lookup) *failures {
	return m.connection.failures(ctx, m.object, verb, asked)
}

// valuesOf takes an object of Terraform's apart.
func valuesOf(raw tftypes.Value, diagnostics *diag.Diagnostics) values {
	taken := values{}
	if err := raw.As(&taken); err != nil {
		diagnostics.AddError("Unexpected value from Terraform", "Terraform sent a value of another shape than the schema's. This is a mistake in the provider; please report it.")
	}
	return taken
}

// stateBefore are the state's values, nil for an object that is to be made.
func stateBefore(state tfsdk.State, diagnostics *diag.Diagnostics) values {
	if state.Raw.IsNull() {
		return nil
	}
	return valuesOf(state.Raw, diagnostics)
}
