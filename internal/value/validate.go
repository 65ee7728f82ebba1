package value

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Problem is what is wrong with an argument's value. It does not repeat the value.
type Problem struct {
	// Path is where in the argument, empty for the argument itself: `[1].url`.
	Path string
	// Summary and Detail are the message.
	Summary, Detail string
	// Warning makes it a warning; otherwise it is an error.
	Warning bool
}

// Validate finds what is wrong with a configured value, as far as it is known.
// acceptsEmpty says whether the server accepts the empty string.
func Validate(field *kind.Field, value tftypes.Value, acceptsEmpty bool) []Problem {
	if !IsSet(value) || !value.IsKnown() {
		return nil
	}
	switch field.Type {
	case kind.Int:
		return validateInt(field, value)
	case kind.List, kind.Set:
		return validateElements(field, value)
	case kind.Objects:
		var found []Problem
		for i, element := range Elements(value) {
			found = append(found, below(fmt.Sprintf("[%d]", i), validateFields(field, element))...)
		}
		return found
	case kind.Object:
		return validateFields(field, value)
	case kind.Bool, kind.Float:
		return nil
	case kind.FromContract, kind.String, kind.UUID, kind.Duration, kind.Time, kind.JSON:
	}
	return validateString(field, String(value), acceptsEmpty)
}

func validateFields(field *kind.Field, value tftypes.Value) []Problem {
	if value.IsNull() {
		return []Problem{{Summary: "Null element", Detail: "The element is null. Remove it from the list."}}
	}
	var found []Problem
	attributes := Attributes(value)
	for i := range field.Fields {
		inner := &field.Fields[i]
		if inner.MustBeSet() && attributes != nil && !IsSet(attributes[inner.Name]) {
			found = append(found, Problem{Path: "." + inner.Name, Summary: "Missing argument", Detail: fmt.Sprintf("`%s` must be set.", inner.Name)})
			continue
		}
		found = append(found, below("."+inner.Name, Validate(inner, attributes[inner.Name], !inner.Required))...)
	}
	return found
}

// ReadOnly is what is wrong with a configured attribute that only the server sets.
// Terraform itself does not refuse it, and the value would be ignored.
func ReadOnly(name string) Problem {
	return Problem{Summary: "Read-only attribute", Detail: fmt.Sprintf("`%s` cannot be configured: only the server sets it. Remove it.", name)}
}

func below(path string, problems []Problem) []Problem {
	for i := range problems {
		problems[i].Path = path + problems[i].Path
	}
	return problems
}

func validateInt(field *kind.Field, value tftypes.Value) []Problem {
	number, exact := Number(value).Int64()
	least, most := field.Min, field.Max
	switch {
	case exact != 0:
		return []Problem{{Summary: "Invalid number", Detail: "The value must be an integer of 64 bits."}}
	case field.Min == 0 && field.Max == 0:
		return nil
	case number < least || most >= least && number > most:
		detail := fmt.Sprintf("The value must be at least %d.", least)
		if most >= least && most < math.MaxInt64 {
			detail = fmt.Sprintf("The value must be between %d and %d.", least, most)
		}
		return []Problem{{Summary: "Value out of range", Detail: detail}}
	}
	return nil
}

func validateElements(field *kind.Field, value tftypes.Value) []Problem {
	element := &kind.Field{Type: field.Of, Values: field.Values, Refers: field.Refers, Check: field.Check}
	var found []Problem
	for i, item := range Elements(value) {
		at := fmt.Sprintf("[%d]", i)
		if item.IsNull() {
			found = append(found, Problem{Path: at, Summary: "Null element", Detail: "The element is null. Remove it from the list."})
			continue
		}
		found = append(found, below(at, Validate(element, item, false))...)
	}
	return found
}

// isOptionalReference says whether "" means that nothing is referred to or set, as
// goauthentik/authentik has it.
func isOptionalReference(field *kind.Field) bool {
	return !field.Required && (field.Type == kind.UUID || field.Type == kind.Duration || field.Type == kind.Time)
}

func validateString(field *kind.Field, text string, acceptsEmpty bool) []Problem {
	if text == "" && isOptionalReference(field) {
		return nil
	}
	switch field.Type {
	case kind.UUID:
		return validateUUID(field, text)
	case kind.Duration:
		if !isDuration(text) {
			return []Problem{{Summary: "Invalid duration", Detail: "The value must be a duration such as `hours=1;minutes=30`. The units are microseconds, milliseconds, seconds, minutes, hours, days and weeks, each at most once and without whitespace around it, and the amounts are numbers."}}
		}
		return nil
	case kind.Time:
		if text == "" && field.Nullable && !field.Required {
			return nil
		}
		const latest = 9999 // the last year of Python's calendar
		if point, err := time.Parse(time.RFC3339, text); err != nil || point.UTC().Year() < 1 || point.UTC().Year() > latest {
			return []Problem{{Summary: "Invalid time", Detail: "The value must be a point in time such as `2026-12-31T23:59:59Z` (RFC 3339)."}}
		}
		return nil
	case kind.JSON:
		return validateJSON(field, text)
	case kind.FromContract, kind.String, kind.Bool, kind.Int, kind.Float, kind.List, kind.Set, kind.Object, kind.Objects:
	}
	return validateText(field, text, acceptsEmpty)
}

