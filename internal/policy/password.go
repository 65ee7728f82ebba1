package policy

import (
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Password is a policy on new passwords (/api/v3/policies/password/).
var Password = kind.Kind{
	Type: "policy_password", Plural: "policies_password", Title: "password policy", Titles: "password policies", Family: Family,
	Summary: "A password policy checks a new password, in a prompt stage that lists it under `validation_policies` or bound to one: its length and characters, whether it has leaked, and how easily it is guessed.",
	Model:   "authentik_policies_password.passwordpolicy",
	API:     kind.Endpoint{Path: "/policies/password/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{
		"name", "execution_logging", "password_field", "length_min", "check_static_rules", "check_have_i_been_pwned", "check_zxcvbn",
	},
	Deletes: itsBindings,
	Rules:   []kind.Rule{passwordIsChecked},
	Fields: slices.Concat(base(), []kind.Field{
		passwordField(),
		{Name: "check_static_rules", Default: true, Description: "Whether `length_min` and the `amount_` arguments are checked. Before authentik 2022.11 they always are."},
		{Name: "length_min", Default: 0, Description: "Minimum number of characters."},
		{Name: "amount_uppercase", Default: 0, Description: "Minimum number of upper-case letters."},
		{Name: "amount_lowercase", Default: 0, Description: "Minimum number of lower-case letters."},
		{Name: "amount_digits", Default: 0, Description: "Minimum number of digits."},
		{Name: "amount_symbols", Default: 0, Description: "Minimum number of characters of `symbol_charset`."},
		{Name: "symbol_charset", Default: "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", Same: sameCharacters, Description: "Characters that count as symbols, in any order. A space counts only if it is not at either end."},
		{Name: "error_message", Description: "Message for a user whose password fails the static rules. authentik 2022.10 requires one."},
		{Name: "check_have_i_been_pwned", Default: false, Description: "Whether the password is looked up in the leaks that Have I Been Pwned knows. The server sends the first five characters of its SHA-1 hash."},
		{Name: "hibp_allowed_count", Default: 0, Incumbent: 1, Description: "Number of leaks in which the password may appear."},
		{Name: "check_zxcvbn", Default: false, Description: "Whether zxcvbn estimates how easily the password is guessed."},
		{Name: "zxcvbn_score_threshold", Default: 2, Description: "Highest zxcvbn score, from 0 to 4, that is too low: a password needs a higher score to pass, so that none passes with `4`."},
	}),
}

// passwordField is the field of the prompt in which the password is.
func passwordField() kind.Field {
	return kind.Field{Name: "password_field", Default: "password", Description: "Key of the prompt field, or of the flow's context, that has the password."}
}

// sameCharacters says whether two strings have the same characters, whatever their order.
// The server removes whitespace from both ends of what is written, and its own default
// ends with a space and has the backslash twice.
func sameCharacters(one, other string) bool {
	return slices.Equal(characters(one), characters(other))
}

func characters(text string) []rune {
	found := []rune(strings.TrimSpace(text))
	slices.Sort(found)
	return slices.Compact(found)
}

// passwordIsChecked warns of a policy that lets every password pass.
func passwordIsChecked(arguments kind.Arguments) []kind.Finding {
	for _, name := range []string{"check_have_i_been_pwned", "check_zxcvbn"} {
		if set, known := arguments.Bool(name); !known || set {
			return nil
		}
	}
	static, known := arguments.Bool("check_static_rules")
	if !known {
		return nil
	}
	attribute, advice := "check_static_rules", "Set `check_static_rules`, `check_have_i_been_pwned` or `check_zxcvbn` to true."
	if static {
		attribute, advice = "length_min", "Set `length_min` or one of the `amount_` arguments, or have `check_have_i_been_pwned` or `check_zxcvbn` check the password."
		for _, name := range []string{"length_min", "amount_uppercase", "amount_lowercase", "amount_digits", "amount_symbols"} {
			if least, known := arguments.Int(name); !known || least > 0 {
				return nil
			}
		}
	}
	return []kind.Finding{{Attribute: attribute, Warning: true, Summary: "Password policy that checks nothing", Detail: "Every password passes this policy. " + advice}}
}
