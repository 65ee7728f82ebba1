package authentiktest

import (
	"cmp"
	"encoding/json"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// Numbers are kept as json.Number, which holds every number that JSON can write; float64 rounds
// integers above 2^53. This file has what Python and PostgreSQL do with them.

// zero is the value of a numeric field that nobody set.
const zero = json.Number("0")

// whole writes an integer.
func whole(number int) json.Number { return json.Number(strconv.Itoa(number)) }

// exact turns Go's numbers into json.Number, all through a value that a test or a model gives;
// other values are kept as they are, except that the usual Go types for arrays become arrays, so
// that tests may write []string. It copies objects and arrays.
func exact(value any) any {
	switch value := value.(type) {
	case map[string]any:
		return copyObject(value)
	case []any:
		return copyItems(value)
	case []string:
		return copyItems(value)
	case []map[string]any:
		return copyItems(value)
	case []int:
		return copyItems(value)
	case int:
		return whole(value)
	case int64:
		return json.Number(strconv.FormatInt(value, 10))
	case float64:
		return json.Number(decimal(value))
	default:
		return value
	}
}

// rounded turns numbers into float64, all through a value, where that loses nothing; other numbers
// stay json.Number.
func rounded(value any) any {
	switch value := value.(type) {
	case json.Number:
		if float, err := value.Float64(); err == nil && sameNumber(value, json.Number(decimal(float))) {
			return float
		}
		return value
	case []any:
		items := make([]any, 0, len(value))
		for _, item := range value {
			items = append(items, rounded(item))
		}
		return items
	case map[string]any:
		fields := make(map[string]any, len(value))
		for name, field := range value {
			fields[name] = rounded(field)
		}
		return fields
	default:
		return value
	}
}

func isInteger(number json.Number) bool { return !strings.ContainsAny(number.String(), ".eE") }

// sameNumber compares by value: 1, 1.0 and 1e0 are one number.
func sameNumber(a, b json.Number) bool { return a == b || compareNumbers(a, b) == 0 }

func compareNumbers(a, b json.Number) int {
	if first, err := strconv.Atoi(a.String()); err == nil {
		if second, err := strconv.Atoi(b.String()); err == nil {
			return cmp.Compare(first, second)
		}
	}
	left, right := rational(a), rational(b)
	return left.Cmp(right)
}

func rational(number json.Number) *big.Rat {
	if value, ok := new(big.Rat).SetString(number.String()); ok {
		return value
	}
	return new(big.Rat)
}

// stored is a number of a body as a column with free JSON keeps it: an integer as it is, any
// other as Python's float and then PostgreSQL's numeric, which writes 1e+20 as an integer.
func (s *Server) stored(number json.Number) json.Number {
	if isInteger(number) && (!s.since(orjson) || in64Bits(number)) {
		value, _ := new(big.Int).SetString(number.String(), 10)
		return json.Number(value.String()) // -0 is 0
	}
	text := pythonNumber(number)
	if !strings.ContainsAny(text, "e") {
		return json.Number(text)
	}
	value := rational(json.Number(text))
	if value.IsInt() {
		return json.Number(value.Num().String())
	}
	return json.Number(text)
}

// orjson is the release that brought the JSON library of this name. It reads integers outside 64
// bits as floats, and fails when it is to write one.
const orjson = "2024.8.0"

var (
	smallest = big.NewInt(math.MinInt64)
	greatest = new(big.Int).SetUint64(math.MaxUint64)
)

func in64Bits(number json.Number) bool {
	value, ok := new(big.Int).SetString(number.String(), 10)
	return ok && value.Cmp(smallest) >= 0 && value.Cmp(greatest) <= 0
}

// writable tells whether the release can answer with all numbers in a value.
func (s *Server) writable(value any) bool { return !s.since(orjson) || all64Bits(value) }

func all64Bits(value any) bool {
	switch value := value.(type) {
	case json.Number:
		return len(value) < 19 || !isInteger(value) || in64Bits(value)
	case []any:
		return !slices.ContainsFunc(value, func(item any) bool { return !all64Bits(item) })
	case map[string]any:
		for _, field := range value {
			if !all64Bits(field) {
				return false
			}
		}
	}
	return true
}

// infinite tells whether a value holds a number that is beyond Python's floats.
func infinite(value any) bool {
	switch value := value.(type) {
	case json.Number:
		if isInteger(value) {
			return false
		}
		float, err := value.Float64()
		return err != nil || math.IsInf(float, 0)
	case []any:
		return slices.ContainsFunc(value, infinite)
	case map[string]any:
		for _, field := range value {
			if infinite(field) {
				return true
			}
		}
	}
	return false
}

// floats writes integers outside 64 bits as floats, all through an answer to a write: there they
// have not been through the database yet.
func floats(value any) any {
	switch value := value.(type) {
	case json.Number:
		if len(value) < 19 || !isInteger(value) || in64Bits(value) {
			return value
		}
		float, _ := value.Float64()
		return json.Number(strconv.FormatFloat(float, 'e', -1, 64))
	case []any:
		items := make([]any, 0, len(value))
		for _, item := range value {
			items = append(items, floats(item))
		}
		return items
	case map[string]any:
		fields := make(map[string]any, len(value))
		for name, field := range value {
			fields[name] = floats(field)
		}
		return fields
	default:
		return value
	}
}
