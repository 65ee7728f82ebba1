package providers

import (
	"net"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Radius is a RADIUS provider (/api/v3/providers/radius/), which authentik has since
// 2023.4.
var Radius = kind.Kind{
	Type: "provider_radius", Plural: "providers_radius", Title: "RADIUS provider", Family: Family,
	Summary: "A RADIUS provider lets network devices sign users in by RADIUS. It does nothing until an outpost of the type `radius` has it.",
	Model:   "authentik_providers_radius.radiusprovider",
	API:     kind.Endpoint{Path: "/providers/radius/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "client_networks"},
	Fields: slices.Concat(base(), []kind.Field{
		{Name: "authentication_flow", NotIncumbent: true, Refers: reference.Flow, Description: "UUID of the flow that signs users in where a browser is involved. RADIUS itself does not use it."},
	}, signIn()[1:], runsOn(), []kind.Field{
		mappings("UUIDs of RADIUS property mappings, which add attributes to the answer."),
		{Name: "client_networks", Default: "0.0.0.0/0, ::/0", Check: networks, Description: "Networks that clients may be in, in CIDR notation with commas between them."},
		{Name: "shared_secret", Secret: true, Generated: true, Optional: true, Description: "Secret that the clients and the outpost share."},
		{Name: "mfa_support", Default: true, Description: "Whether users append a code to the password, after a semicolon, where the flow asks for one."},
		{Name: "certificate", Cascades: true, Refers: reference.Certificate, Description: "UUID of the certificate-key pair for EAP-TLS. Needs an enterprise license."},
	}),
}

// networks says which entry of a list of networks is none. The outpost would ignore it
// (internal/outpost/radius/api.go).
func networks(list string) string {
	for entry := range strings.SplitSeq(list, ",") {
		if _, _, err := net.ParseCIDR(strings.TrimSpace(entry)); err != nil {
			return "Each network must be in CIDR notation, such as `10.0.0.0/8` or `2001:db8::/32`, with commas between them. The outpost ignores any other, so that its clients would get no answer."
		}
	}
	return ""
}
