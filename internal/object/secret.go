package object

import (
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// A secret `x` is three attributes of a resource: x, which is kept in the state;
// x_wo, which is in the configuration only; and x_wo_version, a number to be
// raised whenever x_wo is to be sent again.
const (
	writeOnlySuffix = "_wo"
	versionSuffix   = "_wo_version"
)

// secret says whether a secret is to be sent, and which text. It is sent only
// where it is configured and new: the server keeps what it has, and a release that
// does not return it gives no way to compare.
func (c change) secret(name string) (value string, send bool) {
	writeOnly := c.config[name+writeOnlySuffix]
	switch {
	case isSet(writeOnly):
		rotated := !same(c.plan[name+versionSuffix], c.state[name+versionSuffix])
		return text(writeOnly), c.state == nil || rotated || isSet(c.state[name])
	case isSet(c.plan[name]):
		return text(c.plan[name]), c.state == nil || !same(c.plan[name], c.state[name])
	}
	// Neither is configured: what was managed before is cleared.
	return "", text(c.state[name]) != "" || isSet(c.state[name+versionSuffix])
}

// unsetSecret is what is planned for an optional secret that is not configured:
// nothing, or the empty text of a state that another provider wrote, which means
// the same.
func unsetSecret(before tftypes.Value) tftypes.Value {
	if isSet(before) && text(before) == "" {
		return before
	}
	return tftypes.NewValue(tftypes.String, nil)
}

func isSet(value tftypes.Value) bool { return value.Type() != nil && !value.IsNull() }

// same compares two values of which either may be missing.
func same(a, b tftypes.Value) bool {
	if !isSet(a) || !isSet(b) {
		return isSet(a) == isSet(b)
	}
	return a.Equal(b)
}
