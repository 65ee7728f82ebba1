package contract_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// Descriptions have no struct that a compiler checks. These tests are the
// compiler: every description agrees with the API in every release.
func TestDescriptionsAgreeWithTheAPI(t *testing.T) {
	t.Parallel()
	for _, described := range provider.Objects() {
		for _, finding := range disagreements(described) {
			t.Errorf("%s: %s", described.Type, finding)
		}
	}
}

// reserved are the names that Terraform keeps for itself in a block.
var reserved = []string{"connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner"}

// disagreements lists where a description and the contract table differ.
func disagreements(described *object.Object) []string {
	table, ok := contract.Object(described.Path)
	if !ok {
		return []string{"the contract table has no " + described.Path + "; draw it anew"}
	}
	check := &checker{object: described, table: table}
	check.complete()
	check.fields("", described.Attributes)
	check.unanswered()
	for _, release := range table.Releases() {
		view, _ := table.In(release)
		for _, way := range described.Lookups {
			for _, name := range way.Attributes {
				check.lookup(name, release, view)
			}
		}
	}
	for _, name := range described.Filters {
		if find(described.Attributes, name) == nil {
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
	object   *object.Object
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
	if len(c.object.Lookups) == 0 {
		c.found("the description has no Lookups, so it can be found by its UUID only")
	}
}

// lookup checks that the release can filter by the attribute, wherever it has it. What
// addresses the object needs no filter.
func (c *checker) lookup(name, release string, view contract.View) {
	attribute := find(c.object.Attributes, name)
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
func (c *checker) fields(prefix string, attributes []object.Attribute) {
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
		switch attribute.Kind {
		case object.Objects:
			c.fields(prefix+attribute.APIName()+"[].", attribute.Attributes)
		case object.Nested:
			c.fields(prefix+attribute.APIName()+".", attribute.Attributes)
		case object.List, object.Set:
			c.elements(prefix+attribute.APIName()+"[]", attribute)
		case object.Text, object.UUID, object.Duration, object.Time, object.JSON, object.Bool, object.Int, object.Float:
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
		attribute := findKey(c.object.Attributes, field.Name)
		switch _, excluded := c.object.Excluded[field.Name]; {
		case attribute == nil && !excluded:
			c.found("the field %s, which is only written, is neither an attribute nor excluded", field.Name)
		case attribute != nil && excluded:
			c.found("the field %s is an attribute and excluded", field.Name)
		case attribute != nil:
			c.attribute(field, attribute)
		}
	}
	for i := range c.object.Attributes {
		attribute := &c.object.Attributes[i]
		_, answered := c.table.Field(contract.InResponse, attribute.APIName())
		if _, written := c.table.Field(contract.InRequest, attribute.APIName()); !answered && !written {
			c.found("no release has the field %s of the attribute %s", attribute.APIName(), attribute.Name)
		}
	}
}

// kinds are the JSON types, with the formats, that each kind reads.
var kinds = map[object.Kind][]string{
	object.Text: {"string ", "string email"}, object.UUID: {"string uuid"}, object.Duration: {"string "}, object.Time: {"string date-time"},
	object.JSON: {"object ", "any "}, object.Bool: {"boolean "}, object.Int: {"integer "}, object.Float: {"number double"},
	object.List: {"array "}, object.Set: {"array "}, object.Nested: {"object "}, object.Objects: {"array "},
}

// elements checks the elements of a list or set.
func (c *checker) elements(name string, attribute *object.Attribute) {
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

func (c *checker) values(name string, values []string, attribute *object.Attribute) {
	slices.Sort(values)
	values = slices.DeleteFunc(slices.Compact(values), func(value string) bool { return value == "" })
	if described := slices.Sorted(slices.Values(attribute.Values)); !slices.Equal(values, described) {
		c.found("the field %s has the values %v, not %v", name, values, described)
	}
}

func (c *checker) attribute(field contract.Field, attribute *object.Attribute) {
	newest := field.Definitions[len(field.Definitions)-1]
	nullable := false
	var values []string
	for _, dated := range field.Definitions {
		// Text reads numbers too, for a field that became text in a later release.
		became := dated.Type == "integer" && newest.Type == "string" && (attribute.Kind == object.Text || attribute.Kind == object.Duration)
		if !slices.Contains(kinds[attribute.Kind], dated.Type+" "+dated.Format) && !became {
			c.found("the field %s is %s %s in %s", field.Name, dated.Type, dated.Format, dated.Releases[0])
		}
		nullable = nullable || dated.Nullable
		values = append(values, dated.Enum...)
	}
	if attribute.Kind != object.List && attribute.Kind != object.Set {
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
func (c *checker) written(field contract.Field, attribute *object.Attribute) {
	newest := field.Definitions[len(field.Definitions)-1]
	request, _ := c.table.Field(contract.InRequest, field.Name)
	written, writable := request.At(field.Last())
	if attribute.Kind == object.Objects || attribute.Kind == object.Nested {
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

func find(attributes []object.Attribute, name string) *object.Attribute {
	for i := range attributes {
		if attributes[i].Name == name {
			return &attributes[i]
		}
	}
	return nil
}

func findKey(attributes []object.Attribute, key string) *object.Attribute {
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
	mutations := map[string]func(*[]object.Attribute, int) bool{
		"dropped": func(attributes *[]object.Attribute, i int) bool {
			*attributes = slices.Delete(*attributes, i, i+1)
			return true
		},
		"renamed": func(attributes *[]object.Attribute, i int) bool {
			(*attributes)[i].Key = (*attributes)[i].APIName() + "s"
			return true
		},
		"retyped": func(attributes *[]object.Attribute, i int) bool {
			kind := &(*attributes)[i].Kind
			if *kind == object.List {
				*kind = object.Set // no document tells the two apart
			}
			*kind = (*kind + 1) % (object.Objects + 1)
			return true
		},
		"nullability": func(attributes *[]object.Attribute, i int) bool {
			(*attributes)[i].Nullable = !(*attributes)[i].Nullable
			return true
		},
		"value": func(attributes *[]object.Attribute, i int) bool {
			(*attributes)[i].Values = append(slices.Clone((*attributes)[i].Values), "another")
			return true
		},
		"value less": func(attributes *[]object.Attribute, i int) bool {
			values := (*attributes)[i].Values
			if len(values) > 0 {
				(*attributes)[i].Values = values[1:]
			}
			return len(values) > 0
		},
	}
	for _, described := range provider.Objects() {
		if findings := disagreements(described); len(findings) > 0 {
			t.Fatalf("%s is not green to begin with: %v", described.Type, findings)
		}
		for name, mutate := range mutations {
			for i := range described.Attributes {
				broken := *described
				broken.Attributes = slices.Clone(described.Attributes)
				if mutate(&broken.Attributes, i) && len(disagreements(&broken)) == 0 {
					t.Errorf("%s: %s %s goes unnoticed", described.Type, described.Attributes[i].Name, name)
				}
				for j := range described.Attributes[i].Attributes {
					broken.Attributes = slices.Clone(described.Attributes)
					inner := slices.Clone(described.Attributes[i].Attributes)
					broken.Attributes[i].Attributes = inner
					changed := mutate(&broken.Attributes[i].Attributes, j)
					if changed && len(disagreements(&broken)) == 0 {
						t.Errorf("%s: %s.%s %s goes unnoticed", described.Type, described.Attributes[i].Name, inner[j].Name, name)
					}
				}
			}
		}
		for i := range described.Attributes {
			if described.ReadOnly {
				break // none of its attributes is written
			}
			broken := *described
			broken.Attributes = slices.Clone(described.Attributes)
			broken.Attributes[i].ReadOnly = !broken.Attributes[i].ReadOnly
			if len(disagreements(&broken)) == 0 {
				t.Errorf("%s: read-only %s goes unnoticed", described.Type, described.Attributes[i].Name)
			}
			broken.Attributes = slices.Clone(described.Attributes)
			broken.Attributes[i].Required = !broken.Attributes[i].Required
			if len(disagreements(&broken)) == 0 {
				t.Errorf("%s: required %s goes unnoticed", described.Type, described.Attributes[i].Name)
			}
		}
		for name, empty := range map[string]func(*object.Object){
			"plural": func(o *object.Object) { o.Plural = "" }, "title": func(o *object.Object) { o.Title = "" },
			"look-ups": func(o *object.Object) { o.Lookups = nil }, "summary": func(o *object.Object) { o.Summary = "" },
		} {
			broken := *described
			if empty(&broken); len(disagreements(&broken)) == 0 {
				t.Errorf("%s: a missing %s goes unnoticed", described.Type, name)
			}
		}
		broken := *described
		broken.Lookups = []object.Lookup{object.By("no_such_filter")}
		if len(disagreements(&broken)) == 0 {
			t.Errorf("%s: a look-up that is no filter goes unnoticed", described.Type)
		}
	}
}
