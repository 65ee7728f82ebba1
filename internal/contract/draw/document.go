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
	doc := &document{resolved: map[string]*openapi3.Schema{}, release: releaseOf(file)}
	if err := json.Unmarshal(content, doc); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return doc, doc.correct()
}

// releaseOf is the release of a document's file name.
func releaseOf(file string) string {
	return strings.TrimSuffix(strings.TrimPrefix(file, "authentik-"), ".json")
}

// pageParameters are the parameters that every list has.
var pageParameters = map[string]bool{"ordering": true, "page": true, "page_size": true, "search": true}

// parameters lists the query parameters of a list that select objects, or those of a retrieve.
func (d *document) parameters(operation *openapi3.Operation) (contract.Definitions, error) {
	var parameters contract.Definitions
	for _, ref := range operation.Parameters {
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
		parameters = append(parameters, found...)
	}
	return withoutLimits(parameters), nil
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
	return schemaOf(response.Value.Content)
}

// requestBody is the schema of an operation's body, false when it has none.
func requestBody(operation *openapi3.Operation) (*openapi3.SchemaRef, bool, error) {
	if operation.RequestBody == nil || operation.RequestBody.Value == nil {
		return nil, false, nil
	}
	schema, err := schemaOf(operation.RequestBody.Value.Content)
	return schema, true, err
}

// schemaOf is the schema of a body: of JSON, or of a form with a file.
func schemaOf(content openapi3.Content) (*openapi3.SchemaRef, error) {
	for _, kind := range []string{"application/json", "multipart/form-data"} {
		if media := content.Get(kind); media != nil && media.Schema != nil {
			return media.Schema, nil
		}
	}
	return nil, errors.New("neither JSON nor a form in it")
}

// name is the name of the component that a schema refers to.
func name(schema *openapi3.SchemaRef) string { return last(schema.Ref) }

func last(ref string) string { return ref[strings.LastIndexByte(ref, '/')+1:] }
