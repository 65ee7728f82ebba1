package object

import (
	"context"
	"fmt"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// ModifyPlan keeps the state's spelling of what did not change in meaning, refuses
// what the server's release lacks, and warns of what a deletion takes along.
func (m *managed) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() {
		if m.object.Deletes != "" {
			resp.Diagnostics.AddWarning("Deleting takes more along",
				fmt.Sprintf("Deleting the %s takes %s with it. That cannot be undone.", m.object.Title, m.object.Deletes))
		}
		return
	}
	plan, state := valuesOf(resp.Plan.Raw, &resp.Diagnostics), stateBefore(req.State, &resp.Diagnostics)
	config := valuesOf(req.Config.Raw, &resp.Diagnostics)
	if resp.Diagnostics.HasError() {
		return
	}
	m.fitDefaults(ctx, plan, config, state)
	for i := range m.object.Attributes {
		attribute := &m.object.Attributes[i]
		if before := state[attribute.Name]; attribute.inResource() && isSet(before) {
			plan[attribute.Name] = attribute.settle(plan[attribute.Name], before)
		}
		if attribute.Secret && !attribute.Required && !isSet(config[attribute.Name]) {
			plan[attribute.Name] = unsetSecret(state[attribute.Name])
			if isSet(config[attribute.Name+writeOnlySuffix]) {
				plan[attribute.Name] = tftypes.NewValue(tftypes.String, nil)
			}
		}
	}
	m.planCleared(ctx, plan, config, state)
	if m.object.Slug != "" {
		plan[idAttribute] = plan[m.object.Slug]
	}
	resp.Plan.Raw = tftypes.NewValue(resp.Plan.Raw.Type(), plan)
	m.refuseLacking(ctx, change{plan: plan, state: state}, &resp.Diagnostics)
	m.refuseFractions(ctx, change{plan: plan, state: state}, &resp.Diagnostics)
}

// refuseLacking reports what the server's release has not: the whole kind of object,
// or the field of an argument. The release is asked for only where something is new
// that some release lacks.
func (m *managed) refuseLacking(ctx context.Context, change change, diagnostics *diag.Diagnostics) {
	isNew := change.state == nil && m.object.isNovelty()
	if !isNew && !m.object.hasNovelties(change) {
		return
	}
	release, _ := m.release(ctx)
	if summary, detail := m.object.missing(release); isNew && summary != "" {
		diagnostics.AddError(summary, detail+" Leave the resource out, or upgrade the server.")
		return
	}
	for _, attribute := range m.object.lacking(change, release) {
		diagnostics.AddAttributeError(path.Root(attribute.Name), "Not available in the server's release", fmt.Sprintf(
			"The server is authentik %s. The %s has `%s` %s. Leave the argument out, or use a server that has it.",
			release, m.object.Title, attribute.Name, m.object.availability(attribute)))
	}
}

// hasNovelties says whether an argument is newly set that some release of the table
// has no field for. What the state has already, the server has taken before.
func (o *Object) hasNovelties(change change) bool {
	table, ok := contract.Object(o.Path)
	return ok && slices.ContainsFunc(o.Attributes, func(attribute Attribute) bool {
		field, _ := table.Field(contract.InRequest, attribute.APIName())
		value := change.plan[attribute.Name]
		return !attribute.ReadOnly && !attribute.isInevitable() && !isDefault(&attribute, value) && !same(value, change.state[attribute.Name]) && len(field.Releases()) < len(table.Releases())
	})
}

// isNovelty says whether some release of the table lacks the whole kind of object.
func (o *Object) isNovelty() bool {
	table, ok := contract.Object(o.Path)
	return ok && len(table.Releases()) < len(contract.Releases())
}

// availability says which releases take the attribute, for a sentence.
func (o *Object) availability(attribute *Attribute) string {
	table, _ := contract.Object(o.Path)
	field, _ := table.Field(contract.InRequest, attribute.APIName())
	releases := table.Releases()
	first, last := branch(field.First()), branch(field.Last())
	switch isLast := field.Last() == releases[len(releases)-1]; {
	case isLast:
		return "since authentik " + first
	case field.First() == releases[0]:
		return "up to authentik " + last
	case first == last:
		return "in authentik " + first + " only"
	}
	return "from authentik " + first + " to " + last
}

// lacking are the attributes that are set although the release has no such field.
func (o *Object) lacking(change change, release string) []*Attribute {
	table, ok := contract.Object(o.Path)
	if !ok {
		return nil
	}
	// A release that is not known lacks nothing that could be told.
	nearest, ok := contract.Nearest(release)
	if !ok {
		return nil
	}
	var found []*Attribute
	for i := range o.Attributes {
		attribute := &o.Attributes[i]
		field, known := table.Field(contract.InRequest, attribute.APIName())
		if attribute.ReadOnly || attribute.isInevitable() || !known || field.In(nearest) || isDefault(attribute, change.plan[attribute.Name]) {
			continue
		}
		found = append(found, attribute)
	}
	return found
}
