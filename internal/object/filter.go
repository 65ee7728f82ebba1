package object

import (
	"fmt"
	"net/url"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// searchArgument is the filter that every list has: a text that the name holds.
const searchArgument = "search"

// filter is an argument by which a list is narrowed on the server.
type filter struct {
	name, description string
	kind              Kind
}

// validators are those of a filter that is text.
func (f filter) validators() []validator.String {
	if f.kind == UUID {
		return []validator.String{uuidValidator{}}
	}
	return []validator.String{lookupValidator{}}
}

// filters are the arguments of the list resource and of the plural data source.
func (o *Object) filters() []filter {
	all := []filter{{name: searchArgument, description: "Only those whose name contains this. Case does not matter; of several words, the name must contain each."}}
	for _, name := range o.Filters {
		attribute := o.attribute(name)
		text := fmt.Sprintf("Only those whose `%s` is this, exactly.", name)
		if attribute.Kind == Bool || attribute.Kind == Int {
			text = fmt.Sprintf("Only those whose `%s` is this.", name)
		}
		if !o.isFilter(attribute) {
			text += " The server cannot tell them apart, so all are read."
		}
		all = append(all, filter{name: name, kind: attribute.Kind, description: text})
	}
	return all
}

// query makes the list's parameters from the arguments that are set. The server
// takes an empty text for no filter at all, so validators have refused those.
func (o *Object) query(arguments values) url.Values {
	query := url.Values{}
	for _, filter := range o.filters() {
		value := arguments[filter.name]
		if !isSet(value) || !value.IsKnown() {
			continue
		}
		if attribute := o.attribute(filter.name); attribute == nil {
			query.Set(filter.name, text(value))
		} else if o.isFilter(attribute) {
			query.Set(attribute.filter(), plain(value))
		}
	}
	return query
}

// narrows says whether the arguments have a filter by an attribute.
func (o *Object) narrows(arguments values) bool {
	return slices.ContainsFunc(o.Filters, func(name string) bool { return isSet(arguments[name]) })
}

// passes says whether an object is what the arguments ask for.
func (o *Object) passes(decoded, arguments values) bool {
	for _, name := range o.Filters {
		attribute, wanted := o.attribute(name), arguments[name]
		if isSet(wanted) && wanted.IsKnown() && !attribute.Means(plain(decoded[name]), plain(wanted)) {
			return false
		}
	}
	return true
}
