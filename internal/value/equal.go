package value

import (
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Settle decides between the server's value and the one before: another spelling of the
// same value is no change, and the user's spelling stays. Of nested objects that changed it
// stays in the attributes that did not.
func Settle(field *kind.Field, server, before tftypes.Value) tftypes.Value {
	if before.Type() != nil && Equal(field, before, server) {
		return before
	}
	switch field.Type {
	case kind.Objects:
		return assumed(field, settledElements(field, server, before))
	case kind.Object:
		return settledAttributes(field, server, before)
	case kind.FromContract, kind.String, kind.UUID, kind.Duration, kind.Time, kind.JSON, kind.Bool, kind.Int, kind.Float, kind.List, kind.Set:
	}
	return server
}

func settledElements(field *kind.Field, server, before tftypes.Value) tftypes.Value {
	elements, earlier := slices.Clone(Elements(server)), Elements(before)
	if elements == nil || earlier == nil {
		return server
	}
	for i := range min(len(elements), len(earlier)) {
		elements[i] = settledAttributes(field, elements[i], earlier[i])
	}
	return tftypes.NewValue(server.Type(), elements)
}

func settledAttributes(field *kind.Field, server, before tftypes.Value) tftypes.Value {
	attributes, earlier := maps.Clone(Attributes(server)), Attributes(before)
	if attributes == nil || earlier == nil {
		return server
	}
	for i := range field.Fields {
		inner := &field.Fields[i]
		attributes[inner.Name] = Settle(inner, attributes[inner.Name], earlier[inner.Name])
	}
	return tftypes.NewValue(server.Type(), attributes)
}

// assumed fills in what a release does not return.
func assumed(field *kind.Field, server tftypes.Value) tftypes.Value {
	elements := Elements(server)
	if elements == nil {
		return server
	}
	for i, element := range elements {
		attributes := Attributes(element)
		for j := range field.Fields {
			if inner := &field.Fields[j]; inner.Assumed != nil && attributes != nil && !IsSet(attributes[inner.Name]) {
				attributes[inner.Name] = FromGo(inner, inner.Assumed)
				elements[i] = tftypes.NewValue(element.Type(), attributes)
			}
		}
	}
	return tftypes.NewValue(server.Type(), elements)
}

// KeepSpelling decides between what is to be written and the state's value: where the
// server needs no change, the state's spelling stays. Of a [kind.Field.Superset] the
// state may have more than what is written.
func KeepSpelling(field *kind.Field, written, state tftypes.Value) tftypes.Value {
	if state.Type() != nil && Equal(field, written, state) {
		return state
	}
	return written
}

// HasNoNullFor says whether a state has null nowhere that something is configured, at any
// depth. Terraform refuses a plan with that, although null may mean the same.
func HasNoNullFor(configured, state tftypes.Value) bool {
	switch {
	case !IsSet(configured):
		return true
	case !IsSet(state):
		return false
	}
	elements, attributes := Elements(state), Attributes(state)
	for i, element := range Elements(configured) {
		if i < len(elements) && !HasNoNullFor(element, elements[i]) {
			return false
		}
	}
	for name, attribute := range Attributes(configured) {
		if attributes != nil && !HasNoNullFor(attribute, attributes[name]) {
			return false
		}
	}
	return true
}

// Equal says whether a value that was written is what the server has. Null equals the
// empty string and the empty list where the server has no use for the difference; unknown
// equals nothing that is known.
func Equal(field *kind.Field, written, server tftypes.Value) bool {
	if !IsSet(written) || !IsSet(server) {
		return isEmpty(field, written) && isEmpty(field, server)
	}
	if !written.IsFullyKnown() || !server.IsFullyKnown() {
		return written.Equal(server)
	}
	switch field.Type {
	case kind.FromContract, kind.String, kind.UUID, kind.Duration, kind.Time, kind.JSON:
		return SameString(field, String(written), String(server))
	case kind.List, kind.Set:
		return sameElements(field, written, server)
	case kind.Float:
		left, _ := Number(written).Float64()
		right, _ := Number(server).Float64()
		return left == right
	case kind.Object:
		return sameAttributes(field, written, server)
	case kind.Objects:
		left, right := Elements(written), Elements(server)
		return slices.EqualFunc(left, right, func(a, b tftypes.Value) bool { return sameAttributes(field, a, b) })
	case kind.Bool, kind.Int:
	}
	return written.Equal(server)
}

// isEmpty says whether a value is null or as good as null.
func isEmpty(field *kind.Field, value tftypes.Value) bool {
	switch {
	case !IsSet(value):
		return true
	case !value.IsKnown():
		return false
	case field.IsString():
		return String(value) == ""
	case field.IsCollection(), field.Type == kind.Objects:
		return len(Elements(value)) == 0
	}
	return false
}

func sameAttributes(field *kind.Field, one, other tftypes.Value) bool {
	left, right := Attributes(one), Attributes(other)
	for i := range field.Fields {
		inner := &field.Fields[i]
		if inner.Assumed != nil && !IsSet(right[inner.Name]) {
			continue
		}
		if !Equal(inner, left[inner.Name], right[inner.Name]) {
			return false
		}
	}
	return (left == nil) == (right == nil)
}

func sameElements(field *kind.Field, written, server tftypes.Value) bool {
	left, right := canonical(field, written), canonical(field, server)
	if field.Superset {
		return !slices.ContainsFunc(left, func(element string) bool { return !slices.Contains(right, element) })
	}
	return slices.Equal(left, right)
}

// Without are the elements of a set that another one lacks, in canonical spelling.
func Without(field *kind.Field, set, other tftypes.Value) []string {
	there := canonical(field, other)
	return slices.DeleteFunc(canonical(field, set), func(element string) bool { return slices.Contains(there, element) })
}

// canonical are the elements in the one spelling in which they can be compared, those of
// a set sorted and without duplicates.
func canonical(field *kind.Field, value tftypes.Value) []string {
	elements := Elements(value)
	texts := make([]string, 0, len(elements))
	for _, element := range elements {
		text := Plain(element)
		if field.Of == kind.UUID {
			if uuid, ok := CanonicalUUID(text); ok {
				text = uuid
			}
		}
		texts = append(texts, text)
	}
	if field.Type == kind.Set {
		slices.Sort(texts)
		texts = slices.Compact(texts)
	}
	return texts
}

// SameString says whether a string that was written means what the server has.
func SameString(field *kind.Field, written, server string) bool {
	switch {
	case written == server:
		return true
	case field.Same != nil && field.Same(written, server):
		return true
	case field.Type == kind.UUID:
		left, ok := CanonicalUUID(written)
		right, otherOK := CanonicalUUID(server)
		return ok && otherOK && left == right
	case field.Type == kind.Duration:
		return sameDuration(orDefault(field, written), orDefault(field, server))
	case field.Type == kind.Time:
		left, err := time.Parse(time.RFC3339, written)
		right, otherErr := time.Parse(time.RFC3339, server)
		return err == nil && otherErr == nil && left.Truncate(time.Microsecond).Equal(right.Truncate(time.Microsecond))
	case field.Type == kind.JSON:
		left, ok := decodeJSON([]byte(written))
		right, otherOK := decodeJSON([]byte(server))
		return ok && otherOK && sameJSON(left, right, field.Superset)
	case field.Multiline:
		return sameLines(written, server)
	}
	return false
}

// sameLines compares without whitespace at the ends, and with any line endings.
func sameLines(one, other string) bool {
	unix := func(text string) string { return strings.ReplaceAll(Trim(text), "\r\n", "\n") }
	return unix(one) == unix(other)
}

// Canonical is the one spelling of a string by which an object is looked up.
func Canonical(field *kind.Field, text string) string {
	if uuid, ok := CanonicalUUID(text); ok && field.Type == kind.UUID {
		return uuid
	}
	return text
}

// Trim removes from both ends what authentik removes: what Python's str.strip does,
// which is Go's white space and four separators of ASCII.
func Trim(text string) string {
	return strings.TrimFunc(text, func(char rune) bool {
		return unicode.IsSpace(char) || (char >= 0x1c && char <= 0x1f)
	})
}
