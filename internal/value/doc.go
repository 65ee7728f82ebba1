// Package value converts between JSON, as authentik's API has it, and Terraform's raw
// values, by the description of a field, and compares values as the server does.
//
// It knows no Terraform schema, no plan and no HTTP.
package value
