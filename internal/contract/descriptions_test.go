package contract_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// Descriptions have no struct that a compiler checks. These tests are the
// compiler: every description agrees with the API in every release.
func TestDescriptionsAgreeWithTheAPI(t *testing.T) {
	t.Parallel()
	for _, described := range provider.Kinds() {
		for _, finding := range disagreements(described) {
			t.Errorf("%s: %s", described.Type, finding)
		}
	}
}

// reserved are the names that Terraform keeps for itself in a block.
var reserved = []string{"connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner"}

// disagreements lists where a description and the contract table differ.
func disagreements(described *kind.Kind) []string {
	table, ok := contract.Object(described.API.Path)
	if !ok {
		return []string{"the contract table has no " + described.API.Path + "; draw it anew"}
	}
	check := &checker{object: described, table: table}
	check.complete()
	check.fields("", described.All())
	check.unanswered()
	for _, release := range table.Releases() {
		view, _ := table.In(release)
		for _, way := range described.Lookups {
			for _, name := range way.Fields {
				check.lookup(name, release, view)
			}
		}
	}
	for _, name := range described.Filters {
		if find(described.All(), name) == nil {
			check.found("the filter %s is no attribute", name)
		}
	}
	view, _ := table.In(contract.Newest())
	if len(view.Request) == 0 != described.ReadOnly {
		check.found("the API can make one: %v", len(view.Request) > 0)
	}
	if _, model, _ := strings.Cut(described.Model, "."); model != strings.ToLower(view.Model) {
		check.found("the model is %s, not %s", view.Model, described.Model)
	}
	return check.findings
}

type checker struct {
	object   *kind.Kind
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
		"Type": c.object.Type, "Plural": c.object.Plural, "Title": c.object.Title, "Summary": c.object.Summary, "Family": c.object.Family,
	} {
		if value == "" {
			c.found("the description has no %s", field)
		}
	}
	if len(c.kind.Lookups) == 0 {
		c.found("the description has no Lookups, so it can be found by its UUID only")
	}
}

// lookup checks that the release can filter by the attribute, wherever it has it. What
// addresses the object needs no filter.
func (c *checker) lookup(name, release string, view contract.View) {
	attribute := find(c.object.All(), name)
	if attribute == nil {
		c.found("the look-up %s is no attribute", name)
		return
	}
	filter := attribute.APIName()
	if attribute.Filter != "" {
		filter = attribute.Filter
	}
	if !view.Filters.Has(filter) && name != c.object.Slug && view.Response.Has(attribute.APIName()) {
		c.found("the look-up %s is no filter in %s", name, release)
	}
}

// fields checks the attributes of one level against the response's fields that
// begin with the prefix.
func (c *checker) fields(prefix string, attributes []kind.Field) {
	for _, field := range c.table.Response() {
		name, below := strings.CutPrefix(field.Name, prefix)
		if !below || strings.ContainsAny(name, ".[") {
			continue
		}
		attribute := findKey(attributes, name)
		_, excluded := c.object.Excluded[field.Name]
		switch {
		case attribute == nil && !excluded:
			c.found("the field %s is neither an attribute nor excluded", field.Name)
		case attribute != nil && excluded:
			c.found("the field %s is an attribute and excluded", field.Name)
		case attribute != nil:
			c.attribute(field, attribute)
		}
	}
	for i := range attributes {
		attribute := &attributes[i]
		if slices.Contains(reserved, attribute.Name) {
			c.found("Terraform reserves the name %s", attribute.Name)
		}
		if _, ok := c.table.Field(contract.InResponse, prefix+attribute.APIName()); !ok && (prefix != "" || !attribute.Secret) {
			c.found("no release has the field %s of the attribute %s", prefix+attribute.APIName(), attribute.Name)
		}
		switch attribute.Type {
		case kind.Objects:
			c.fields(prefix+attribute.APIName()+"[].", attribute.Attributes)
		case kind.Object:
			c.fields(prefix+attribute.APIName()+".", attribute.Attributes)
		case kind.List, kind.Set:
			c.elements(prefix+attribute.APIName()+"[]", attribute)
		case kind.String, kind.UUID, kind.Duration, kind.Time, kind.JSON, kind.Bool, kind.Int, kind.Float:
		}
	}
}

