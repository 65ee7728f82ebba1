package policy

import (
	"regexp"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// GeoIP is a policy on where a user is (/api/v3/policies/geoip/). The server sorts
// `countries` and drops duplicates.
var GeoIP = kind.Kind{
	Type: "policy_geoip", Plural: "policies_geoip", Title: "GeoIP policy", Titles: "GeoIP policies", Family: Family,
	Summary: "A GeoIP policy passes for users whose IP address belongs to certain countries or networks, and whose location is plausible after their last logins. The server needs GeoIP databases.",
	Model:   "authentik_policies_geoip.geoippolicy",
	API:     kind.Endpoint{Path: "/policies/geoip/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name"},
	Deletes: itsBindings,
	Rules:   []kind.Rule{placeIsChecked},
	Fields: slices.Concat(base(), []kind.Field{
		{Name: "countries", Optional: true, FreeForm: true, Check: countryCode, Description: "Countries from which users pass: codes of two upper-case letters (ISO 3166-1), such as `DE`. The data source `authentik_geoip_countries` lists them."},
		{Name: "asns", Description: "Numbers of autonomous systems from which users pass, such as `64496`. A user passes from one of the countries or one of these."},
		{Name: "check_history_distance", Default: false, Description: "Whether to refuse users who are far from where they signed in before."},
		{Name: "history_max_distance_km", Default: 100, Description: "Allowed distance from the last logins, in km."},
		{Name: "distance_tolerance_km", Default: 50, Description: "Tolerance of `history_max_distance_km`, in km."},
		{Name: "history_login_count", Default: 5, Description: "Number of recent logins to compare with."},
		{Name: "check_impossible_travel", Default: false, Description: "Whether to refuse users who cannot have traveled from the place of their last login in the time since then."},
		{Name: "impossible_tolerance_km", Default: 100, Description: "Distance in km that does not count as travel."},
	}),
	Excluded: map[string]string{"countries_obj": "names of the countries, which the data source of countries has"},
}

var twoLetters = regexp.MustCompile(`^[A-Z]{2}$`)

// countryCode refuses what the server calls "not a valid choice".
func countryCode(code string) string {
	if twoLetters.MatchString(code) {
		return ""
	}
	return "A country is a code of two upper-case letters (ISO 3166-1 alpha-2), such as `DE`."
}

// placeIsChecked warns of a policy without a criterion.
func placeIsChecked(arguments kind.Arguments) []kind.Finding {
	for _, name := range []string{"check_history_distance", "check_impossible_travel"} {
		if set, known := arguments.Bool(name); !known || set {
			return nil
		}
	}
	for _, name := range []string{"countries", "asns"} {
		if !arguments.IsUnset(name) && !arguments.IsEmpty(name) {
			return nil
		}
	}
	return []kind.Finding{{Attribute: "countries", Warning: true, Summary: "GeoIP policy that checks nothing", Detail: "Set `countries` or `asns`, or `check_history_distance` or `check_impossible_travel` to true."}}
}

// Reputation is a policy on failed logins (/api/v3/policies/reputation/). The server
// checks that a request has one of the two as true, whatever the object has.
var Reputation = kind.Kind{
	Type: "policy_reputation", Plural: "policies_reputation", Title: "reputation policy", Titles: "reputation policies", Family: Family,
	Summary: "A reputation policy passes for clients with a bad reputation: every failed login lowers the score of the IP address and of the username, every successful one raises it. Bind it to what only suspicious clients should see, such as a captcha, or negate the binding to refuse them.",
	Model:   "authentik_policies_reputation.reputationpolicy",
	API:     kind.Endpoint{Path: "/policies/reputation/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "execution_logging", "check_ip", "check_username", "threshold"},
	Deletes: itsBindings,
	Rules:   []kind.Rule{kind.AnyTrue("check_ip", "check_username")},
	Fields: slices.Concat(base(), []kind.Field{
		{Name: "check_ip", Default: true, Description: "Whether the score of the client's IP address counts."},
		{Name: "check_username", Default: true, Description: "Whether the score of the username counts."},
		{Name: "threshold", Default: -5, Incumbent: 10, Description: "Score at or below which the policy passes. Since authentik 2025.4 scores stay within the limits of `authentik_system_settings`."},
	}),
}
