package schema

import (
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// secret are the attributes of a secret: `x`, which is kept in the state; `x_wo`, which
// is in the configuration only; and `x_wo_version`, a number that is changed to send
// `x_wo` again.
func secret(k *kind.Kind, field *kind.Field, texts *texts) []*tfprotov6.SchemaAttribute {
	plain := &tfprotov6.SchemaAttribute{
		Name: field.Name, Type: tftypes.String, Optional: true, Computed: !field.Required, Sensitive: true,
		Description: secretText(k, field, texts),
	}
	writeOnly := &tfprotov6.SchemaAttribute{
		Name: field.Name + diagnostic.WriteOnlySuffix, Type: tftypes.String, Optional: true, Sensitive: true, WriteOnly: true,
		Description: writeOnlyText(field),
	}
	version := &tfprotov6.SchemaAttribute{
		Name: field.Name + diagnostic.VersionSuffix, Type: tftypes.Number, Optional: true,
		Description: versionText(field),
	}
	switch {
	case field.Reveal.Path != "":
		return append(revealed(field), writeOnly, version)
	case field.WriteOnly:
		return []*tfprotov6.SchemaAttribute{writeOnly, version}
	}
	return []*tfprotov6.SchemaAttribute{plain, writeOnly, version}
}

// revealed are the attributes of a secret that is read on request.
func revealed(field *kind.Field) []*tfprotov6.SchemaAttribute {
	reveal := field.Reveal
	return []*tfprotov6.SchemaAttribute{
		{Name: field.Name, Type: tftypes.String, Computed: true, Sensitive: true, Description: reveal.Description + " Null unless `" + reveal.Switch + "` is true. The state has it then."},
		{
			Name: reveal.Switch, Type: tftypes.Bool, Optional: true, Computed: true,
			Description: "Whether `" + field.Name + "` is read at every refresh and kept in the state, where anyone who can read the state can see it. An ephemeral resource keeps it out of the state. Default: `false`.",
		},
	}
}

func secretText(k *kind.Kind, field *kind.Field, texts *texts) string {
	rule := fmt.Sprintf("At most one of `%s` and `%s` may be set.", field.Name, field.Name+diagnostic.WriteOnlySuffix)
	if field.Required {
		rule = fmt.Sprintf("Exactly one of `%s` and `%s` must be set, but not after an import, where the server keeps what it has.", field.Name, field.Name+diagnostic.WriteOnlySuffix)
	}
	text := texts.argument(field, "")
	if field.Generated {
		text = strings.Join([]string{field.Description, "If neither this nor `" + field.Name + diagnostic.WriteOnlySuffix + "` is set, the server generates it.", texts.span(contract.InRequest, field, "")}, " ")
	}
	return strings.TrimSpace(text) + " Terraform keeps it in the state. " + rule + " " + visibility(k, field)
}

// withheldText says what an import does with an argument that is no secret.
func withheldText(field *kind.Field) string {
	if field.MustBeGiven() {
		return "It must be set, but not after an import: what the server has is kept out of the state then, and stays."
	}
	return "After an import, what the server has is kept out of the state, and stays until it is set here."
}

func writeOnlyText(field *kind.Field) string {
	version := field.Name + diagnostic.VersionSuffix
	if field.WriteOnly {
		return fmt.Sprintf("%s Terraform keeps it neither in the plan nor in the state. It is sent on creation and whenever `%s` changes. Requires Terraform 1.11 or OpenTofu 1.11.", field.Description, version)
	}
	return fmt.Sprintf("Like `%s`, but Terraform keeps it neither in the plan nor in the state. It is sent on creation and whenever `%s` changes. Requires Terraform 1.11 or OpenTofu 1.11.", field.Name, version)
}

func versionText(field *kind.Field) string {
	required := " Without it, the secret is sent only on creation, or when it replaces `" + field.Name + "`."
	if field.WriteOnly {
		required = " Without it, the secret is sent only on creation."
	} else if field.NeedsVersion() {
		required = " Required together with the secret: without it, Terraform could not detect that the secret is no longer set."
	}
	return fmt.Sprintf("Any number. Change it to send `%s` again, since Terraform cannot detect that the secret changed. Set it after an import to send the secret.%s", field.Name+diagnostic.WriteOnlySuffix, required)
}

// visibility says where a change of the secret on the server is seen.
func visibility(k *kind.Kind, field *kind.Field) string {
	table, ok := k.Table()
	if !ok {
		return ""
	}
	found, answered := table.Field(contract.InResponse, field.APIName())
	switch {
	case !answered:
		return "authentik never returns it, so Terraform cannot detect changes on the server."
	case found.Last() == contract.Newest():
		return "authentik returns it, so that Terraform detects changes on the server."
	}
	return "Terraform detects changes on the server only where authentik returns it (" + untilPatch(found.Releases(), table.Releases()) + ")."
}
