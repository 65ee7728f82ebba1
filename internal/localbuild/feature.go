package localbuild

import "strings"

// Feature is something that only newer versions have, or one product alone.
type Feature struct {
	// Name is the subject of a sentence, in the plural.
	Name string
	// Since is the first version of each product with the feature. Where a product is
	// missing, none of its versions has it.
	Since map[Product]string
}

// The features that this provider uses.
var (
	Functions      = Feature{"Provider-defined functions", map[Product]string{Terraform: "1.8", OpenTofu: "1.7"}}
	Ephemeral      = Feature{"Ephemeral resources", map[Product]string{Terraform: "1.10", OpenTofu: "1.11"}}
	WriteOnly      = Feature{"Write-only arguments and ephemeral variables", map[Product]string{Terraform: "1.11", OpenTofu: "1.11"}}
	IdentityImport = Feature{"Import blocks with an identity", map[Product]string{Terraform: "1.12", OpenTofu: "1.12"}}
	Query          = Feature{"List resources and `terraform query`", map[Product]string{Terraform: "1.14"}}
)

// Features are all of them, oldest first.
func Features() []Feature { return []Feature{Functions, Ephemeral, WriteOnly, IdentityImport, Query} }

// Needs is a sentence, without a full stop, with the versions that the feature needs.
func (f Feature) Needs() string {
	var products []string
	for _, product := range []Product{Terraform, OpenTofu} {
		if since, ok := f.Since[product]; ok {
			products = append(products, string(product)+" "+since)
		}
	}
	return f.Name + " need " + strings.Join(products, " or ")
}
