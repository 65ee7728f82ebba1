package object

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// mismatch is a field whose JSON type cannot be what the schema says. It names
// the field and the types, never the value.
type mismatch struct {
	field     string // the API's name, inner ones as `flow_set[0].slug`
	want, got string
}

func (m *mismatch) String() string {
	return fmt.Sprintf("the field `%s` is %s where %s is due", m.field, m.got, m.want)
}

// plainText reads text, or a number as it is written.
func plainText(raw json.RawMessage) (string, bool) {
	switch char := raw[0]; {
	case char == '"':
		var text string
		err := json.Unmarshal(raw, &text)
		return text, err == nil && !damaged(raw, text)
	case char == '-' || (char >= '0' && char <= '9'):
		return string(raw), true
	}
	return "", false
}

// damaged says whether the text has a replacement character that the server did not
// send: the decoder puts it where half a character is escaped.
func damaged(raw json.RawMessage, text string) bool {
	const replacement = "\uFFFD"
	return strings.Contains(text, replacement) && !bytes.Contains(raw, []byte(replacement)) &&
		!bytes.Contains(bytes.ToLower(raw), []byte(`\ufffd`))
}

// wholeNumber reads an integer, also one that is written as text or as 6.0.
func wholeNumber(raw json.RawMessage) (*big.Float, bool) {
	text, ok := plainText(raw)
	if !ok {
		return nil, false
	}
	if number, err := strconv.ParseInt(text, 10, 64); err == nil {
		return new(big.Float).SetInt64(number), true
	}
	// Not base 0, which would take 0x10 and 1_000 for numbers; and bounded,
	// because the exponent decides how large the number gets.
	number, _, err := big.ParseFloat(text, 10, 512, big.ToNearestEven)
	if err != nil || len(text) > 64 || !number.IsInt() {
		return nil, false
	}
	if _, accuracy := number.Int64(); accuracy != big.Exact {
		return nil, false
	}
	return number, true
}

// jsonType names the type of a JSON value.
func jsonType(raw json.RawMessage) string {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 {
		return "nothing"
	}
	switch raw[0] {
	case '"':
		return "text"
	case '{':
		return "an object"
	case '[':
		return "a list"
	case 't', 'f':
		return "a boolean"
	case 'n':
		return "null"
	}
	return "a number"
}

// realNumber reads a number, also one that is written as text.
func realNumber(raw json.RawMessage) (*big.Float, bool) {
	text, ok := plainText(raw)
	if !ok || len(text) > 64 {
		return nil, false
	}
	// Parsed as Terraform does, so that equal numbers are equal values.
	number, _, err := big.ParseFloat(text, 10, 512, big.ToNearestEven)
	if err != nil || number.IsInf() {
		return nil, false
	}
	if size, _ := number.Float64(); size > math.MaxFloat64 || size < -math.MaxFloat64 {
		return nil, false
	}
	return number, true
}

// normalJSON writes JSON without blanks and with sorted keys, as Terraform's
// jsonencode does.
func normalJSON(raw []byte) (string, bool) {
	value, ok := decodeJSON(raw)
	if !ok {
		return "", false
	}
	normal, err := json.Marshal(value)
	return string(normal), err == nil
}

// decodeJSON reads one JSON value, whose numbers stay as they are written.
func decodeJSON(raw []byte) (any, bool) {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var value any
	ok := decoder.Decode(&value) == nil && !decoder.More()
	return value, ok
}

// sameJSON says whether two values of [decodeJSON] mean the same: a server writes
// numbers in a spelling of its own.
func sameJSON(one, other any) bool {
	switch one := one.(type) {
	case map[string]any:
		other, ok := other.(map[string]any)
		return ok && maps.EqualFunc(one, other, sameJSON)
	case []any:
		other, ok := other.([]any)
		return ok && slices.EqualFunc(one, other, sameJSON)
	case json.Number:
		other, ok := other.(json.Number)
		return ok && sameNumber(one.String(), other.String())
	}
	return one == other
}

// sameNumber compares numbers as Python has them: whole ones exactly, others with 64
// bits.
func sameNumber(one, other string) bool {
	const notWhole = ".eE"
	if one == other || !strings.ContainsAny(one, notWhole) && !strings.ContainsAny(other, notWhole) {
		return one == other
	}
	left, err := strconv.ParseFloat(one, 64)
	right, alsoErr := strconv.ParseFloat(other, 64)
	return err == nil && alsoErr == nil && left == right
}
