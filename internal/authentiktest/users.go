package authentiktest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// user is who a token belongs to.
type user struct {
	superuser bool
	rights    []string
	key       json.Number // of the user's object
}

// may tells whether the user has a model-level right on the objects of a collection: view, add,
// change or delete.
func (u user) may(right, path string) bool {
	return u.superuser || slices.Contains(u.rights, right) || slices.Contains(u.rights, right+" "+path)
}

// AddToken makes a user with only these model-level rights and gives its token: "view", "add",
// "change", "delete" on every collection, or on one ("view /flows/instances/"); none at all: a
// user without any right. Before 2023.10
// "view" shows nothing, as on real servers, where model-level rights did not count for reading.
func (s *Server) AddToken(rights ...string) string {
	token := randomToken()
	s.mu.Lock()
	defer s.mu.Unlock()
	name := fmt.Sprintf("user-%d", len(s.users))
	key := s.add(users, values{"username": name, "name": name})
	s.users[token] = user{rights: slices.Clone(rights), key: json.Number(key)}
	return token
}

// Texts of refusals. All of them come with status 403, never 401.
const (
	noCredentials = "Authentication credentials were not provided."
	unknownUser   = "Token invalid/expired"
	badScheme     = "Unsupported authentication type"
	noPermission  = "You do not have permission to perform this action."
)

// authenticate finds the user of a request: nil without an error when the request has no
// credentials. The rules are those of authentik/api/authentication.py.
func (s *Server) authenticate(r *http.Request) (*user, *reply) {
	scheme, token, hasSpace := strings.Cut(strings.TrimSpace(r.Header.Get("Authorization")), " ")
	if !isASCII(token) {
		return nil, s.serverError(r.Method)
	}
	if !hasSpace {
		return nil, nil
	}
	if !strings.EqualFold(scheme, "Bearer") {
		if s.since("2025.12.0") {
			return nil, nil
		}
		return nil, detail(http.StatusForbidden, badScheme)
	}
	found, ok := s.users[token]
	if !ok {
		found, ok = s.owner(token)
	}
	if !ok {
		return nil, detail(http.StatusForbidden, unknownUser)
	}
	return &found, nil
}

// permitList decides whether the caller may see the list: nil, or the refusal.
func (s *Server) permitList(caller *user, path string) *reply {
	switch {
	case caller == nil:
		return detail(http.StatusForbidden, noCredentials)
	case s.since("2023.10.0") && !caller.may("view", path):
		return detail(http.StatusForbidden, noPermission)
	default:
		return nil
	}
}

// permitCreate decides whether the caller may create: nil, or the refusal.
func (s *Server) permitCreate(caller *user, path string) *reply {
	switch {
	case caller == nil:
		return detail(http.StatusForbidden, noCredentials)
	case !caller.may("add", path):
		return detail(http.StatusForbidden, noPermission)
	default:
		return nil
	}
}

// writeRights are the rights that the methods on a single object need besides view.
var writeRights = map[string]string{
	http.MethodPut:    "change",
	http.MethodPatch:  "change",
	http.MethodDelete: "delete",
}

// permitObject decides, before the object is looked up, whether the caller may act on a single
// object: nil, or the refusal. Up to 2024.2 the model-level right for the method was checked here;
// later it is checked after the look-up, see permitWrite.
func (s *Server) permitObject(caller *user, method, path string) *reply {
	right := writeRights[method]
	switch {
	case caller == nil && s.since("2024.4.4"):
		return detail(http.StatusForbidden, noPermission)
	case caller == nil && s.since("2024.4.0"):
		return s.serverError(method) // AttributeError on AnonymousUser, fixed in 2024.4.4
	case caller == nil:
		return detail(http.StatusForbidden, noCredentials)
	case !s.since("2024.4.0") && right != "" && !caller.may(right, path):
		return detail(http.StatusForbidden, noPermission)
	case s.since("2023.10.0") && !caller.may("view", path):
		return detail(http.StatusForbidden, noPermission)
	default:
		return nil
	}
}

// permitWrite decides whether the caller may change the object that was found.
func (s *Server) permitWrite(caller *user, method, path string) *reply {
	if right := writeRights[method]; right != "" && !caller.may(right, path) {
		return detail(http.StatusForbidden, noPermission)
	}
	return nil
}

// sees tells whether the caller's view filter lets objects through at all. Before 2023.10 it
// ignored model-level rights.
func (s *Server) sees(caller *user, path string) bool {
	return caller.superuser || s.since("2023.10.0") && caller.may("view", path)
}

func isASCII(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r > 127 })
}
