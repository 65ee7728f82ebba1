package contract_test

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// argument checks what a request needs, and what is sent for an argument that is not set.
func (c *checker) argument(field *kind.Field, definitions defined) {
	request := definitions.request
	switch {
	case field == c.kind.Key(): // some requests have the key, and all servers generate it
	case field.ReadOnly && !c.mayBeReadOnly(field, definitions):
		c.found("the field %s is not read-only", field.Name)
	case !field.ReadOnly && !field.Local && len(request) == 0 && field.Via.Path == "":
		c.found("the field %s is read-only", field.Name)
	}
	if !field.IsWritten() || len(request) == 0 {
		return
	}
	required := requiring(request)
	isSent := !field.Computed && !field.IfConfigured // though it is not set
	if required == len(c.table.Releases()) && field.Optional && isSent && !field.IsCollection() && !hasDefault(field, request) {
		c.found("the field %s is required, so an optional argument needs a Default", field.Name)
	}
	if !field.MustBeSet() && isSent && !field.Secret {
		wherever := required == releasesOf(request) // a field that came or went
		c.standard(field, request, wherever)
	}
}

// mayBeReadOnly says whether a field may be described as read-only: no request has it, the
// description excludes it, or the newest release only returns it; nested objects always.
func (c *checker) mayBeReadOnly(field *kind.Field, definitions defined) bool {
	return len(definitions.request) == 0 ||
		c.kind.Excluded[field.APIName()] != "" && field.Default == nil ||
		isNow(definitions.response) && !isNow(definitions.request) ||
		field.Type == kind.Objects || field.Type == kind.Object
}

// hasDefault says whether something can be sent for an argument that is not set.
func hasDefault(field *kind.Field, request []contract.Dated) bool {
	return !isEmpty(field.Default) || field.Default == "" && acceptsBlank(request)
}

// requiring counts the releases that require the field.
func requiring(request []contract.Dated) int {
	count := 0
	for _, dated := range request {
		if dated.Required {
			count += len(dated.Releases)
		}
	}
	return count
}

// standard checks what is sent for an argument that is not set. required says that every
// release that has the field requires it.
func (c *checker) standard(field *kind.Field, request []contract.Dated, required bool) {
	optional := slices.ContainsFunc(request, func(dated contract.Dated) bool { return !dated.Required && !dated.Nullable })
	hasFields := field.Type == kind.Objects || field.Type == kind.Object
	switch text, isString := field.Default.(string); {
	case !hasType(field, field.Default) || !hasType(field, field.Incumbent):
		c.found("the default of %s is not of its type", field.Name)
	case field.Default == nil && optional && !field.Nullable && !field.EmptyIsNull && !required && !hasFields:
		c.found("the field %s is neither required nor nullable in some release, so the argument needs a Default: what the server sets", field.Name)
	case isString && text == "" && !acceptsBlank(request) && !field.EmptyIsNull:
		c.found("the default of %s is empty, which no release accepts", field.Name)
	case isString && text != "" && len(field.Values) > 0 && !slices.Contains(field.Values, text):
		c.found("the default of %s is not one of its values", field.Name)
	}
}

// isNow says whether the newest release has one of the definitions. A field that it only
// returns may be described as read-only, although older releases accept it.
func isNow(definitions []contract.Dated) bool {
	return slices.ContainsFunc(definitions, func(dated contract.Dated) bool { return slices.Contains(dated.Releases, contract.Newest()) })
}

// releasesOf counts the releases of the definitions.
func releasesOf(request []contract.Dated) int {
	count := 0
	for _, dated := range request {
		count += len(dated.Releases)
	}
	return count
}

// hasType says whether a default is of the field's type, or nil.
func hasType(field *kind.Field, standard any) bool {
	ok := false
	switch standard.(type) {
	case nil:
		ok = true
	case string:
		ok = field.IsString()
	case bool:
		ok = field.Type == kind.Bool
	case int:
		ok = field.Type == kind.Int
	case float64:
		ok = field.Type == kind.Float
	case []string:
		ok = field.IsCollection() && field.Of != kind.Int
	case []int:
		ok = field.IsCollection() && field.Of == kind.Int
	}
	return ok
}

// isEmpty says whether a default is one that optional strings and lists have by themselves.
func isEmpty(standard any) bool {
	switch elements := standard.(type) {
	case []string:
		return len(elements) == 0
	case []int:
		return len(elements) == 0
	}
	return standard == nil || standard == ""
}

// acceptsBlank says whether some release accepts the empty string.
func acceptsBlank(request []contract.Dated) bool {
	return slices.ContainsFunc(request, func(dated contract.Dated) bool {
		return dated.MinLength == 0 && dated.Enum == nil || slices.Contains(dated.Enum, "")
	})
}
