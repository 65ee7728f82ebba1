package client

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"unicode/utf8"
)

// response is a complete response with a 2xx status.
type response struct {
	bytes []byte
	about Error // what an error says about it, should the body not be what was expected
}

// failure says why the body could not be decoded, never what it holds.
func (r response) failure(err error) *Error {
	failure := r.about
	var syntax *json.SyntaxError
	isSyntax := errors.As(err, &syntax)
	if errors.Is(err, errWebPage) || isSyntax && looksLikeHTML(r.bytes) {
		err, isSyntax = errWebPage, false
		failure.HTML = true
	}
	switch {
	case errors.Is(err, errNotDeleted), errors.Is(err, errNotUTF8), errors.Is(err, errWebPage):
		failure.Kind = KindNotJSON
		failure.Message = err.Error()
	case isSyntax && len(bytes.TrimSpace(r.bytes)) == 0:
		failure.Kind = KindNotJSON
		failure.Message = "the response has no body"
	case isSyntax:
		failure.Kind = KindNotJSON
		failure.Message = fmt.Sprintf("the response is not JSON: it breaks off or goes wrong after %d of %d bytes", syntax.Offset, len(r.bytes))
	case errors.Is(err, errNotObject), errors.Is(err, errNotPage), errors.Is(err, errNotArray):
		failure.Kind = KindShape
		failure.Message = err.Error()
	default:
		// The decoder's error for another JSON type may name a value.
		failure.Kind = KindShape
		failure.Message = "the response's JSON has another shape than the API documents"
	}
	return &failure
}

// object decodes a response that is one object.
func (r response) object() (Object, *Error) {
	var object Object
	err := unmarshal(r.bytes, &object)
	if err == nil && object == nil {
		err = errNotObject
	}
	if err != nil {
		return nil, r.failure(err)
	}
	return object, nil
}

// errNotUTF8 is for a body that Go's decoder would read with other characters in
// place of those that it cannot decode.
var errNotUTF8 = errors.New("the response is not UTF-8")

// unmarshal decodes a body, none of which may be damaged. Of a key that occurs twice
// the last one counts, as in every other decoder.
func unmarshal(body []byte, into any) error {
	if !utf8.Valid(body) {
		return errNotUTF8
	}
	return json.Unmarshal(body, into)
}

// errWebPage is for a web page, which the API itself never responds with.
var errWebPage = errors.New("the response is a web page (HTML)")

// isWebPage recognizes HTML where XML is expected.
func isWebPage(body []byte) bool {
	return strings.HasPrefix(http.DetectContentType(body), "text/html")
}

// looksLikeHTML recognizes HTML where JSON is expected.
func looksLikeHTML(body []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(body), []byte("<"))
}
