package kind

import (
	"cmp"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// Table is what the contract has on the kind; false where it has nothing.
func (k *Kind) Table() (*contract.Contract, bool) { return contract.Object(k.API.Path) }

// complete fills in what the contract knows.
func (k *Kind) complete() {
	k.fields = slices.Clone(k.Fields)
	if table, ok := k.Table(); ok {
		completeAll(k.fields, table, nil)
	}
	k.byName = make(map[string]*Field, len(k.fields))
	for i := range k.fields {
		field := &k.fields[i]
		field.settle()
		k.byName[field.Name] = field
	}
	k.key = byAPI(k.fields, cmp.Or(k.API.Key, "pk"))
	k.address = k.key
	if k.API.Address != "" {
		k.address = byAPI(k.fields, k.API.Address)
	}
}

// byAPI is the field with that name of the API's, nil for none.
func byAPI(fields []Field, name string) *Field {
	for i := range fields {
		if fields[i].APIName() == name || slices.Contains(fields[i].Formerly, name) {
			return &fields[i]
		}
	}
	return nil
}

// completeAll completes fields whose API names stand below one of the prefixes, of
// which there are several where the outer field was renamed; none at the top.
func completeAll(fields []Field, table *contract.Contract, prefixes []string) {
	for i := range fields {
		field := &fields[i]
		var names []string
		for _, name := range field.APINames() {
			if len(prefixes) == 0 {
				names = append(names, name)
			}
			for _, prefix := range prefixes {
				names = append(names, prefix+name)
			}
		}
		field.completeFrom(lookUp(table, names))
		if len(field.Fields) == 0 {
			continue
		}
		field.Fields = slices.Clone(field.Fields)
		var inner []string
		for _, name := range names {
			inner = append(inner, name+".", name+"[].")
		}
		completeAll(field.Fields, table, inner)
		for j := range field.Fields {
			field.Fields[j].settle()
		}
	}
}

// facts are the definitions of one field, newest first, of answers and of requests.
type facts struct {
	response, request []*contract.Dated
	element           []*contract.Dated
	always            bool // a request requires it in every release of the kind
}

func lookUp(table *contract.Contract, names []string) facts {
	var found facts
	required := 0
	for _, name := range names {
		response, _ := table.Field(contract.InResponse, name)
		request, _ := table.Field(contract.InRequest, name)
		found.response = newestFirst(found.response, response)
		found.request = newestFirst(found.request, request)
		found.element = elements(elements(found.element, table, request), table, response)
		for i := range request.Definitions {
			if request.Definitions[i].Required {
				required += len(request.Definitions[i].Releases)
			}
		}
	}
	found.always = required > 0 && required == len(table.Releases())
	return found
}

// array is the contract's word for the type of lists.
const array = "array"

// elements appends the definitions of the elements of an array, newest first.
func elements(to []*contract.Dated, table *contract.Contract, field contract.Field) []*contract.Dated {
	if !slices.ContainsFunc(field.Definitions, func(one contract.Dated) bool { return one.Type == array }) {
		return to
	}
	of, _ := table.Field(field.Location, field.Name+"[]")
	return newestFirst(to, of)
}

// newestFirst appends the definitions of a field, newest first.
func newestFirst(to []*contract.Dated, field contract.Field) []*contract.Dated {
	for i := range slices.Backward(field.Definitions) {
		to = append(to, &field.Definitions[i])
	}
	return to
}

// completeFrom fills in what is not set.
func (f *Field) completeFrom(found facts) {
	all := slices.Concat(found.request, found.response)
	if len(all) == 0 {
		return
	}
	if f.Type == FromContract {
		f.Type = typeOf(all[0].Definition, len(f.Fields) > 0)
		if f.Type == Set && len(f.Fields) > 0 {
			f.Type = Objects
		}
	}
	if f.IsCollection() && f.Of == FromContract && len(found.element) > 0 {
		f.Of = typeOf(found.element[0].Definition, false)
	}
	f.ReadOnly = f.ReadOnly || len(found.request) == 0 && !f.Secret && !f.Local && f.Via.Path == ""
	f.Required = f.Required || found.always && !f.Optional
	nullable := found.request
	if len(nullable) == 0 {
		nullable = found.response
	}
	f.Nullable = f.Nullable || slices.ContainsFunc(nullable, func(dated *contract.Dated) bool { return dated.Nullable })
	f.completeBounds(all)
	f.completeValues(slices.Concat(all, found.element))
}

// completeBounds fills in the bounds of a number and the length of a string.
func (f *Field) completeBounds(all []*contract.Dated) {
	for _, dated := range all {
		if f.Type == Int && f.Min == 0 && f.Max == 0 {
			f.Min, f.Max = bound(dated.Minimum), bound(dated.Maximum)
		}
		if f.MaxLength == 0 && dated.MaxLength > 0 {
			f.MaxLength = int(min(dated.MaxLength, 1<<31-1))
		}
	}
}

// completeValues fills in the values of an enum, in the order of the definitions.
func (f *Field) completeValues(all []*contract.Dated) {
	if len(f.Values) > 0 || f.FreeForm {
		return
	}
	for _, dated := range all {
		for _, value := range dated.Enum {
			if value != "" && !slices.Contains(f.Values, value) {
				f.Values = append(f.Values, value)
			}
		}
	}
}

func bound(limit *int64) int64 {
	if limit == nil {
		return 0
	}
	return *limit
}

// typeOf is the type of what a document defines.
func typeOf(definition contract.Definition, hasFields bool) Type {
	switch definition.Type {
	case "boolean":
		return Bool
	case "integer":
		return Int
	case "number":
		return Float
	case array:
		return Set
	case "object":
		if hasFields {
			return Object
		}
		return JSON
	case "any":
		return JSON
	}
	switch definition.Format {
	case "uuid":
		return UUID
	case "date-time":
		return Time
	}
	return String
}

// settle sets the defaults that a type has by itself.
func (f *Field) settle() {
	if f.Type == FromContract {
		f.Type = String
	}
	if f.IsCollection() && f.Of == FromContract {
		f.Of = String
	}
	if f.ReadOnly || f.Default != nil || f.NoDefault || f.Computed || f.IfConfigured || f.Required || f.Secret {
		return
	}
	switch f.Type {
	case String, Duration:
		if !f.Nullable {
			f.Default = ""
		}
	case List, Set:
		if f.Of == Int {
			f.Default = []int{}
		} else {
			f.Default = []string{}
		}
	case JSON:
		if !f.Nullable {
			f.Default = "{}"
		}
	case FromContract, UUID, Time, Bool, Int, Float, Object, Objects:
	}
}
