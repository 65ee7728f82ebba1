package object

import (
	"context"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

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
	if m.connection == nil || m.connection.Client == nil {
		return false
	}
	release := m.connection.Client.Release(ctx)
	definition, _ := m.object.requestOf(release).Get(attribute.APIName())
	return release != "" && definition.Nullable
}
