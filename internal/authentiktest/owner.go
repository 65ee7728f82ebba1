package authentiktest

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// owner finds the user of a token that was made by the API, as a guide's script makes one: an
// API token that has not expired, of a user who is active. Its rights are those that roles
// give on all objects of a kind; what they give on single objects does not count here.
func (s *Server) owner(token string) (user, bool) {
	for _, made := range s.all(tokens) {
		if made.fields["key"] != token {
			continue
		}
		of := s.get(users, keyText(made.fields["user"]))
		if of == nil || of.fields["is_active"] == false || made.fields["intent"] != "api" || s.expired(made) {
			return user{}, false
		}
		return user{superuser: isSuperuser(s, of) == true, rights: s.rightsOf(of), key: json.Number(of.pk())}, true
	}
	return user{}, false
}

func (*Server) expired(token *row) bool {
	end, err := time.Parse(time.RFC3339, keyText(token.fields["expires"]))
	return token.fields["expiring"] != false && err == nil && !end.After(time.Now())
}

// rightsOf gives what [user.may] knows: a word and the collection.
func (s *Server) rightsOf(of *row) []string {
	var rights []string
	for _, role := range s.rolesOf(of) {
		for _, grant := range s.referring(grants, "role", role) {
			permission := s.get(permissions, keyText(grant.fields["permission"]))
			if permission == nil || grant.fields["object_pk"] != "" {
				continue
			}
			app, model := keyText(permission.fields["app_label"]), keyText(permission.fields["model"])
			right := strings.TrimSuffix(keyText(permission.fields["codename"]), "_"+model)
			for _, path := range s.pathsOf(app, model) {
				rights = append(rights, right+" "+path)
			}
			rights = append(rights, systemRights[right]...)
		}
	}
	return rights
}

// rolesOf are the roles of a user and of its groups and the groups above them.
func (s *Server) rolesOf(of *row) []string {
	held := ids(of.fields["roles"])
	seen := make(map[string]bool)
	for next := s.referring(groups, "users", of.pk()); len(next) > 0; next = next[1:] {
		if seen[next[0].pk()] {
			continue
		}
		seen[next[0].pk()] = true
		held = append(held, ids(next[0].fields["roles"])...)
		for _, parent := range ids(next[0].fields["parents"]) {
			if above := s.get(groups, parent); above != nil {
				next = append(next, above)
			}
		}
	}
	slices.Sort(held)
	return slices.Compact(held)
}

// systemRights are what permissions of the system allow, which are for no kind of objects.
var systemRights = map[string][]string{
	"view_media_files": {"view " + files}, "manage_media_files": {"add " + files, "delete " + files},
	"view_system_settings": {"view " + settings}, "edit_system_settings": {"change " + settings},
	"view_system_info": {"view /admin/system/"},
}

// pathsOf are the collections of a class.
func (s *Server) pathsOf(app, model string) []string {
	var paths []string
	for _, path := range contract.Collections() {
		meta := ""
		if facts := s.models[path]; facts != nil {
			meta = keyText(facts.constants["meta_model_name"])
		}
		if class := classes[path]; meta == app+"."+model || class.app == app && class.model == model {
			paths = append(paths, path)
		}
	}
	return paths
}
