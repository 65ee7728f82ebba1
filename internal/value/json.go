package value

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// jsonString reads a string, or a number as it is written.
func jsonString(raw json.RawMessage) (string, bool) {
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

// damaged says whether the string has a replacement character that the server did not
// send: the decoder substitutes it for an unpaired surrogate.
func damaged(raw json.RawMessage, text string) bool {
	const replacement = "\uFFFD"
	return strings.Contains(text, replacement) && !bytes.Contains(raw, []byte(replacement)) &&
		!bytes.Contains(bytes.ToLower(raw), []byte(`\ufffd`))
}

// longestNumber bounds the digits of a number in an answer, which take time to read by
// the square of how many there are.
const longestNumber = 64

// integer reads an integer of 64 bits, also one written as a string or as 6.0.
func integer(raw json.RawMessage) (*big.Float, bool) {
	text, ok := jsonString(raw)
	if !ok {
		return nil, false
	}
	if number, err := strconv.ParseInt(text, 10, 64); err == nil {
		return new(big.Float).SetInt64(number), true
	}
	if len(text) > longestNumber {
		return nil, false
	}
	// Base 10 only: base 0 accepts 0x10 and 1_000.
	number, _, err := big.ParseFloat(text, 10, 512, big.ToNearestEven)
	if err != nil || !number.IsInt() {
		return nil, false
	}
	if _, accuracy := number.Int64(); accuracy != big.Exact {
		return nil, false
	}
	return number, true
}

// float reads a number, also one written as a string.
func float(raw json.RawMessage) (*big.Float, bool) {
	text, ok := jsonString(raw)
	if !ok || len(text) > longestNumber {
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

// jsonType names the type of a JSON value.
func jsonType(raw json.RawMessage) string {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 {
		return "nothing"
	}
	switch raw[0] {
	case '"':
		return "a string"
	case '{':
		return "an object"
	case '[':
		return "an array"
	case 't', 'f':
		return "a boolean"
	case 'n':
		return "null"
	}
	return "a number"
}

// NormalJSON writes JSON without whitespace and with sorted keys, as Terraform's
// jsonencode does.
func NormalJSON(raw []byte) (string, bool) {
	decoded, ok := decodeJSON(raw)
	if !ok {
		return "", false
	}
	var normal bytes.Buffer
	encoder := json.NewEncoder(&normal)
	encoder.SetEscapeHTML(true) // as jsonencode
	err := encoder.Encode(decoded)
	return strings.TrimSuffix(normal.String(), "\n"), err == nil
}

// decodeJSON reads one JSON value, whose numbers stay as they are written.
func decodeJSON(raw []byte) (any, bool) {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var decoded any
	if decoder.Decode(&decoded) != nil {
		return nil, false
	}
	_, err := decoder.Token()
	return decoded, err == io.EOF
}

// sameJSON says whether two values of [decodeJSON] mean the same: a server writes
// numbers in a spelling of its own. With subset, one may lack keys of the other, which are
// objects then; the values of the keys must mean the same.
func sameJSON(one, other any, subset bool) bool {
	equal := func(a, b any) bool { return sameJSON(a, b, false) }
	switch one := one.(type) {
	case map[string]any:
		other, ok := other.(map[string]any)
		if !ok || !subset {
			return ok && maps.EqualFunc(one, other, equal)
		}
		for key, value := range one {
			if its, has := other[key]; !has || !equal(value, its) {
				return false
			}
		}
		return true
	case []any:
		other, ok := other.([]any)
		return ok && slices.EqualFunc(one, other, equal)
	case json.Number:
		other, ok := other.(json.Number)
		return ok && sameNumber(one.String(), other.String())
	}
	return one == other
}

// sameNumber compares numbers as Python has them: integers exactly, others with 64 bits.
// Terraform's jsonencode keeps the sign of -0, which Python's integers do not have.
func sameNumber(one, other string) bool {
	const notInteger, negativeZero = ".eE", "-0"
	if one == negativeZero {
		one = "0"
	}
	if other == negativeZero {
		other = "0"
	}
	if one == other || !strings.ContainsAny(one, notInteger) && !strings.ContainsAny(other, notInteger) {
		return one == other
	}
	left, err := strconv.ParseFloat(one, 64)
	right, otherErr := strconv.ParseFloat(other, 64)
	return err == nil && otherErr == nil && left == right
}

// storable says whether the server can return every number of the JSON. It stores an
// integer beyond 64 bits and from then on fails to show the object, and every list that
// contains it.
func storable(decoded any) bool {
	switch decoded := decoded.(type) {
	case map[string]any:
		for _, inner := range decoded {
			if !storable(inner) {
				return false
			}
		}
	case []any:
		return !slices.ContainsFunc(decoded, func(inner any) bool { return !storable(inner) })
	case json.Number:
		return storableNumber(decoded.String())
	}
	return true
}

// storableNumber bounds numbers without a fraction to 64 bits, signed or unsigned (the
// server's encoder takes both), and others to a float of 64 bits. An exponent makes a
// float, but PostgreSQL's jsonb writes it back as an integer, so its value counts too.
func storableNumber(written string) bool {
	size, err := strconv.ParseFloat(written, 64)
	if err != nil || math.IsInf(size, 0) {
		return false
	}
	if !strings.ContainsAny(written, ".eE") {
		_, err := strconv.ParseInt(written, 10, 64)
		_, unsignedErr := strconv.ParseUint(written, 10, 64)
		return err == nil || unsignedErr == nil
	}
	const least, most = -1 << 63, 1 << 64
	return size >= least && size < most
}

// hasNUL says whether a string or a key of the JSON has a NUL character.
func hasNUL(decoded any) bool {
	switch decoded := decoded.(type) {
	case string:
		return strings.ContainsRune(decoded, 0)
	case []any:
		return slices.ContainsFunc(decoded, hasNUL)
	case map[string]any:
		for key, inner := range decoded {
			if strings.ContainsRune(key, 0) || hasNUL(inner) {
				return true
			}
		}
	}
	return false
}

// StringsOf are the strings in a JSON value, at any depth.
func StringsOf(text string) []string {
	decoded, ok := decodeJSON([]byte(text))
	if !ok {
		return nil
	}
	var found []string
	var collect func(any)
	collect = func(decoded any) {
		switch decoded := decoded.(type) {
		case string:
			found = append(found, decoded)
		case []any:
			for _, inner := range decoded {
				collect(inner)
			}
		case map[string]any:
			for _, inner := range decoded {
				collect(inner)
			}
		}
	}
	collect(decoded)
	return found
}
