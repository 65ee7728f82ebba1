// Package kind describes kinds of authentik objects.
//
// A [Kind] is data: where the API keeps the objects, which fields they have, what each
// field means, and how one object is found. The packages schema, resource and
// datasource turn it into what Terraform sees. A kind owns every fact about its objects
// and no behaviour; those packages own the behaviour and no fact about any one kind.
//
// What the contract table (internal/contract) knows of a field need not be repeated:
// its type, whether it is required, nullable or read-only, the values of an enum, the
// bounds of a number, and the releases that have it. A description sets these only
// where the provider means something else.
package kind
