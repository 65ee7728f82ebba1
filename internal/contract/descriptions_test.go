package contract_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// Descriptions have no struct that a compiler checks. These tests are the compiler: every
// description, completed by the contract, agrees with the API in every release.
func TestDescriptionsAgreeWithTheAPI(t *testing.T) {
	t.Parallel()
	for _, described := range provider.Kinds() {
		for _, finding := range disagreements(described) {
			t.Errorf("%s: %s", described.Type, finding)
		}
	}
}

// reserved are the names that Terraform or the provider uses otherwise.
var reserved = []string{
	"connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner",
	"id", "ids", "objects", "search", "omit_secrets",
}

// schemas are the names of objects in the API's documents that are not the model's.
var schemas = map[string]string{"authentik_endpoints.device": "EndpointDeviceDetails"}

// disagreements lists where a description and the contract table differ.
func disagreements(described *kind.Kind) []string {
	table, ok := described.Table()
	if !ok {
		return []string{"the contract table has no " + described.API.Path + "; generate it again"}
	}
	check := &checker{kind: described, table: table}
	check.complete()
	fields := described.All()
	if described.Key() == nil || described.Key().APIName() != cmp.Or(described.API.Key, "pk") || described.Address() == nil {
		check.found("the primary key or the address is not described")
	}
	check.level("", fields, true)
	check.excluded()
	for _, release := range table.Releases() {
		view, _ := table.In(release)
		for _, way := range described.Lookups {
			for _, name := range way.All() {
				check.lookup(name, release, view)
			}
		}
	}
	for _, name := range described.Filters {
		if described.Field(name) == nil {
			check.found("the filter %s is no field", name)
		}
	}
	view, _ := table.In(contract.Newest())
	if len(view.Request) == 0 != (described.ReadOnly && described.ReadOnlyBecause == "") {
		check.found("the API can create one: %v", len(view.Request) > 0)
	}
	// What a list of all types answers with may have a shorter name than the model.
	if _, model, _ := strings.Cut(described.Model, "."); !isModel(described, model, view.Model) {
		check.found("the model is %s, not %s", view.Model, described.Model)
	}
	return check.findings
}

// isModel says whether the schema of the newest release is that of the model.
func isModel(described *kind.Kind, model, schema string) bool {
	return model == strings.ToLower(schema) || schemas[described.Model] == schema ||
		described.ReadOnly && strings.HasSuffix(model, strings.ToLower(schema))
}

type checker struct {
	kind     *kind.Kind
	table    *contract.Contract
	findings []string
}

func (c *checker) found(format string, arguments ...any) {
	c.findings = append(c.findings, fmt.Sprintf(format, arguments...))
}

// complete checks that the description has what the API's documents do not say and no
// kind can do without.
func (c *checker) complete() {
	for field, value := range map[string]string{
		"Type": c.kind.Type, "Plural": c.kind.Plural, "Title": c.kind.Title, "Summary": c.kind.Summary, "Family": c.kind.Family,
	} {
		if value == "" {
			c.found("the description has no %s", field)
		}
	}
	if len(c.kind.Lookups) == 0 {
		c.found("the description has no Lookups, so it can be found by its ID only")
	}
}

// lookup checks that the release can filter by the field, wherever it has it, unless no
// release can, or the filter may fail, so that the provider compares. What addresses the
// object needs no filter.
func (c *checker) lookup(name, release string, view contract.View) {
	field := c.kind.Field(name)
	switch {
	case field == nil:
		c.found("the look-up %s is no field", name)
	case field == c.kind.Address() || !c.kind.HasFilter(field) || field.FilterName() == "search" || field.FilterMayFail:
	case !view.Filters.Has(field.FilterName()) && view.Response.Has(field.APIName()):
		c.found("the look-up %s is no filter in %s", name, release)
	}
}

// excluded checks that what is excluded is there to be excluded.
func (c *checker) excluded() {
	for name, reason := range c.kind.Excluded {
		_, answered := c.table.Field(contract.InResponse, name)
		_, written := c.table.Field(contract.InRequest, name)
		if !answered && !written || reason == "" {
			c.found("the field %s is excluded, but no release has it, or there is no reason", name)
		}
	}
}

