package resource

import (
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// secret says whether a secret is to be sent, and its value. It is sent only where it is
// configured and new: the server keeps what it has, and a release that does not return it
// gives no way to compare. One that the server wants in every request is always sent.
func (c Change) secret(field *kind.Field) (secret string, send bool) {
	name := field.Name
	plain, before := c.Plan[name], c.State[name]
	writeOnly := c.Config[name+diagnostic.WriteOnlySuffix]
	version, versionBefore := c.Plan[name+diagnostic.VersionSuffix], c.State[name+diagnostic.VersionSuffix]
	switch {
	case value.IsSet(writeOnly):
		rotated := !value.SameOrBothUnset(version, versionBefore)
		return value.String(writeOnly), field.Always || c.isCreate() || rotated || value.IsSet(before) && !field.WriteOnly
	case value.IsSet(c.Config[name]):
		return value.String(plain), field.Always || c.isCreate() || !value.SameOrBothUnset(plain, before)
	case field.Generated && c.isCreate() && value.IsSet(plain) && plain.IsKnown():
		// The object is created again during an update. The plan, from which other
		// resources have the secret by now, says that it stays.
		return value.String(plain), true
	case field.Generated || field.WriteOnly || field.Via.Path != "":
		return "", false
	}
	// Neither is configured: what was managed before is removed.
	return "", !isNoSecret(field, before) || value.IsSet(versionBefore)
}

// isNoSecret says whether a state's value stands for none: another provider's state may
// have "", a line end or, of JSON, an empty object.
func isNoSecret(field *kind.Field, before value.Value) bool {
	if !value.IsSet(before) || !before.IsKnown() {
		return true
	}
	text := strings.TrimSpace(value.String(before))
	return text == "" || field.Type == kind.JSON && text == "{}"
}

// planSecret plans the attributes of a secret.
func (p *planning) planSecret(field *kind.Field) {
	name := field.Name
	config, before := p.config[name], p.prior[name]
	if !field.WriteOnly {
		p.plan[name] = config
	}
	p.plan[name+diagnostic.WriteOnlySuffix] = value.NullString()
	p.plan[name+diagnostic.VersionSuffix] = p.config[name+diagnostic.VersionSuffix]
	switch {
	case field.Reveal.Path != "":
		p.planRevealed(field)
	case field.WriteOnly:
	case value.IsSet(config):
		if value.IsSet(before) {
			p.plan[name] = value.KeepSpelling(field, config, before)
		}
	case value.IsSet(p.config[name+diagnostic.WriteOnlySuffix]):
		p.plan[name] = value.NullString()
	case field.Generated && p.prior == nil:
		p.plan[name] = value.Unknown(field)
	case field.Generated:
		p.plan[name] = before
		if value.IsSet(p.prior[name+diagnostic.VersionSuffix]) {
			p.plan[name] = value.Unknown(field) // readable again
		}
	case value.IsSet(before) && isNoSecret(field, before):
		p.plan[name] = before
	default:
		p.plan[name] = value.NullString()
	}
}

// revealing are the strings that no message may repeat of a secret: of JSON the strings
// in it too, which a server may repeat one by one.
func revealing(field *kind.Field, secret string) []string {
	if field.Type != kind.JSON {
		return []string{secret}
	}
	return append([]string{secret}, value.StringsOf(secret)...)
}
