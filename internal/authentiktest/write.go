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
func (s *Server) create(r *http.Request, on target, caller *user, body []byte) *reply {
	sent, refusal := s.readBody(r, body)
	if refusal != nil {
		return refusal
	}
	created := &row{path: on.collection, fields: s.newFields(on.collection, on.view.Request)}
	return s.save(r, on, created, sent, caller)
}

// update answers PUT and PATCH on an object. Both keep what the body leaves out, except that PUT
// insists on the required fields and empties a few others.
func (s *Server) update(r *http.Request, on target, stored *row, caller *user, body []byte) *reply {
	sent, refusal := s.readBody(r, body)
	if refusal != nil {
		return refusal
	}
	return s.save(r, on, stored, sent, caller)
}

// save checks the body of a write, stores what it says, and answers with the object.
func (s *Server) save(r *http.Request, on target, stored *row, sent map[string]any, caller *user) *reply {
	facts := s.model(on.collection)
	checking := validation{server: s, path: on.collection, request: on.view.Request, partial: r.Method == http.MethodPatch}
	changed, failed := checking.object("", sent)
	writing := &write{row: stored, sent: sent, values: changed, caller: caller, method: r.Method}
	s.checkFields(writing, failed)
	if len(failed) > 0 {
		return jsonReply(http.StatusBadRequest, failed)
	}
	if r.Method == http.MethodPut {
		for _, field := range facts.resets {
			if definition, ok := on.view.Request.Get(field); ok && !writing.has(field) {
				changed[field] = blank(definition)
			}
		}
	}
	if refusal := s.checkObject(writing); refusal != nil {
		return refusal
	}
	if facts.completes != nil {
		facts.completes(s, writing)
	}
	if nestedWrite(on.view, changed) || infinite(changed) || s.refusedByDatabase(writing) {
		return s.serverError(r.Method)
	}
	return s.store(on, writing)
}

// store stores what a write says, and answers with the object.
func (s *Server) store(on target, w *write) *reply {
	facts := s.model(w.row.path)
	var before map[string]any
	if !w.creates() && facts.stale != nil && s.since("2024.2.0") {
		before = s.shape(on, w.row, nil)
	}
	for _, field := range facts.touched {
		w.values[field] = now(s)
	}
	status := http.StatusOK
	given := w.values[facts.key]
	switch {
	case w.creates():
		status = http.StatusCreated
		maps.Copy(w.row.fields, w.values)
		delete(w.row.fields, facts.key)
		w.row.fields["pk"] = given
		if given == nil || keyText(given) == "" || facts.ownKey == "" && facts.key != "id" {
			w.row.fields["pk"] = s.newKey(w.row.path)
		}
		s.put(w.row)
	case facts.ownKey != "" && given != nil && given != w.row.fields["pk"]:
		w.row = s.copyUnder(w)
	default:
		delete(w.values, facts.key)
		s.change(w.row, w.values)
	}
	s.relate(w.row, w.values)
	if facts.written != nil {
		facts.written(s, w.row)
	}
	answer := s.shape(on, w.row, w.sent)
	for name, by := range facts.stale {
		if _, sent := w.sent[by]; !sent && before != nil {
			answer[name] = before[name]
		}
	}
	if !s.writable(answer) {
		answer, _ = floats(answer).(map[string]any)
	}
	return jsonReply(status, answer)
}

// copyUnder answers a write with another key: the server saves the object under it and keeps the
// one that it was. What refers to many objects stays with that one.
func (s *Server) copyUnder(w *write) *row {
	facts := s.model(w.row.path)
	fields := copyObject(w.row.fields)
	maps.Copy(fields, w.values)
	for field := range facts.references {
		if _, many := fields[field].([]any); many {
			fields[field] = []any{}
		}
	}
	fields["pk"] = w.values[facts.key]
	delete(fields, facts.key)
	saved := &row{path: w.row.path, fields: fields}
	s.put(saved)
	return saved
}

// nestedWrite tells whether the values hold nested objects that the API documents as writable
// though they are not: up to 2025.10 flow_set in a body made the server fail.
func nestedWrite(view contract.View, values map[string]any) bool {
	for name := range values {
		if item, ok := view.Request.Get(name + "[]"); ok && item.Type == "object" && !ordered[name] {
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
