package object

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// release is the server's, for what depends on it, empty where the server does not
// tell. It says false where it cannot be asked: no server is configured as yet, or it is
// not ready.
func (m *managed) release(ctx context.Context) (string, bool) {
	if m.connection == nil || m.connection.Client == nil {
		return "", false
	}
	release, err := m.connection.Client.Release(ctx)
	return release, err == nil
}

// fitDefaults leaves out of the planned defaults what the server's release does not
// know: a default that the user wrote is sent as it is, one that the provider fills in
// must not fail. The release is asked for only where such a default is new.
func (m *managed) fitDefaults(ctx context.Context, plan, config, state values) {
	for i := range m.object.Attributes {
		attribute := &m.object.Attributes[i]
		if isSet(config[attribute.Name]) || attribute.same(plan[attribute.Name], state[attribute.Name]) || !m.object.hasYoungerDefault(attribute) {
			continue
		}
		release, configured := m.release(ctx)
		if !configured {
			plan[attribute.Name] = tftypes.NewValue(attribute.terraformType(), tftypes.UnknownValue)
			continue
		}
		plan[attribute.Name] = tftypes.NewValue(attribute.terraformType(), elementsOf(attribute.knownDefault(m.object.requestOf(release))))
	}
}

// hasYoungerDefault says whether the default has an element that some release of the
// contract table, which has the attribute, does not know.
func (o *Object) hasYoungerDefault(attribute *Attribute) bool {
	elements, ok := attribute.Default.([]string)
	table, known := contract.Object(o.Path)
	return ok && known && len(elements) > 0 && slices.ContainsFunc(table.Releases(), func(release string) bool {
		view, _ := table.In(release)
		return len(attribute.knownDefault(view.Request)) < len(elements)
	})
}

// knownDefault are the elements of the default that a request can have.
func (a *Attribute) knownDefault(request contract.Definitions) []string {
	elements, _ := a.Default.([]string)
	definition, _ := request.Get(a.APIName() + "[]")
	if definition.Enum == nil {
		return elements
	}
	return slices.DeleteFunc(slices.Clone(elements), func(element string) bool { return !slices.Contains(definition.Enum, element) })
}

// planCleared plans what is left out that the server makes up where nothing is sent. A
// change clears it where the release takes null for it, and leaves it otherwise. The
// release is asked for only where there is something to clear.
func (m *managed) planCleared(ctx context.Context, plan, config, state values) {
	for i := range m.object.Attributes {
		attribute := &m.object.Attributes[i]
		if state == nil || !attribute.Computed || !attribute.Nullable || isSet(config[attribute.Name]) {
			continue
		}
		plan[attribute.Name] = state[attribute.Name]
		if isSet(state[attribute.Name]) && m.takesNull(ctx, attribute) {
			plan[attribute.Name] = tftypes.NewValue(attribute.terraformType(), nil)
		}
	}
}

// takesNull says whether the server's release takes null for the attribute.
func (m *managed) takesNull(ctx context.Context, attribute *Attribute) bool {
	release, _ := m.release(ctx)
	definition, _ := m.object.requestOf(release).Get(attribute.APIName())
	return release != "" && definition.Nullable
}

// same says whether two values, of which either may be missing, are one to the server.
func (a *Attribute) same(one, other tftypes.Value) bool {
	return isSet(one) && isSet(other) && one.IsFullyKnown() && other.IsFullyKnown() && a.equal(one, other)
}

// refuseFractions reports durations that the server's release cannot store: it wants
// a whole number of minutes. The release is asked for only where one is newly set.
func (m *managed) refuseFractions(ctx context.Context, change change, diagnostics *diag.Diagnostics) {
	for i := range m.object.Attributes {
		attribute := &m.object.Attributes[i]
		planned := change.plan[attribute.Name]
		if attribute.Kind != Duration || !isSet(planned) || !planned.IsKnown() || attribute.same(planned, change.state[attribute.Name]) {
			continue
		}
		if _, whole := wholeMinutes(text(planned)); whole || !m.object.wasNumber(attribute) {
			continue
		}
		release, _ := m.release(ctx)
		if definition, _ := m.object.requestOf(release).Get(attribute.APIName()); definition.Type == "integer" {
			diagnostics.AddAttributeError(path.Root(attribute.Name), "Not a whole number of minutes", fmt.Sprintf(
				"The server is authentik %s, which keeps `%s` of %ss in whole minutes, and the duration is none. Round it, such as to `minutes=2`, or use a server that takes it (%s).",
				release, attribute.Name, m.object.Title, m.object.sinceText(attribute)))
		}
	}
}

// sinceText says since when the attribute is text.
func (o *Object) sinceText(attribute *Attribute) string {
	table, _ := contract.Object(o.Path)
	field, _ := table.Field(contract.InRequest, attribute.APIName())
	for _, dated := range field.Definitions {
		if dated.Type == "string" {
			return "since authentik " + branch(dated.Releases[0])
		}
	}
	return "none as yet"
}

// permission is [Object.Permission] for the server's release, which is asked for only
// where the kind of object was called otherwise in some release.
func (f *failures) permission(verb string) string {
	table, ok := contract.Object(f.object.Path)
	if !ok {
		return f.object.Permission(verb)
	}
	app, model, _ := strings.Cut(f.object.Model, ".")
	renamed := slices.ContainsFunc(table.Releases(), func(release string) bool {
		view, _ := table.In(release)
		return strings.ToLower(view.Model) != model
	})
	if renamed {
		if nearest, ok := contract.Nearest(f.version().Release); ok {
			if view, ok := table.In(nearest); ok {
				model = strings.ToLower(view.Model)
			}
		}
	}
	return app + "." + verb + "_" + model
}
