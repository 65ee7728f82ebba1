package client

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Limits on what is kept of an error's body.
const (
	maxNesting      = 8   // levels of nested objects and lists
	maxFields       = 50  // fields with messages
	maxFieldName    = 200 // characters of a field's path
	maxFieldStrings = 10  // messages of a field
)

// nonFieldErrors is the key of messages about an object as a whole, which may be nested.
const nonFieldErrors = "non_field_errors"

// generalKeys are the keys whose messages are about the whole object of the request (Django
// REST framework's `detail` and `non_field_errors`, the router's `error`).
var generalKeys = [...]string{"detail", "error", nonFieldErrors}

// errorBody collects the server's own messages from the body of an error response.
// Django REST framework nests them as the request is nested: an object for an object,
// a list of objects for a list of objects, with an empty one for each valid item, and a
// list of strings for a field. Elsewhere single strings occur.
type errorBody struct {
	failure *Error
	secrets []string
}

// read reads the body. What is neither a JSON object nor a list, such as a web page,
// has nothing that a user could act on.
func (b errorBody) read(body []byte) {
	switch first := bytes.TrimSpace(body); {
	case looksLikeHTML(body):
		b.failure.HTML = true
		b.failure.Message = errWebPage.Error()
	case !json.Valid(body), !bytes.HasPrefix(first, []byte("{")) && !bytes.HasPrefix(first, []byte("[")):
	default:
		b.failure.Fields = map[string][]string{}
		b.collect("", body, 0)
	}
}

// collect adds the messages below a path.
func (b errorBody) collect(path string, value json.RawMessage, depth int) {
	if depth > maxNesting {
		b.failure.more = true
		return
	}
	var object map[string]json.RawMessage
	var list []json.RawMessage
	switch value[0] {
	case '{':
		if json.Unmarshal(value, &object) != nil {
			return
		}
		for _, key := range slices.Sorted(maps.Keys(object)) {
			// `code` beside a message is for programs; as a field it has a list.
			if path == "" && key == "code" && object[key][0] == '"' && len(object) > 1 {
				continue
			}
			b.collect(join(path, key), object[key], depth+1)
		}
	case '[':
		if json.Unmarshal(value, &list) != nil {
			return
		}
		for i, item := range list {
			if item[0] == '{' || item[0] == '[' {
				b.collect(path+"["+strconv.Itoa(i)+"]", item, depth+1)
			} else {
				b.add(path, item)
			}
		}
	default:
		b.add(path, value)
	}
}

// join is the path of a key. A message about an object as a whole belongs to the path of
// the object, and a number is an index: so are the items of simple lists named.
func join(path, key string) string {
	_, err := strconv.ParseUint(key, 10, 31)
	switch {
	case path == "":
		return key
	case key == nonFieldErrors:
		return path
	case err == nil:
		return path + "[" + key + "]"
	}
	return path + "." + key
}

// add adds one message, which mostly is a string.
func (b errorBody) add(path string, value json.RawMessage) {
	var text string
	if json.Unmarshal(value, &text) != nil {
		text = string(value) // a number or a boolean
	}
	text = printable(text, maxMessage, b.secrets)
	path = printable(path, maxFieldName, b.secrets)
	if text == "" {
		return
	}
	if path == "" || slices.Contains(generalKeys[:], path) {
		if joined := strings.TrimSpace(b.failure.Message + " " + text); len([]rune(joined)) <= 2*maxMessage {
			b.failure.Message = joined
		} else {
			b.failure.more = true
		}
		return
	}
	before := b.failure.Fields[path]
	if len(before) >= maxFieldStrings || len(before) == 0 && len(b.failure.Fields) >= maxFields {
		b.failure.more = true
		return
	}
	b.failure.Fields[path] = append(before, text)
}