func validateUUID(field *kind.Field, text string) []Problem {
	if _, ok := CanonicalUUID(text); ok {
		return nil
	}
	advice := ""
	if refers := field.Refers; refers.Title != "" {
		advice = fmt.Sprintf(" Use `%s` of the %s.", refers.Attribute, refers.Title)
	}
	return []Problem{{Summary: "Invalid UUID", Detail: "The value must be a UUID such as `123e4567-e89b-12d3-a456-426614174000`." + advice}}
}

func validateJSON(field *kind.Field, text string) []Problem {
	decoded, ok := decodeJSON([]byte(text))
	_, isObject := decoded.(map[string]any)
	switch {
	case !ok:
		return []Problem{{Summary: "Invalid JSON", Detail: "The value must be JSON, as `jsonencode` writes it."}}
	case field.Superset && !isObject:
		return []Problem{{Summary: "Invalid JSON", Detail: "The value must be a JSON object, as `jsonencode({ ... })` writes it."}}
	case !storable(decoded):
		return []Problem{{Summary: "Number too large", Detail: "The JSON has a number beyond 64 bits. authentik stores it, and from then on fails to return the object and every list that contains it. Write the number as a string."}}
	case hasNUL(decoded):
		return []Problem{{Summary: "Invalid character", Detail: "The JSON has a NUL character, which authentik refuses."}}
	}
	return checked(field, text)
}

func validateText(field *kind.Field, text string, acceptsEmpty bool) []Problem {
	switch {
	case !acceptsEmpty && Trim(text) == "":
		return []Problem{{Summary: "Empty value", Detail: "The value is empty or whitespace only, which authentik refuses."}}
	case !field.Multiline && field.Same == nil && Trim(text) != text:
		return []Problem{{Summary: "Leading or trailing whitespace", Detail: "authentik removes whitespace from both ends before it stores the value, so that every plan would show a change. Use `trimspace()` or `chomp()`."}}
	case strings.ContainsRune(text, 0):
		return []Problem{{Summary: "Invalid character", Detail: "The value has a NUL character, which authentik refuses."}}
	case field.MaxLength > 0 && utf8.RuneCountInString(text) > field.MaxLength:
		return []Problem{{Summary: "Value too long", Detail: fmt.Sprintf("The value has %d characters; authentik accepts %d at most.", utf8.RuneCountInString(text), field.MaxLength)}}
	}
	if problems := checked(field, text); len(problems) > 0 {
		return problems
	}
	if len(field.Values) > 0 && text != "" && !slices.Contains(field.Values, text) {
		return []Problem{{Warning: true, Summary: "Unknown value", Detail: "No authentik release known to this provider has this value. " + known(field.Values) + "It is sent as it is, and the server decides."}}
	}
	return nil
}

// checked is what the field's own check finds.
func checked(field *kind.Field, text string) []Problem {
	if field.Check == nil {
		return nil
	}
	if wrong := field.Check(text); wrong != "" {
		return []Problem{{Summary: "Invalid value", Detail: wrong}}
	}
	return nil
}

// known lists the values if they are few.
func known(values []string) string {
	const most = 30
	if len(values) > most {
		return ""
	}
	return "Known values: `" + strings.Join(values, "`, `") + "`. "
}

// ValidateTerm finds what is wrong with a value that objects are looked up by, nil for
// nothing. authentik removes whitespace from both ends, and takes "" for no filter.
func ValidateTerm(field *kind.Field, text string) *Problem {
	switch {
	case field.Type == kind.Bool || field.Type == kind.Int && text != "":
		return nil
	case field.Type == kind.UUID || field.IsCollection() && field.Of == kind.UUID:
		if problems := validateUUID(field, text); len(problems) > 0 {
			return &problems[0]
		}
	case Trim(text) == "":
		return &Problem{Summary: "Empty value", Detail: "The value is empty or whitespace only. authentik would take that for no filter and return every object."}
	case Trim(text) != text:
		return &Problem{Summary: "Leading or trailing whitespace", Detail: "authentik removes whitespace from both ends of what it stores, so that no object can have this value."}
	case strings.ContainsRune(text, 0):
		return &Problem{Summary: "Invalid character", Detail: "The value has a NUL character, which authentik refuses."}
	}
	return nil
}
