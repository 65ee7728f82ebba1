package authentiktest

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"mime"
	"net/http"
	"unicode/utf8"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// create answers POST on a collection.
func (s *Server) create(r *http.Request, on target, body []byte) *reply {
	sent, refusal := s.readBody(r, body)
	if refusal != nil {
		return refusal
	}
	created := &row{path: on.collection, fields: s.newFields(on.collection, on.view.Request)}
	created.fields["pk"] = newUUID()
	changed, refusal := s.check(r, on, created, sent)
	if refusal != nil {
		return refusal
	}
	maps.Copy(created.fields, changed)
	s.put(created)
	return jsonReply(http.StatusCreated, s.shape(on.view, created, sent))
}

// update answers PUT and PATCH on an object. Both keep what the body leaves out; they differ in
// that PUT insists on the required fields.
func (s *Server) update(r *http.Request, on target, stored *row, body []byte) *reply {
	sent, refusal := s.readBody(r, body)
	if refusal != nil {
		return refusal
	}
	changed, refusal := s.check(r, on, stored, sent)
	if refusal != nil {
		return refusal
	}
	s.change(stored, changed)
	return jsonReply(http.StatusOK, s.shape(on.view, stored, sent))
}

// check looks at the body of a write and gives the values to store, or the refusal.
func (s *Server) check(r *http.Request, on target, stored *row, sent map[string]any) (values, *reply) {
	checking := validation{server: s, path: on.collection, request: on.view.Request, partial: r.Method == http.MethodPatch}
	changed, failed := checking.object("", sent)
	writing := &write{row: stored, sent: sent, values: changed}
	s.checkFields(writing, failed)
	if len(failed) > 0 {
		return nil, jsonReply(http.StatusBadRequest, failed)
	}
	if message := s.checkObject(writing); message != "" {
		return nil, objectFailure(message)
	}
	if nestedWrite(on.view, changed) || s.refusedByDatabase(writing) {
		return nil, s.serverError(r.Method)
	}
	return changed, nil
}

// nestedWrite tells whether the values hold nested objects that the API documents as writable
// though they are not: up to 2025.10 flow_set in a body made the server fail.
func nestedWrite(view contract.View, values map[string]any) bool {
	for name := range values {
		if item, ok := view.Request.Get(name + "[]"); ok && item.Type == "object" {
			return true
		}
	}
	return false
}

// readBody reads the JSON object of a write. An empty body is an empty object.
func (s *Server) readBody(r *http.Request, body []byte) (map[string]any, *reply) {
	if len(body) == 0 {
		return map[string]any{}, nil
	}
	stated := r.Header.Get("Content-Type")
	if media, _, err := mime.ParseMediaType(stated); err != nil || media != "application/json" {
		return nil, detail(http.StatusUnsupportedMediaType, `Unsupported media type "`+stated+`" in request.`)
	}
	if !utf8.Valid(body) && s.since("2024.8.0") {
		return nil, s.serverError(r.Method)
	}
	value, err := decode(body)
	if err != nil || !utf8.Valid(body) {
		return nil, detail(http.StatusBadRequest, "JSON parse error - the stand-in words this differently")
	}
	sent, ok := value.(map[string]any)
	switch {
	case value == nil:
		return nil, objectFailure("No data provided")
	case !ok:
		return nil, objectFailure("Invalid data. Expected a dictionary, but got " + pythonType(value) + ".")
	}
	return sent, nil
}

var errNotJSON = errors.New("not JSON")

// decode reads one JSON value; numbers stay as they are written, because some become texts.
func decode(body []byte) (any, error) {
	if !json.Valid(body) {
		return nil, errNotJSON
	}
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	var value any
	err := decoder.Decode(&value)
	return value, err
}

func objectFailure(text string) *reply {
	return jsonReply(http.StatusBadRequest, failures{"non_field_errors": []string{text}})
}
