package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// object gives what the document says about the object that has this path in the newest one,
// false when it has the path neither under this name nor under the earlier one.
func (d *document) object(path string) (contract.View, bool, error) {
	for _, path := range []string{path, earlier[path]} {
		collection, found, err := d.pathItem(path)
		if err != nil {
			return contract.View{}, false, err
		}
		key, object, err := d.objectPath(path)
		if err != nil {
			return contract.View{}, false, err
		}
		if found || object != nil {
			view, err := d.view(path, key, collection, object)
			if err != nil {
				return contract.View{}, false, err
			}
			correctFields(d.release, view)
			return view, true, nil
		}
	}
	return contract.View{}, false, nil
}

// operations are the methods that an object has.
type operations map[contract.Method]*openapi3.Operation

// view gives what the two paths of an object say. Where there is no path of a single object, the
// collection's own methods are those of the object.
func (d *document) view(path, key string, collection, object *openapi3.PathItem) (contract.View, error) {
	view := contract.View{Path: path, Key: key}
	if collection == nil {
		collection = new(openapi3.PathItem)
	}
	item, isList, err := d.listItem(collection.Get, &view)
	if err != nil {
		return view, fmt.Errorf("list: %w", err)
	}
	has := operations{contract.Create: collection.Post}
	switch {
	case isList:
		has[contract.List] = collection.Get
	case object == nil:
		has = operations{contract.Retrieve: collection.Get} // POST on the only object is an action
	}
	if object != nil {
		has[contract.Retrieve] = object.Get
	} else {
		object = collection
	}
	has[contract.Update], has[contract.Replace], has[contract.Delete] = object.Patch, object.Put, object.Delete
	for _, method := range contract.Methods() {
		if has[method] != nil {
			view.Methods = append(view.Methods, method)
		}
	}
	if err := d.response(has, item, &view); err != nil {
		return view, fmt.Errorf("response: %w", err)
	}
	if err := d.request(has, &view); err != nil {
		return view, fmt.Errorf("request: %w", err)
	}
	return view, d.keyOf(object, &view)
}

// listItem reads the filters of a list and gives the schema of its items; false when the operation
// is no list.
func (d *document) listItem(list *openapi3.Operation, view *contract.View) (*openapi3.SchemaRef, bool, error) {
	if list == nil {
		return nil, false, nil
	}
	page, err := answer(list)
	if err != nil {
		return nil, false, err
	}
	schema, err := d.resolve(page)
	if err != nil {
		return nil, false, err
	}
	items := schema.Items
	if results := schema.Properties["results"]; results != nil && results.Value != nil {
		items, view.Paged = results.Value.Items, true
	}
	if items == nil {
		return nil, false, nil
	}
	view.Filters, err = d.parameters(list)
	return items, true, err
}

// response reads the fields of the retrieved object, or of a list's item where there is no retrieve.
func (d *document) response(has operations, item *openapi3.SchemaRef, view *contract.View) error {
	answered := item
	if retrieve := has[contract.Retrieve]; retrieve != nil {
		var err error
		if answered, err = answer(retrieve); err != nil {
			return err
		}
		if view.Parameters, err = d.parameters(retrieve); err != nil {
			return err
		}
	}
	if answered == nil {
		return nil
	}
	fields, err := d.fields(answered)
	if err != nil {
		return err
	}
	view.Response, view.Model = withoutLimits(fields), name(answered)
	if item != nil && name(item) != view.Model {
		view.ListModel = name(item)
	}
	return nil
}

// request reads the fields of the bodies that create and change the object. They are the same in all
// but one document: that of 2022.10.4 has a flow's authentication in the body of PATCH only. The first
// body says what is required.
func (d *document) request(has operations, view *contract.View) error {
	for _, method := range []contract.Method{contract.Create, contract.Replace, contract.Update} {
		if has[method] == nil {
			continue
		}
		body, found, err := requestBody(has[method])
		if err != nil {
			return err
		}
		if !found {
			continue
		}
		fields, err := d.fields(body)
		if err != nil {
			return err
		}
		for _, field := range fields {
			if !view.Request.Has(field.Name) {
				view.Request = append(view.Request, field)
			}
		}
	}
	return nil
}

// keyOf reads the type of the path's parameter and finds the field that holds it: the one of the
// same name, else pk.
func (d *document) keyOf(object *openapi3.PathItem, view *contract.View) error {
	if view.Key == "" {
		return nil
	}
	for _, operation := range object.Operations() {
		for _, ref := range operation.Parameters {
			parameter, err := d.parameter(ref)
			if err != nil {
				return err
			}
			if parameter.In != openapi3.ParameterInPath {
				continue
			}
			schema := parameter.Schema.Value
			view.KeyType = schema.Type.Slice()[0]
			if schema.Format == "uuid" {
				view.KeyType = schema.Format
			}
		}
	}
	for _, field := range []string{view.Key, "pk"} {
		if view.Response.Has(field) {
			view.KeyField = field
			return nil
		}
	}
	return errors.New("no field of the answer holds " + view.Key)
}

func (d *document) pathItem(path string) (*openapi3.PathItem, bool, error) {
	raw, found := d.Paths[path]
	if !found {
		return nil, false, nil
	}
	item := new(openapi3.PathItem)
	if err := item.UnmarshalJSON(raw); err != nil {
		return nil, false, err
	}
	return item, true, nil
}

// objectPath finds the path of a single object, which is the collection's and one parameter,
// and gives the parameter's name; nil when there is none.
func (d *document) objectPath(collection string) (string, *openapi3.PathItem, error) {
	for path := range d.Paths {
		rest, below := strings.CutPrefix(path, collection+"{")
		key, isSingle := strings.CutSuffix(rest, "}/")
		if !below || !isSingle || collection == "" || strings.Contains(key, "/") {
			continue
		}
		item, _, err := d.pathItem(path)
		return key, item, err
	}
	return "", nil, nil
}
