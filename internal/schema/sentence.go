package schema

import "strings"

// names lists attribute names for a sentence.
func names(all []string) string { return enumerate(quoted(all), "and") }

// either lists attribute names of which each one alone matters.
func either(all []string) string { return enumerate(quoted(all), "or") }

func quoted(all []string) []string {
	marked := make([]string, 0, len(all))
	for _, name := range all {
		marked = append(marked, "`"+name+"`")
	}
	return marked
}

// verb is "is" for one and "are" for several.
func verb(all []string) string {
	if len(all) == 1 {
		return "is"
	}
	return "are"
}

// Alternatives is "a, b or c"; there is at least one.
func Alternatives(all []string) string { return enumerate(all, "or") }

// enumerate is "a, b and c"; there is at least one.
func enumerate(all []string, conjunction string) string {
	last := len(all) - 1
	if last == 0 {
		return all[0]
	}
	return strings.Join(all[:last], ", ") + " " + conjunction + " " + all[last]
}

// falseBut is the sentence on a default of false, which goauthentik/authentik may have as
// true.
func falseBut(incumbent bool) string {
	if incumbent {
		return "Default: `false`, or `true` with the provider's `defaults = \"goauthentik\"`."
	}
	return "Default: `false`."
}
