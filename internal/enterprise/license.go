// Package enterprise describes authentik's licenses, and reads what they allow.
package enterprise

import (
	"encoding/base64"
	"encoding/json"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Kinds are the kinds of this family.
func Kinds() []*kind.Kind { return []*kind.Kind{&License} }

// Family is the heading in the documentation.
const Family = "Enterprise"

// License is a license (/api/v3/enterprise/license/). The server reads everything else
// from the key, which is a signed JWT for one installation.
var License = kind.Kind{
	Type: "enterprise_license", Plural: "enterprise_licenses", Title: "enterprise license", Family: Family,
	Summary: "An enterprise license enables authentik's enterprise features for one installation, whose ID the data source `authentik_enterprise_install_id` reads.",
	Model:   "authentik_enterprise.license",
	API:     kind.Endpoint{Path: "/enterprise/license/", Key: "license_uuid"},
	Lookups: []kind.Lookup{kind.By("name")},
	// The name is not an argument, so that a create whose answer was lost cannot be
	// recognized by it.
	NamesRepeat: true,
	Filters:     []string{"name"},
	Fields: []kind.Field{
		{Name: "license_uuid", Description: "UUID of the license as the API names it; the same as `id`."},
		{Name: "key", Secret: true, Check: isLicenseKey, Refusal: "The license must be for this installation, whose ID the data source `authentik_enterprise_install_id` has, and must not have expired.", Description: "License key, a JWT."},
		{Name: "name", Exposed: true, Description: "Name of the license, from the key."},
		{Name: "expiry", Exposed: true, Description: "When the license expires, from the key."},
		{Name: "internal_users", Exposed: true, Description: "Number of internal users that the license allows, from the key."},
		{Name: "external_users", Exposed: true, Description: "Number of external users that the license allows, from the key."},
	},
}

// isLicenseKey says whether a string has the form of a JWT. Its signature is the server's
// business.
func isLicenseKey(written string) string {
	parts := strings.Split(strings.TrimSpace(written), ".")
	if len(parts) == 3 {
		header, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(parts[0], "="))
		var fields map[string]any
		if err == nil && json.Unmarshal(header, &fields) == nil {
			return ""
		}
	}
	return "It is not a license key, which is a JWT: three parts with dots between them."
}
