package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// document is the API document of one release. Paths and components stay undecoded until they
// are asked for: a document has 2 MB, of which an object needs a few kB.
type document struct {
	release    string
	resolved   map[string]*openapi3.Schema // the components that were asked for; nobody changes them
	Paths      map[string]json.RawMessage  `json:"paths"`
	Components struct {
		Schemas    map[string]json.RawMessage `json:"schemas"`
		Parameters map[string]json.RawMessage `json:"parameters"`
	} `json:"components"`
}

func readDocument(folder fs.FS, file string) (*document, error) {
	content, err := fs.ReadFile(folder, file)
	if err != nil {
		return nil, err
	}
	doc := &document{resolved: map[string]*openapi3.Schema{}, release: strings.TrimSuffix(strings.TrimPrefix(file, "authentik-"), ".json")}
	if err := json.Unmarshal(content, doc); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return doc, doc.correct()
}

// view gives what the document says about the collection with this path, false when it does
// not have the path.
func (d *document) view(path string) (contract.View, bool, error) {
	collection, found, err := d.pathItem(path)
	if err != nil || !found {
		return contract.View{}, false, err
	}
	key, object, err := d.objectPath(path)
	if err != nil {
		return contract.View{}, false, err
	}
	if collection.Get == nil || object.Get == nil {
		return contract.View{}, false, errors.New("no list or no retrieve")
	}
	view := contract.View{Key: key}
	retrieved, err := answer(object.Get)
	if err != nil {
		return contract.View{}, false, fmt.Errorf("retrieve: %w", err)
	}
	view.Model = name(retrieved)
	if view.Response, err = d.fields(retrieved); err != nil {
		return contract.View{}, false, fmt.Errorf("retrieve: %w", err)
	}
	view.Response = withoutLimits(view.Response)
	if err := d.checkList(collection.Get, view.Model); err != nil {
		return contract.View{}, false, fmt.Errorf("list: %w", err)
	}
	if view.Filters, err = d.filters(collection.Get); err != nil {
		return contract.View{}, false, fmt.Errorf("list: %w", err)
	}
	if collection.Post != nil {
		body, err := requestBody(collection.Post)
		if err != nil {
			return contract.View{}, false, fmt.Errorf("create: %w", err)
		}
		if view.Request, err = d.fields(body); err != nil {
			return contract.View{}, false, fmt.Errorf("create: %w", err)
		}
	}
	return view, true, nil
}

func (d *document) pathItem(path string) (*openapi3.PathItem, bool, error) {
	raw, found := d.Paths[path]
	if !found {
		return nil, false, nil
	}
	item := new(openapi3.PathItem)
	if err := json.Unmarshal(raw, item); err != nil {
		return nil, false, err
	}
	return item, true, nil
}

// objectPath finds the path of a single object, which is the collection's and one parameter,
// and gives the parameter's name.
func (d *document) objectPath(collection string) (string, *openapi3.PathItem, error) {
	for path := range d.Paths {
		rest, below := strings.CutPrefix(path, collection+"{")
		key, single := strings.CutSuffix(rest, "}/")
		if !below || !single || strings.Contains(key, "/") {
			continue
		}
		item, _, err := d.pathItem(path)
		return key, item, err
	}
	return "", nil, errors.New("no path of a single object")
}

// checkList makes sure that an item of the list is the retrieved object, which the provider
// relies on when it looks an object up by name.
func (d *document) checkList(list *openapi3.Operation, model string) error {
	page, err := answer(list)
	if err != nil {
		return err
	}
	schema, err := d.resolve(page)
	if err != nil {
		return err
	}
	results := schema.Properties["results"]
	if results == nil || results.Value == nil || results.Value.Items == nil {
		return errors.New("no results in the answer")
	}
	if item := name(results.Value.Items); item != model {
		return fmt.Errorf("an item is %s, but a retrieved object is %s", item, model)
	}
	return nil
}

// pageParameters are the parameters that every list has.
var pageParameters = map[string]bool{"ordering": true, "page": true, "page_size": true, "search": true}

// filters lists the query parameters that select objects.
func (d *document) filters(list *openapi3.Operation) (contract.Definitions, error) {
	var filters contract.Definitions
	for _, ref := range list.Parameters {
		parameter, err := d.parameter(ref)
		if err != nil {
			return nil, err
		}
		if parameter.In != openapi3.ParameterInQuery || pageParameters[parameter.Name] {
			continue
		}
		found, err := d.describe(parameter.Name, parameter.Schema, parameter.Required, nil)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", parameter.Name, err)
		}
		filters = append(filters, found...)
	}
	return withoutLimits(filters), nil
}

func (d *document) parameter(ref *openapi3.ParameterRef) (*openapi3.Parameter, error) {
	if ref.Ref == "" {
		return ref.Value, nil
	}
	raw, found := d.Components.Parameters[last(ref.Ref)]
	if !found {
		return nil, fmt.Errorf("%s is missing", ref.Ref)
	}
	parameter := new(openapi3.Parameter)
	if err := json.Unmarshal(raw, parameter); err != nil {
		return nil, fmt.Errorf("%s: %w", ref.Ref, err)
	}
	return parameter, nil
}

// answer is the schema of an operation's answer with status 200.
func answer(operation *openapi3.Operation) (*openapi3.SchemaRef, error) {
	response := operation.Responses.Value("200")
	if response == nil || response.Value == nil {
		return nil, errors.New("no answer with status 200")
	}
	return jsonSchema(response.Value.Content)
}

// requestBody is the schema of an operation's body.
func requestBody(operation *openapi3.Operation) (*openapi3.SchemaRef, error) {
	if operation.RequestBody == nil || operation.RequestBody.Value == nil {
		return nil, errors.New("no body")
	}
	return jsonSchema(operation.RequestBody.Value.Content)
}

func jsonSchema(content openapi3.Content) (*openapi3.SchemaRef, error) {
	media := content.Get("application/json")
	if media == nil || media.Schema == nil {
		return nil, errors.New("no JSON in it")
	}
	return media.Schema, nil
}

// name is the name of the component that a schema refers to.
func name(schema *openapi3.SchemaRef) string { return last(schema.Ref) }

func last(ref string) string { return ref[strings.LastIndexByte(ref, '/')+1:] }