// level checks the fields of one level: those of the API whose names begin with the
// prefix, and those that are described. Of what is not written, requests do not matter.
func (c *checker) level(prefix string, fields []kind.Field, written bool) {
	all := c.table.Response()
	if written {
		all = slices.Concat(all, c.table.Request())
	}
	for _, field := range all {
		name, below := strings.CutPrefix(field.Name, prefix)
		if !below || strings.ContainsAny(name, ".[") {
			continue
		}
		_, excluded := c.kind.Excluded[field.Name]
		switch described := byAPI(fields, name); {
		case described == nil && !excluded:
			c.found("the field %s is neither described nor excluded", field.Name)
		case described != nil && excluded && (!described.ReadOnly || !c.kind.Request(contract.Newest()).Has(field.Name)):
			c.found("the field %s is described and excluded", field.Name)
		}
	}
	for i := range fields {
		field := &fields[i]
		if slices.Contains(reserved, field.Name) {
			c.found("the name %s is reserved", field.Name)
		}
		if field.Local && len(field.Fields) > 0 {
			continue // an object of the provider's own
		}
		definitions := c.definitions(prefix, field)
		c.field(prefix, field, definitions)
		if prefix == "" && !c.kind.ReadOnly {
			c.argument(field, definitions)
		}
		switch field.Type {
		case kind.Objects:
			c.level(prefix+field.APIName()+"[].", field.Fields, !field.ReadOnly)
		case kind.Object:
			c.level(prefix+field.APIName()+".", field.Fields, !field.ReadOnly)
		case kind.FromContract, kind.String, kind.UUID, kind.Duration, kind.Time, kind.JSON, kind.Bool, kind.Int, kind.Float, kind.List, kind.Set:
		}
	}
}

// defined are the definitions of a field under all of its names.
type defined struct{ response, request, element []contract.Dated }

func (c *checker) definitions(prefix string, field *kind.Field) defined {
	var found defined
	for _, name := range field.APINames() {
		response, answered := c.table.Field(contract.InResponse, prefix+name)
		request, written := c.table.Field(contract.InRequest, prefix+name)
		if !answered && !written && field.Via.Path == "" && !field.Local && field.Reveal.Path == "" {
			c.found("no release has the field %s of %s", prefix+name, field.Name)
		}
		found.response = append(found.response, response.Definitions...)
		found.request = append(found.request, request.Definitions...)
		for _, location := range []contract.Location{contract.InResponse, contract.InRequest} {
			element, _ := c.table.Field(location, prefix+name+"[]")
			found.element = append(found.element, element.Definitions...)
		}
	}
	return found
}

// types are the JSON types, with the formats, that each type reads.
var types = map[kind.Type][]string{
	kind.String: {"string ", "string email", "string uri"}, kind.UUID: {"string uuid"}, kind.Duration: {"string "}, kind.Time: {"string date-time"},
	kind.JSON: {"object ", "any "}, kind.Bool: {"boolean "}, kind.Int: {"integer ", "integer int64"}, kind.Float: {"number double"},
	kind.List: {"array "}, kind.Set: {"array "}, kind.Object: {"object "}, kind.Objects: {"array "},
}

// field checks the type, nullability and values of a field.
func (c *checker) field(prefix string, field *kind.Field, definitions defined) {
	all := slices.Concat(definitions.response, definitions.request)
	for _, dated := range all {
		if !slices.Contains(types[field.Type], dated.Type+" "+dated.Format) && !c.isConverted(field, dated) {
			c.found("the field %s%s is %s %s in %s", prefix, field.Name, dated.Type, dated.Format, dated.Releases[0])
		}
	}
	decisive := definitions.request
	if len(decisive) == 0 {
		decisive = definitions.response
	}
	if field.Nullable && !slices.ContainsFunc(decisive, func(dated contract.Dated) bool { return dated.Nullable }) {
		c.found("the field %s%s is not nullable in any release", prefix, field.Name)
	}
	if field.IsCollection() {
		for _, dated := range definitions.element {
			if !slices.Contains(types[field.Of], dated.Type+" "+dated.Format) && c.kind.Upgrade == nil {
				c.found("the elements of %s%s are %s %s in %s", prefix, field.Name, dated.Type, dated.Format, dated.Releases[0])
			}
		}
	}
	if known := enum(slices.Concat(all, definitions.element)); !field.FreeForm && !slices.Equal(known, slices.Sorted(slices.Values(field.Values))) {
		c.found("the field %s%s has the values %v, not %v", prefix, field.Name, known, field.Values)
	}
}

// isConverted says whether a value of another type is read as the field's. Earlier releases
// may differ: a string reads numbers too, a field that was renamed may have been a single
// value or an array, and a kind may convert answers. Of an object that is only read, a
// kind may leave one string in all releases.
func (c *checker) isConverted(field *kind.Field, dated contract.Dated) bool {
	isEarlier := !slices.Contains(dated.Releases, contract.Newest()) || field.ReadOnly && field.Type == kind.String && dated.Type == "object"
	isNumber := dated.Type == "integer" && (field.Type == kind.String || field.Type == kind.Duration)
	return isEarlier && (isNumber || len(field.Formerly) > 0 || c.kind.Upgrade != nil)
}

// enum are the values of definitions, sorted, without the empty string.
func enum(definitions []contract.Dated) []string {
	var values []string
	for _, dated := range definitions {
		values = append(values, dated.Enum...)
	}
	slices.Sort(values)
	return slices.DeleteFunc(slices.Compact(values), func(value string) bool { return value == "" })
}

func byAPI(fields []kind.Field, name string) *kind.Field {
	for i := range fields {
		if slices.Contains(fields[i].APINames(), name) {
			return &fields[i]
		}
	}
	return nil
}