// unanswered checks the fields that can be written and that no release ever returns:
// each is a secret.
func (c *checker) unanswered() {
	for _, field := range c.table.Request() {
		_, answered := c.table.Field(contract.InResponse, field.Name)
		if answered || strings.ContainsAny(field.Name, ".[") {
			continue
		}
		attribute := findKey(c.object.All(), field.Name)
		switch _, excluded := c.object.Excluded[field.Name]; {
		case attribute == nil && !excluded:
			c.found("the field %s, which is only written, is neither an attribute nor excluded", field.Name)
		case attribute != nil && excluded:
			c.found("the field %s is an attribute and excluded", field.Name)
		case attribute != nil:
			c.attribute(field, attribute)
		}
	}
	for i := range c.object.All() {
		attribute := &c.object.All()[i]
		_, answered := c.table.Field(contract.InResponse, attribute.APIName())
		if _, written := c.table.Field(contract.InRequest, attribute.APIName()); !answered && !written {
			c.found("no release has the field %s of the attribute %s", attribute.APIName(), attribute.Name)
		}
	}
}

// kinds are the JSON types, with the formats, that each kind reads.
var kinds = map[kind.Type][]string{
	kind.String: {"string ", "string email"}, kind.UUID: {"string uuid"}, kind.Duration: {"string "}, kind.Time: {"string date-time"},
	kind.JSON: {"object ", "any "}, kind.Bool: {"boolean "}, kind.Int: {"integer "}, kind.Float: {"number double"},
	kind.List: {"array "}, kind.Set: {"array "}, kind.Object: {"object "}, kind.Objects: {"array "},
}

// elements checks the elements of a list or set.
func (c *checker) elements(name string, attribute *kind.Field) {
	field, _ := c.table.Field(contract.InResponse, name)
	var values []string
	for _, dated := range field.Definitions {
		if !slices.Contains(kinds[attribute.Of], dated.Type+" "+dated.Format) {
			c.found("the elements of %s are %s %s in %s", name, dated.Type, dated.Format, dated.Releases[0])
		}
		values = append(values, dated.Enum...)
	}
	c.values(name, values, attribute)
}

func (c *checker) values(name string, values []string, attribute *kind.Field) {
	slices.Sort(values)
	values = slices.DeleteFunc(slices.Compact(values), func(value string) bool { return value == "" })
	if described := slices.Sorted(slices.Values(attribute.Values)); !slices.Equal(values, described) {
		c.found("the field %s has the values %v, not %v", name, values, described)
	}
}

func (c *checker) attribute(field contract.Field, attribute *kind.Field) {
	newest := field.Definitions[len(field.Definitions)-1]
	nullable := false
	var values []string
	for _, dated := range field.Definitions {
		// Text reads numbers too, for a field that became text in a later release.
		became := dated.Type == "integer" && newest.Type == "string" && (attribute.Type == kind.String || attribute.Type == kind.Duration)
		if !slices.Contains(kinds[attribute.Type], dated.Type+" "+dated.Format) && !became {
			c.found("the field %s is %s %s in %s", field.Name, dated.Type, dated.Format, dated.Releases[0])
		}
		nullable = nullable || dated.Nullable
		values = append(values, dated.Enum...)
	}
	if attribute.Type != kind.List && attribute.Type != kind.Set {
		c.values(field.Name, values, attribute)
	}
	if nullable != attribute.Nullable {
		c.found("the field %s is nullable: %v", field.Name, nullable)
	}
	if !c.object.ReadOnly && !strings.ContainsAny(field.Name, ".[") { // nested objects are not written
		c.written(field, attribute)
	}
}

// written checks what the API takes for an attribute.
func (c *checker) written(field contract.Field, attribute *kind.Field) {
	newest := field.Definitions[len(field.Definitions)-1]
	request, _ := c.table.Field(contract.InRequest, field.Name)
	written, writable := request.At(field.Last())
	if attribute.Type == kind.Objects || attribute.Type == kind.Object {
		// Nested objects are read only, whether the server takes them or not.
		if !attribute.ReadOnly {
			c.found("the field %s can only be read", field.Name)
		}
		writable, newest.ReadOnly = false, true
	}
	if writable == attribute.ReadOnly || newest.ReadOnly != attribute.ReadOnly {
		c.found("the field %s is read-only: %v", field.Name, !writable)
	}
	if written.Required != attribute.Required {
		c.found("the field %s is required: %v", field.Name, written.Required)
	}
	fills := attribute.Default != nil || attribute.Computed || attribute.Secret
	if writable && !attribute.ReadOnly && !written.Required && !written.Nullable && !fills {
		c.found("the field %s is neither required nor nullable, so the attribute needs a Default: what the server fills in", field.Name)
	}
}

