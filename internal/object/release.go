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

// fitDefaults leaves out of the planned defaults what the server's release does not
// know: a default that the user wrote is sent as it is, one that the provider fills in
// must not fail. The release is asked for only where such a default is new.
func (m *managed) fitDefaults(ctx context.Context, plan, config, state values) {
	for i := range m.object.Attributes {
		attribute := &m.object.Attributes[i]
		if isSet(config[attribute.Name]) || !m.object.hasYoungerDefault(attribute) || attribute.same(plan[attribute.Name], state[attribute.Name]) {
			continue
		}
		if m.connection == nil || m.connection.Client == nil {
			plan[attribute.Name] = tftypes.NewValue(attribute.terraformType(), tftypes.UnknownValue)
			continue
		}
		plan[attribute.Name] = m.object.defaultIn(attribute, m.connection.Client.Release(ctx))
	}
}

// hasYoungerDefault says whether the default has an element that some release of the
// contract table, which has the attribute, does not know.
func (o *Object) hasYoungerDefault(attribute *Attribute) bool {
	table, ok := contract.Object(o.Path)
	if _, elements := attribute.Default.([]string); !ok || !elements {
		return false
	}
	return slices.ContainsFunc(table.Releases(), func(release string) bool {
		return len(o.unknownIn(attribute, release)) > 0
	})
}

// unknownIn are the elements of the default that a release does not know.
func (o *Object) unknownIn(attribute *Attribute, release string) []string {
	elements, _ := attribute.Default.([]string)
	definition, _ := o.requestOf(release).Get(attribute.APIName() + "[]")
	if definition.Enum == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(elements), func(element string) bool { return slices.Contains(definition.Enum, element) })
}

// defaultIn is the default without what the release does not know.
func (o *Object) defaultIn(attribute *Attribute, release string) tftypes.Value {
	elements, _ := attribute.Default.([]string)
	unknown := o.unknownIn(attribute, release)
	known := slices.DeleteFunc(slices.Clone(elements), func(element string) bool { return slices.Contains(unknown, element) })
	return tftypes.NewValue(attribute.terraformType(), elementsOf(known))
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
		if _, whole := wholeMinutes(text(planned)); whole || !m.object.wasNumber(attribute) || m.connection == nil || m.connection.Client == nil {
			continue
		}
		release := m.connection.Client.Release(ctx)
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
