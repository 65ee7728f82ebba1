package object

import (
	"slices"
	"time"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// settle decides between the server's value and the one before: another spelling of
// the same value is no change, and the user's stays.
func (a *Attribute) settle(server, before tftypes.Value) tftypes.Value {
	if isSet(before) && before.IsFullyKnown() && isSet(server) && server.IsFullyKnown() && a.equal(server, before) {
		return before
	}
	return server
}

// equal says whether two values are the same to the server.
func (a *Attribute) equal(one, other tftypes.Value) bool {
	switch a.Kind {
	case Text, UUID, Duration, Time, JSON:
		return a.Means(text(one), text(other))
	case List, Set:
		return slices.Equal(a.canonical(one), a.canonical(other))
	case Float:
		left, _ := number(one).Float64()
		right, _ := number(other).Float64()
		return isSet(one) == isSet(other) && left == right
	case Bool, Int, Nested, Objects:
	}
	return one.Equal(other)
}

// canonical are the elements in the spelling in which they can be compared, a set's
// sorted and each once.
func (a *Attribute) canonical(value tftypes.Value) []string {
	texts := texts(value)
	if a.Of == UUID {
		for i := range texts {
			if canonical, ok := canonicalUUID(texts[i]); ok {
				texts[i] = canonical
			}
		}
	}
	if a.Kind == Set {
		slices.Sort(texts)
		texts = slices.Compact(texts)
	}
	return texts
}

// texts are the elements of a list or set of text.
func texts(value tftypes.Value) []string {
	var elements []tftypes.Value
	if !isSet(value) || !value.IsKnown() || value.As(&elements) != nil {
		return nil
	}
	found := make([]string, 0, len(elements))
	for _, element := range elements {
		found = append(found, text(element))
	}
	return found
}

// Means says whether two texts are the same value to the server.
func (a *Attribute) Means(one, other string) bool {
	switch {
	case one == other:
		return true
	case a.Kind == UUID:
		left, ok := canonicalUUID(one)
		right, also := canonicalUUID(other)
		return ok && also && left == right
	case a.Kind == Duration:
		return sameDuration(one, other)
	case a.Kind == Time:
		left, err := time.Parse(time.RFC3339, one)
		right, otherErr := time.Parse(time.RFC3339, other)
		return err == nil && otherErr == nil && left.Truncate(time.Microsecond).Equal(right.Truncate(time.Microsecond))
	case a.Kind == JSON:
		left, ok := decodeJSON([]byte(one))
		right, also := decodeJSON([]byte(other))
		return ok && also && sameJSON(left, right)
	case a.Trimmed:
		return trim(one) == trim(other)
	}
	return false
}

func isSet(value tftypes.Value) bool { return value.Type() != nil && !value.IsNull() }

// same compares two values of which either may be missing.
func same(a, b tftypes.Value) bool {
	if !isSet(a) || !isSet(b) {
		return isSet(a) == isSet(b)
	}
	return a.Equal(b)
}
