// Package object turns a description of one kind of authentik object into what
// Terraform sees of it.
//
// A description ([Object]) is data: where the API keeps the objects, which
// fields they have and what each means. It owns every fact about one kind of
// object and no behaviour. This package owns all behaviour and no fact about any
// one kind: the schema derived from the description, the conversion of JSON into
// Terraform's values by it, looking objects up, keeping secrets out, and telling
// what went wrong. What two kinds of object would have in common belongs here;
// what only one of them has is a field of the description.
//
// It is the only package that handles Terraform's raw values (tftypes).
package object
