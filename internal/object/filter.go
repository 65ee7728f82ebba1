package object

import (
	"fmt"
	"net/url"
	"strconv"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
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
		if attribute.Kind == Bool {
			text = fmt.Sprintf("Only those whose `%s` is this.", name)
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
		key := filter.name
		if attribute := o.attribute(filter.name); attribute != nil {
			key = attribute.APIName()
		}
		if filter.kind != Bool {
			query.Set(key, text(value))
			continue
		}
		var flag bool
		if value.Type().Is(tftypes.Bool) && value.As(&flag) == nil {
			query.Set(key, strconv.FormatBool(flag))
		}
	}
	return query
}
