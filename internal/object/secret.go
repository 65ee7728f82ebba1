package object

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
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

// addSecret adds the three attributes of a secret.
func (o *Object) addSecret(a *Attribute, attributes map[string]schema.Attribute, history history) {
	plain, writeOnly, version := a.Name, a.Name+writeOnlySuffix, a.Name+versionSuffix
	one := stringvalidator.ConflictsWith(path.MatchRoot(writeOnly))
	rule := fmt.Sprintf("At most one of `%s` and `%s` may be set.", plain, writeOnly)
	if a.Required {
		one = stringvalidator.ExactlyOneOf(path.MatchRoot(plain), path.MatchRoot(writeOnly))
		rule = fmt.Sprintf("Exactly one of `%s` and `%s` must be set.", plain, writeOnly)
	}
	required := " Without it the secret is sent when the object is made, or when it takes the place of `" + plain + "`, and never again."
	if !a.Required {
		required = " Required with it, so that the secret can be cleared when it is removed."
	}
	meaning := a.describeArgument(history)
	attributes[plain] = schema.StringAttribute{
		// Computed where it may be left out, so that an empty text in the state of
		// another provider can stay; see unsetSecret.
		Optional: true, Computed: !a.Required, Sensitive: true, Validators: append([]validator.String{one}, a.textValidators(!a.Required)...),
		MarkdownDescription: meaning + " It is kept in the state. " + rule + " " + o.visibility(a),
	}
	attributes[writeOnly] = schema.StringAttribute{
		Optional: true, Sensitive: true, WriteOnly: true, Validators: a.writeOnlyValidators(),
		MarkdownDescription: fmt.Sprintf("As `%s`, but kept neither in the plan nor in the state. %s It is sent when the object is made and whenever `%s` changes. Needs Terraform 1.11 or later.", plain, rule, version),
	}
	attributes[version] = schema.Int64Attribute{
		Optional: true, Validators: []validator.Int64{int64validator.AlsoRequires(path.MatchRoot(writeOnly))},
		MarkdownDescription: fmt.Sprintf("Any number, to be changed to send `%s` again. Nothing else tells Terraform that the secret changed, or that an imported object is to get it.%s", writeOnly, required),
	}
}

// writeOnlyValidators make the version required where the secret may be left out:
// nothing else is in the state to tell that it was there and is to be cleared.
func (a *Attribute) writeOnlyValidators() []validator.String {
	validators := a.textValidators(!a.Required)
	if !a.Required {
		validators = append(validators, stringvalidator.AlsoRequires(path.MatchRoot(a.Name+versionSuffix)))
	}
	return validators
}

// visibility says where a change of the secret on the server is seen.
func (o *Object) visibility(attribute *Attribute) string {
	table, _ := contract.Object(o.Path)
	field, answered := table.Field(contract.InResponse, attribute.APIName())
	switch {
	case !answered:
		return "authentik never returns it, so the state keeps what was written last."
	case field.Last() == contract.Newest():
		return "authentik returns it, so a change on the server is seen."
	}
	return "Where authentik returns it (up to 2026.2.6, 2026.5.6 and 2026.8.1), a change on the server is seen; later releases do not, and the state keeps what was written last."
}