func find(attributes []kind.Field, name string) *kind.Field {
	for i := range attributes {
		if attributes[i].Name == name {
			return &attributes[i]
		}
	}
	return nil
}

func findKey(attributes []kind.Field, key string) *kind.Field {
	for i := range attributes {
		if attributes[i].APIName() == key {
			return &attributes[i]
		}
	}
	return nil
}

// The check bites: every attribute of every description, broken in every way, is
// found. A check without a green baseline would prove nothing, so that comes first.
func TestDescriptionsThatDisagreeAreFound(t *testing.T) {
	t.Parallel()
	mutations := map[string]func(*[]kind.Field, int) bool{
		"dropped": func(attributes *[]kind.Field, i int) bool {
			*attributes = slices.Delete(*attributes, i, i+1)
			return true
		},
		"renamed": func(attributes *[]kind.Field, i int) bool {
			(*attributes)[i].Key = (*attributes)[i].APIName() + "s"
			return true
		},
		"retyped": func(attributes *[]kind.Field, i int) bool {
			kind := &(*attributes)[i].Kind
			if *kind == kind.List {
				*kind = kind.Set // no document tells the two apart
			}
			*kind = (*kind + 1) % (kind.Objects + 1)
			return true
		},
		"nullability": func(attributes *[]kind.Field, i int) bool {
			(*attributes)[i].Nullable = !(*attributes)[i].Nullable
			return true
		},
		"value": func(attributes *[]kind.Field, i int) bool {
			(*attributes)[i].Values = append(slices.Clone((*attributes)[i].Values), "another")
			return true
		},
		"value less": func(attributes *[]kind.Field, i int) bool {
			values := (*attributes)[i].Values
			if len(values) > 0 {
				(*attributes)[i].Values = values[1:]
			}
			return len(values) > 0
		},
	}
	for _, described := range provider.Kinds() {
		if findings := disagreements(described); len(findings) > 0 {
			t.Fatalf("%s is not green to begin with: %v", described.Type, findings)
		}
		for name, mutate := range mutations {
			for i := range described.All() {
				broken := *described
				broken.Attributes = slices.Clone(described.All())
				if mutate(&broken.Attributes, i) && len(disagreements(&broken)) == 0 {
					t.Errorf("%s: %s %s goes unnoticed", described.Type, described.All()[i].Name, name)
				}
				for j := range described.All()[i].Attributes {
					broken.Attributes = slices.Clone(described.All())
					inner := slices.Clone(described.All()[i].Attributes)
					broken.Attributes[i].Attributes = inner
					changed := mutate(&broken.Attributes[i].Attributes, j)
					if changed && len(disagreements(&broken)) == 0 {
						t.Errorf("%s: %s.%s %s goes unnoticed", described.Type, described.All()[i].Name, inner[j].Name, name)
					}
				}
			}
		}
		for i := range described.All() {
			if described.ReadOnly {
				break // none of its attributes is written
			}
			broken := *described
			broken.Attributes = slices.Clone(described.All())
			broken.Attributes[i].ReadOnly = !broken.Attributes[i].ReadOnly
			if len(disagreements(&broken)) == 0 {
				t.Errorf("%s: read-only %s goes unnoticed", described.Type, described.All()[i].Name)
			}
			broken.Attributes = slices.Clone(described.All())
			broken.Attributes[i].Required = !broken.Attributes[i].Required
			if len(disagreements(&broken)) == 0 {
				t.Errorf("%s: required %s goes unnoticed", described.Type, described.All()[i].Name)
			}
		}
		for name, empty := range map[string]func(*kind.Kind){
			"plural": func(o *kind.Kind) { o.Plural = "" }, "title": func(o *kind.Kind) { o.Title = "" },
			"look-ups": func(o *kind.Kind) { o.Lookups = nil }, "summary": func(o *kind.Kind) { o.Summary = "" },
		} {
			broken := *described
			if empty(&broken); len(disagreements(&broken)) == 0 {
				t.Errorf("%s: a missing %s goes unnoticed", described.Type, name)
			}
		}
		broken := *described
		broken.Lookups = []kind.Lookup{kind.By("no_such_filter")}
		if len(disagreements(&broken)) == 0 {
			t.Errorf("%s: a look-up that is no filter goes unnoticed", described.Type)
		}
	}
}
