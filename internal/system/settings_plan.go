package system

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// ValidateConfig checks that flags are booleans.
func (*settingsResource) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	var flags types.String
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("flags"), &flags)...)
	if resp.Diagnostics.HasError() || flags.IsNull() || flags.IsUnknown() {
		return
	}
	var set map[string]*bool
	if json.Unmarshal([]byte(flags.ValueString()), &set) != nil || set == nil || slices.Contains(slices.Collect(maps.Values(set)), nil) {
		resp.Diagnostics.AddAttributeError(path.Root("flags"), "Invalid flags", "Flags are a JSON object whose values are true or false, such as `jsonencode({ flows_refresh_others = true })`.")
	}
}

// ModifyPlan plans what is not configured to stay, keeps the spelling of what means the
// same, and refuses what the server's release lacks.
func (r *settingsResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() {
		resp.Diagnostics.AddWarning("System settings stay as they are", "authentik's settings cannot be deleted. Destroying the resource removes it from the state and changes nothing on the server: every setting keeps its value.")
		return
	}
	config, plan, state := value.Attributes(req.Config.Raw), value.Attributes(req.Plan.Raw), value.Attributes(req.State.Raw)
	var newly []*kind.Field
	fields := settings.All()
	for i := range fields {
		field := &fields[i]
		configured := value.IsSet(config[field.Name])
		switch {
		case !configured && state == nil:
			plan[field.Name] = value.Unknown(field)
		case !configured:
			plan[field.Name] = state[field.Name]
		case state != nil:
			plan[field.Name] = value.KeepSpelling(field, config[field.Name], state[field.Name])
		}
		if configured && (state == nil || !value.Equal(field, config[field.Name], state[field.Name])) {
			newly = append(newly, field)
		}
	}
	plan["id"] = value.Text(settingsID)
	resp.Plan.Raw = value.WithAttributes(req.Plan.Raw, plan)
	if state != nil && len(newly) == 0 {
		return
	}
	release, known, err := r.Connection.Release(ctx)
	if err != nil || !known || release == "" {
		return // what the server answers to the request says more
	}
	if summary, detail := settings.Missing(release); summary != "" {
		resp.Diagnostics.AddError(summary, detail+" Remove the resource, or upgrade the server.")
		return
	}
	for _, field := range newly {
		checkRelease(field, config[field.Name], release, &resp.Diagnostics)
	}
}

// checkRelease refuses an argument, or flags in it, that the release lacks.
func checkRelease(field *kind.Field, configured value.Value, release string, diagnostics *diag.Diagnostics) {
	const summary = "Not available in the server's release"
	if _, _, accepted := settings.Accepted(field, release); !accepted {
		diagnostics.AddAttributeError(path.Root(field.Name), summary, fmt.Sprintf(
			"The server is authentik %s. The system settings have `%s` %s. Remove the argument, or use a server that has it.", release, field.Name, settings.Availability(field)))
		return
	}
	if field.Name != "flags" || !configured.IsKnown() {
		return
	}
	var flags map[string]bool
	if json.Unmarshal([]byte(value.String(configured)), &flags) != nil {
		return
	}
	for _, flag := range slices.Sorted(maps.Keys(flags)) {
		known := settings.Request(release)
		if known.Has("flags." + flag) {
			continue
		}
		since := settings.Availability(&kind.Field{Name: "flags." + flag})
		detail := fmt.Sprintf("The server is authentik %s, which has no flag `%s`. ", release, flag)
		if since == "in no release" {
			detail += "No release known to this provider has it. Flags of this release: " + flagNames(known) + "."
		} else {
			detail += "There is such a flag " + since + "."
		}
		if contract.Knows(release) || since != "in no release" {
			diagnostics.AddAttributeError(path.Root("flags"), summary, detail)
		} else {
			diagnostics.AddAttributeWarning(path.Root("flags"), "Unknown flag", detail+" It is sent as it is, and a server that does not know it ignores it.")
		}
	}
}

// flagNames lists the flags of a release.
func flagNames(known contract.Definitions) string {
	var names []string
	for _, definition := range known {
		if name, ok := strings.CutPrefix(definition.Name, "flags."); ok {
			names = append(names, "`"+name+"`")
		}
	}
	return strings.Join(names, ", ")
}
