package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// earlier holds the paths that an object had in older releases, by its path in the newest. The
// object is the same: its fields and their meaning went on.
var earlier = map[string]string{
	"/core/brands/":                     "/core/tenants/",                      // 2024.2
	"/core/brands/current/":             "/core/tenants/current/",              // 2024.2
	"/enterprise/license/install_id/":   "/enterprise/license/get_install_id/", // 2024.8
	"/propertymappings/provider/rac/":   "/propertymappings/rac/",              // 2024.8, as all mappings
	"/propertymappings/provider/saml/":  "/propertymappings/saml/",
	"/propertymappings/provider/scim/":  "/propertymappings/scim/",
	"/propertymappings/provider/scope/": "/propertymappings/scope/",
	"/propertymappings/source/ldap/":    "/propertymappings/ldap/",
}

// excluded holds the paths that are no objects of the table, with the reason. A path that ends
// in "*" stands for all paths that begin with it.
var excluded = map[string]string{
	"/authenticators/*":                           "devices of users and their seeds",
	"/core/application_entitlements/requestable/": "what the caller may request",
	"/core/applications/requestable/":             "what the caller may request",
	"/core/authenticated_sessions/*":              "created by logins",
	"/core/transactional/applications/":           "creates objects of other paths, without their ids",
	"/core/user_consent/*":                        "created by logins",
	"/core/users/impersonate_end/":                "an action",
	"/endpoints/agents/connectors/agent_config/":  "for agents",
	"/endpoints/agents/connectors/auth_fed/":      "for agents",
	"/endpoints/agents/connectors/auth_ia/":       "for agents",
	"/endpoints/agents/connectors/check_in/":      "for agents",
	"/endpoints/agents/connectors/enroll/":        "for agents",
	"/endpoints/agents/psso/register/*":           "for agents",
	"/events/events/":                             "the audit log",
	"/events/events/export/":                      "an action on the audit log",
	"/events/events/stats/":                       "statistics of the audit log",
	"/events/events/top_per_user/":                "statistics of the audit log",
	"/events/events/volume/":                      "statistics of the audit log",
	"/events/notifications/*":                     "of the caller",
	"/flows/executor/*":                           "the login itself",
	"/flows/inspector/*":                          "the login itself",
	"/flows/instances/cache_info/":                "runtime state",
	"/lifecycle/iterations/*":                     "decisions of people",
	"/lifecycle/reviews/*":                        "decisions of people",
	"/oauth2/*":                                   "created by logins",
	"/outposts/ldap/*":                            "for outposts",
	"/outposts/proxy/*":                           "for outposts",
	"/outposts/radius/*":                          "for outposts",
	"/policies/all/cache_info/":                   "runtime state",
	"/policies/reputation/scores/*":               "data, created by logins",
	"/rac/connection_tokens/*":                    "created by logins",
	"/reports/exports/*":                          "files, created by actions",
	"/requests/grant-requests/*":                  "decisions of people",
	"/schema/":                                    "the API document",
	"/sources/all/user_settings/":                 "of the caller",
	"/ssf/streams/*":                              "created by receivers",
	"/stages/all/user_settings/":                  "of the caller",
	"/tasks/tasks/*":                              "runtime state",
	"/tasks/workers/*":                            "runtime state",
}

// reasonFor says why a path is no object of the table, "" when nothing excludes it. The longest
// entry that fits decides.
func reasonFor(path string) string {
	if reason := excluded[path]; reason != "" {
		return reason
	}
	longest, reason := "", ""
	for entry, because := range excluded {
		prefix, tree := strings.CutSuffix(entry, "*")
		if tree && strings.HasPrefix(path, prefix) && len(prefix) > len(longest) {
			longest, reason = prefix, because
		}
	}
	return reason
}

var single = regexp.MustCompile(`^(/.*/)\{[^/{}]+\}/$`)

// collections lists the paths of the document's objects: every path without parameters that can be
// read, by itself or by a single object below it, and is not excluded.
func (d *document) collections() []string {
	found := make(map[string]bool)
	for path, item := range d.Paths {
		if parts := single.FindStringSubmatch(path); parts != nil {
			path = parts[1]
		} else if !strings.Contains(string(item), `"get":`) {
			continue
		}
		if !strings.Contains(path, "{") && reasonFor(path) == "" {
			found[path] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// methods are the members of a path that are methods; others describe the path.
var methods = []string{"delete", "get", "patch", "post", "put"}

// paths accounts for every path of the document: it is of one of the objects, or excluded. An error
// names a path that is neither.
func (d *document) paths(objects []string) ([]contract.Path, error) {
	var found []contract.Path
	for _, path := range slices.Sorted(maps.Keys(d.Paths)) {
		var members map[string]json.RawMessage
		if err := json.Unmarshal(d.Paths[path], &members); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		one := contract.Path{Path: path}
		for _, method := range methods {
			if members[method] != nil {
				one.Methods = append(one.Methods, strings.ToUpper(method))
			}
		}
		for _, object := range objects {
			if strings.HasPrefix(path, object) && len(object) > len(one.Object) {
				one.Object = object
			}
		}
		collection := path
		if parts := single.FindStringSubmatch(path); parts != nil {
			collection = parts[1]
		}
		if reason := reasonFor(collection); reason != "" {
			one.Object, one.Reason = "", reason
		}
		if one.Object == "" && one.Reason == "" {
			return nil, fmt.Errorf("%s is of no object and not excluded: give the reason in draw/collection.go", path)
		}
		found = append(found, one)
	}
	return found, nil
}
