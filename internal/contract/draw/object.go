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

// view gives what the two paths of an object say. Where there is no path of a single object, the
// collection's own methods are those of the object.
func (d *document) view(path, key string, collection, object *openapi3.PathItem) (contract.View, error) {
	view := contract.View{Path: path, Key: key}
	if collection == nil {
		collection = new(openapi3.PathItem)
	}
	item, err := d.list(collection.Get, &view)
	if err != nil {
		return view, fmt.Errorf("list: %w", err)
	}
	if object == nil {
		object = collection
	}
	var retrieve *openapi3.Operation
	if object != collection || item == nil {
		retrieve = object.Get
	}
	methods := []*openapi3.Operation{nil, collection.Post, retrieve, object.Patch, object.Put, object.Delete}
	if item != nil {
		methods[0] = collection.Get
	}
	if object == collection && retrieve != nil {
		methods[1] = nil // POST on the only object is an action
	}
	for i, method := range contract.Methods() {
		if methods[i] != nil {
			view.Methods = append(view.Methods, method)
		}
	}
	answered := item
	if retrieve != nil {
		if answered, err = answer(retrieve); err != nil {
			return view, fmt.Errorf("retrieve: %w", err)
		}
		if view.Parameters, err = d.filters(retrieve); err != nil {
			return view, fmt.Errorf("retrieve: %w", err)
		}
	}
	if answered != nil {
		if view.Response, err = d.fields(answered); err != nil {
			return view, fmt.Errorf("response: %w", err)
		}
		view.Response, view.Model = withoutLimits(view.Response), name(answered)
	}
	if item != nil && name(item) != view.Model {
		view.ListModel = name(item)
	}
	for _, operation := range []*openapi3.Operation{methods[1], object.Put, object.Patch} {
		if operation == nil {
			continue
		}
		body, err := requestBody(operation)
		if err != nil {
			return view, fmt.Errorf("request: %w", err)
		}
		if body == nil {
			continue
		}
		if view.Request, err = d.fields(body); err != nil {
			return view, fmt.Errorf("request: %w", err)
		}
		break
	}
	return view, d.keyOf(object, &view)
}

// list reads the filters of a list and gives the schema of its items, nil when the operation is
// no list.
func (d *document) list(list *openapi3.Operation, view *contract.View) (*openapi3.SchemaRef, error) {
	if list == nil {
		return nil, nil
	}
	page, err := answer(list)
	if err != nil {
		return nil, err
	}
	schema, err := d.resolve(page)
	if err != nil {
		return nil, err
	}
	items := schema.Items
	if results := schema.Properties["results"]; results != nil && results.Value != nil {
		items, view.Paged = results.Value.Items, true
	}
	if view.Filters, err = d.filters(list); err != nil {
		return nil, err
	}
	return items, nil
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
