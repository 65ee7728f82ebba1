package authentiktest

import (
	"maps"
	"slices"
)

// Paths of policies. All of them share one table.
const (
	allPolicies    = "/policies/all/"
	policyBindings = "/policies/bindings/"
	deviceBindings = "/endpoints/device_bindings/"
	bindingTargets = "binding targets" // all objects that policies are bound to
)

// policy makes the model of a type of policies: what all have in common, and what is given.
func policy(component, verbose, plural, meta string, more model) *model {
	more.constants = values{"component": component, "verbose_name": verbose, "verbose_name_plural": plural, "meta_model_name": meta}
	more.derived = computed{"bound_to": boundTo}
	more.unique = []uniqueness{{field: "name", scope: "policy", message: "Policy with this name already exists."}}
	more.aliases = map[string]string{"policy_uuid": "pk"}
	more.order, more.search = []string{"name"}, []string{"name"}
	return &more
}

// policyModels are the types of policies, and their bindings.
func policyModels() map[string]*model {
	types := map[string]*model{
		"/policies/dummy/": policy("ak-policy-dummy-form", "Dummy Policy", "Dummy Policies", "authentik_policies_dummy.dummypolicy", model{
			defaults: values{"wait_min": 5, "wait_max": 30},
		}),
		"/policies/event_matcher/": policy("ak-policy-event-matcher-form", "Event Matcher Policy", "Event Matcher Policies",
			"authentik_policies_event_matcher.eventmatcherpolicy", model{
				checks: []check{matchesSomething}, blank: map[string]string{"action": "2023.6.0", "app": "2023.6.0"},
			}),
		"/policies/expression/": policy("ak-policy-expression-form", "Expression Policy", "Expression Policies",
			"authentik_policies_expression.expressionpolicy", model{checks: []check{expression}}),
		"/policies/geoip/": policy("ak-policy-geoip-form", "GeoIP Policy", "GeoIP Policies", "authentik_policies_geoip.geoippolicy", model{
			defaults: values{
				"history_max_distance_km": 100, "distance_tolerance_km": 50, "history_login_count": 5, "impossible_tolerance_km": 100,
			},
			completes: sortCountries,
		}),
		"/policies/password/": policy("ak-policy-password-form", "Password Policy", "Password Policies", "authentik_policies_password.passwordpolicy", model{
			defaults: values{
				"password_field": "password", "check_static_rules": true, "zxcvbn_score_threshold": 2,
				"symbol_charset": "!\\\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ ",
			},
		}),
		"/policies/password_expiry/": policy("ak-policy-password-expiry-form", "Password Expiry Policy", "Password Expiry Policies",
			"authentik_policies_expiry.passwordexpirypolicy", model{}),
		"/policies/reputation/": policy("ak-policy-reputation-form", "Reputation Policy", "Reputation Policies",
			"authentik_policies_reputation.reputationpolicy", model{
				defaults: values{"check_ip": true, "check_username": true, "threshold": -5},
				checks:   []check{checksSomething},
			}),
		"/policies/unique_password/": policy("ak-policy-password-uniqueness-form", "Password Uniqueness Policy", "Password Uniqueness Policies",
			"authentik_policies_unique_password.uniquepasswordpolicy", model{
				enterprise: true, defaults: values{"password_field": "password", "num_historical_passwords": 1},
			}),
	}
	types["/policies/geoip/"].derived["countries_obj"] = countryNames
	bound := policyBindingModel()
	bound.unites = []string{policyBindings, deviceBindings} // whose class is derived from this one
	return merged(types, map[string]*model{
		allPolicies:    {unites: slices.Sorted(maps.Keys(types)), order: []string{"name"}, search: []string{"name"}, class: "Policy", whole: true},
		policyBindings: bound,
		deviceBindings: policyBindingModel(),
		bindingTargets: {unites: []string{
			applications, entitlements, flows, bindings, "/rac/endpoints/", "/events/rules/", "/sources/oauth/", "/sources/saml/", "/sources/ldap/",
			"/sources/kerberos/", scimSources, "/sources/plex/", "/sources/telegram/", allSources, accessGroups, devices, "/requests/rules/",
			"/requests/rule-bindings/", "/providers/oauth2-dcr/",
		}},
	})
}

// policyBindingModel is a binding of a policy, a group or a user to a target.
func policyBindingModel() *model {
	return &model{
		defaults: values{"enabled": true, "timeout": 30},
		derived:  computed{"policy_obj": one("policy"), "group_obj": one("group"), "user_obj": one("user"), "connector_obj": one("connector")},
		references: map[string]reference{
			"policy": {to: allPolicies, cascades: true}, "group": {to: groups, cascades: true}, "user": {to: users, cascades: true},
			"target": {to: bindingTargets, cascades: true}, "connector": {to: allConnectors, cascades: true},
		},
		checks:  []check{together("policy", "target", "order"), knownTarget, exactlyOne},
		filters: map[string]filter{"target": byTarget, "target_in": byTarget},
		order:   []string{"order"}, search: []string{"policy__name"},
	}
}
