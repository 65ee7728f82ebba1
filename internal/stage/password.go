package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
)

// Password is the stage in which users enter their password (/api/v3/stages/password/).
// The backends are tried in their order.
var Password = object.Object{
	Type:    "stage_password",
	Plural:  "stages_password",
	Title:   "password stage",
	Family:  Family,
	Summary: "It is the step of a flow in which users enter their password. An identification stage can show its input on its own page instead.",
	Path:    "/stages/password/",
	Model:   "authentik_stages_password.passwordstage",
	Lookups: []object.Lookup{object.By("name")},
	Filters: []string{"name", "configure_flow", "failed_attempts_before_cancel", "allow_show_password"},
	Deletes: "its bindings to flows, and its place in identification stages,",
	Attributes: slices.Concat(Base(), []object.Attribute{
		{
			Name: "backends", Kind: object.List, Of: object.Text, Required: true,
			Values: []string{
				"authentik.core.auth.InbuiltBackend", "authentik.core.auth.TokenBackend", "authentik.sources.ldap.auth.LDAPBackend",
				"authentik.sources.kerberos.auth.KerberosBackend",
			},
			Description: "What the password is compared with, in the order in which it is tried: authentik's own password, an app password of the user, the LDAP source, the Kerberos source (since authentik 2024.10). At least one.",
		},
		{
			Name: "configure_flow", Kind: object.UUID, Nullable: true,
			Description: "UUID of the flow in which signed-in users can change their password by themselves.",
		},
		{
			Name: "failed_attempts_before_cancel", Kind: object.Int, Default: 5, Min: -2147483648, Max: 2147483647,
			Description: "How often a user may enter a wrong password before the flow ends. That locks nobody out: the flow can be begun anew.",
		},
		{
			Name: "allow_show_password", Kind: object.Bool, Default: false,
			Description: "Whether the input has a button that shows the password.",
		},
	}),
}
