package provider

import (
	_ "embed"

	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
)

// prefix begins the names of all types.
const prefix = Name + "_"

// preparedText is [Schemas] as `make generate` wrote them.
//
//go:embed schemas.txt
var preparedText string

// Schemas computes the schemas of all described kinds.
func Schemas() *schema.Set { return schema.SetOf(prefix, Kinds()) }

// prepared are the schemas of all described kinds. A test makes sure that they are those
// of [Schemas]; should they be unreadable, these are computed.
func prepared() *schema.Set {
	set, err := schema.Prepared(preparedText)
	if err != nil {
		return Schemas()
	}
	return set
}
