package kind

import (
	"fmt"
	"strings"
)

// Arguments are what a configuration sets, for a [Rule].
type Arguments interface {
	// String is the argument's value or, if it is not set, its default. It is false where
	// the value is unknown or there is none.
	String(name string) (string, bool)
	// Bool is the argument's value or, if it is not set, its default. known is false
	// where the value is unknown or there is none.
	Bool(name string) (set, known bool)
	// Int is the argument's value or, if it is not set, its default.
	Int(name string) (value int64, known bool)
	// IsEmpty says whether the argument certainly is a list without elements.
	IsEmpty(name string) bool
	// IsUnset says whether neither the argument nor its write-only form is configured.
	// An unknown value counts as configured.
	IsUnset(name string) bool
	// IsKnown says whether the argument has a known value or is not configured.
	IsKnown(name string) bool
}

// Rule finds what is wrong across the arguments of a resource.
type Rule func(Arguments) []Finding

// Finding is what is wrong with an argument.
type Finding struct {
	// Attribute is the argument that the message is attached to.
	Attribute string
	// Summary and Detail are the message; they must not repeat a value.
	Summary, Detail string
	// Warning makes it a warning; otherwise it is an error.
	Warning bool
	// Stored is about what an object on the server may lack, or has without the configuration
	// saying so, as after an import: the finding counts only where something is written.
	Stored bool
}

// ExactlyOneOf requires that one of the arguments is set and the others are not.
func ExactlyOneOf(names ...string) Rule {
	return func(arguments Arguments) []Finding {
		set := configured(arguments, names)
		switch {
		case len(set) == 1:
			return nil
		case len(set) == 0:
			return []Finding{{Attribute: names[0], Summary: "Missing argument", Detail: "Exactly one of " + list(names) + " must be set."}}
		case knownCount(arguments, set) < 2:
			return nil // one of them may turn out to be null
		}
		return []Finding{{Attribute: set[1], Summary: "Conflicting arguments", Detail: "Exactly one of " + list(names) + " must be set."}}
	}
}

// RequiredIf requires the other arguments where the argument has the value.
func RequiredIf(name, value string, others ...string) Rule {
	return func(arguments Arguments) []Finding {
		if actual, known := arguments.String(name); !known || actual != value {
			return nil
		}
		return missing(arguments, others, fmt.Sprintf("where `%s` is `%s`", name, value))
	}
}

// RequiredIfTrue requires the other arguments where the argument is true.
func RequiredIfTrue(name string, others ...string) Rule {
	return func(arguments Arguments) []Finding {
		if set, known := arguments.Bool(name); !known || !set {
			return nil
		}
		return missing(arguments, others, fmt.Sprintf("where `%s` is true", name))
	}
}

// AnyTrue requires that one of the arguments, which default to what the kind says, is
// true.
func AnyTrue(names ...string) Rule {
	return func(arguments Arguments) []Finding {
		for _, name := range names {
			if set, known := arguments.Bool(name); !known || set {
				return nil
			}
		}
		return []Finding{{Attribute: names[0], Summary: "Nothing enabled", Detail: "At least one of " + list(names) + " must be true."}}
	}
}

func missing(arguments Arguments, names []string, when string) []Finding {
	var found []Finding
	for _, name := range names {
		if arguments.IsUnset(name) || isEmptyString(arguments, name) {
			found = append(found, Finding{Attribute: name, Summary: "Missing argument", Detail: fmt.Sprintf("`%s` must be set %s.", name, when)})
		}
	}
	return found
}

func isEmptyString(arguments Arguments, name string) bool {
	value, known := arguments.String(name)
	return known && value == ""
}

// configured are the arguments that are set. The empty string counts as unset, as
// goauthentik/authentik has it for references.
func configured(arguments Arguments, names []string) []string {
	var set []string
	for _, name := range names {
		if !arguments.IsUnset(name) && !isEmptyString(arguments, name) {
			set = append(set, name)
		}
	}
	return set
}

func knownCount(arguments Arguments, names []string) int {
	count := 0
	for _, name := range names {
		if arguments.IsKnown(name) {
			count++
		}
	}
	return count
}

func list(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return "`" + names[0] + "`"
	}
	return "`" + strings.Join(names[:last], "`, `") + "` and `" + names[last] + "`"
}
