package authentiktest

import (
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// listEndpoints are plain arrays: values that the server knows, and uploaded files.
func listEndpoints() map[string]endpoint {
	plain := func(answer func(*Server) any) endpoint {
		return endpoint{methods: readMethods, answers: func(s *Server, _ *call) *reply { return jsonReply(http.StatusOK, answer(s)) }}
	}
	countryList := plain(allCountries)
	countryList.since = "2024.8.0"
	return map[string]endpoint{
		files:                                      {methods: "GET, POST, DELETE, HEAD, OPTIONS", since: "2025.12.0", answers: onFiles},
		"/policies/geoip_iso3166/":                 countryList,
		"/sources/oauth/source_types/":             {methods: readMethods, answers: listOAuthTypes},
		"/stages/email/templates/":                 plain(allTemplates),
		"/stages/all/types/":                       plain(typesOf(allStages)),
		"/policies/all/types/":                     plain(typesOf(allPolicies)),
		"/providers/all/types/":                    plain(typesOf(allProviders)),
		"/sources/all/types/":                      plain(typesOf(allSources)),
		"/propertymappings/all/types/":             plain(typesOf(allMappings)),
		"/outposts/service_connections/all/types/": plain(typesOf(allConnections)),
		"/endpoints/connectors/types/":             plain(typesOf(allConnectors)),
	}
}

// allCountries lists the codes that the GeoIP policy of the release takes.
func allCountries(s *Server) any {
	listed := make([]any, 0)
	if described, ok := contract.Object("/policies/geoip/"); ok {
		view, _ := described.In(s.view)
		item, _ := view.Request.Get("countries[]")
		for _, code := range item.Enum {
			name := countries[code]
			if name == "" {
				name = code
			}
			listed = append(listed, values{"code": code, "name": name})
		}
	}
	return listed
}

func allTemplates(*Server) any {
	listed := make([]any, 0)
	for _, name := range emailTemplates {
		listed = append(listed, values{"name": name, "description": name})
	}
	return listed
}

// typesOf lists the types of the collections that one unites, as far as the release has them.
func typesOf(path string) func(*Server) any {
	return func(s *Server) any {
		held := make(map[string]values)
		for _, member := range s.members(path) {
			facts := s.model(member)
			described, ok := contract.Object(member)
			if !ok || member == path {
				continue
			}
			if _, exists := described.In(s.view); !exists {
				continue
			}
			_, model, _ := strings.Cut(keyText(facts.constants["meta_model_name"]), ".")
			name := keyText(facts.constants["verbose_name"])
			held[name] = values{
				"name": name, "description": name, "component": facts.constants["component"], "model_name": model, "icon_url": nil,
				"requires_enterprise": facts.enterprise,
			}
		}
		listed := make([]any, 0, len(held))
		for _, name := range slices.Sorted(maps.Keys(held)) {
			listed = append(listed, held[name])
		}
		return listed
	}
}
