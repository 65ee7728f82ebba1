package authentiktest

import (
	"io"
	"mime"
	"net/http"
	"path"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// apiRoot is where the API begins, below the sub-path.
const apiRoot = "/api/v3"

// Methods of the two kinds of URLs, as the header Allow lists them.
const (
	listMethods   = "GET, POST, HEAD, OPTIONS"
	objectMethods = "GET, PUT, PATCH, DELETE, HEAD, OPTIONS"
	readMethods   = "GET, HEAD, OPTIONS"
	deleteMethods = "GET, DELETE, HEAD, OPTIONS" // of an object that cannot be written
)

// Answer answers a request as the stand-in, without recording it and whatever Respond says.
func (s *Server) Answer(w http.ResponseWriter, r *http.Request) {
	rewind(r)
	body, err := io.ReadAll(r.Body)
	if err != nil {
		tooLarge.write(w, r)
		return
	}
	s.mu.Lock()
	answer := s.answer(r, body)
	s.mu.Unlock()
	answer.write(w, r)
}

func (s *Server) answer(r *http.Request, body []byte) *reply {
	if clean := cleanPath(r.URL.Path); clean != r.URL.Path {
		return s.redirect(r, clean) // authentik's router does, for every method
	}
	if s.starting {
		return s.startingReply(r.Header.Get("Accept"))
	}
	below, found := strings.CutPrefix(r.URL.Path, s.path+apiRoot)
	if !found {
		return s.finish(noPage(r.Method))
	}
	if !strings.HasSuffix(below, "/") {
		return s.finish(s.withoutSlash(r, below))
	}
	return s.finish(s.route(r, below, body))
}

// cleanPath removes empty and dotted parts; the slash at the end stays.
func cleanPath(dirty string) string {
	clean := path.Clean(dirty)
	if strings.HasSuffix(dirty, "/") && clean != "/" {
		clean += "/"
	}
	return clean
}

func (s *Server) redirect(r *http.Request, to string) *reply {
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	return &reply{status: http.StatusMovedPermanently, header: http.Header{"Location": {to}}}
}

// withoutSlash answers a request whose path lacks the slash at its end. Up to 2023.8 Django
// redirected, for every method, so that clients turned writes into reads.
func (s *Server) withoutSlash(r *http.Request, below string) *reply {
	if s.since("2023.10.0") || s.lead(below+"/").kind == nothing {
		return noPage(r.Method)
	}
	return s.redirect(r, r.URL.Path+"/")
}

func (s *Server) route(r *http.Request, below string, body []byte) *reply {
	found := s.lead(below)
	switch found.kind {
	case root:
		if !reads(r.Method) {
			return emptyRefusal()
		}
		return page(http.StatusOK, "API Browser - authentik")
	case version:
		return s.guarded(r, readMethods, func(caller *user) *reply { return s.version(r, caller) })
	case list:
		return s.guarded(r, s.listMethods(found), func(caller *user) *reply { return s.onList(r, found, caller, body) })
	case object:
		return s.guarded(r, s.objectMethods(found), func(caller *user) *reply { return s.onObject(r, found, caller, body) })
	case nothing:
		return noPage(r.Method)
	default:
		return noPage(r.Method)
	}
}

// guarded does what comes before every view: the choice of a format, then authentication.
func (s *Server) guarded(r *http.Request, methods string, view func(*user) *reply) *reply {
	if refusal := negotiate(r); refusal != nil {
		return refusal.allowing(methods)
	}
	caller, refusal := s.authenticate(r)
	if refusal != nil {
		return refusal.allowing(methods)
	}
	return view(caller).allowing(methods)
}

// negotiate refuses requests that do not accept JSON.
func negotiate(r *http.Request) *reply {
	if format := r.URL.Query().Get("format"); format != "" && format != "json" {
		return detail(http.StatusNotFound, "Not found.")
	}
	accept := r.Header.Get("Accept")
	if accept == "" {
		return nil
	}
	for part := range strings.SplitSeq(accept, ",") {
		media, _, err := mime.ParseMediaType(part)
		if err == nil && (media == "application/json" || media == "application/*" || media == "*/*") {
			return nil
		}
	}
	return detail(http.StatusNotAcceptable, "Could not satisfy the request Accept header.")
}

func (s *Server) onList(r *http.Request, on target, caller *user, body []byte) *reply {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		if refusal := s.permitList(caller, on.collection); refusal != nil {
			return refusal
		}
		return s.list(r.URL.Query(), on, caller)
	case http.MethodPost:
		if on.view.Request == nil {
			return wrongMethod(r.Method)
		}
		if refusal := s.permitCreate(caller, on.collection); refusal != nil {
			return refusal
		}
		return s.create(r, on, body)
	default:
		return wrongMethod(r.Method)
	}
}

func (s *Server) onObject(r *http.Request, on target, caller *user, body []byte) *reply {
	if !slices.Contains(strings.Split(s.objectMethods(on), ", "), r.Method) || r.Method == http.MethodOptions {
		return wrongMethod(r.Method)
	}
	if refusal := s.permitObject(caller, r.Method, on.collection); refusal != nil {
		return refusal
	}
	stored, wellFormed := s.addressed(on)
	switch {
	case !wellFormed:
		return detail(http.StatusNotFound, "Not found.")
	case stored == nil || !s.sees(caller, on.collection):
		return s.notFound(on.view)
	}
	if refusal := s.permitWrite(caller, r.Method, on.collection); refusal != nil {
		return refusal
	}
	switch r.Method {
	case http.MethodDelete:
		s.delete(stored)
		return &reply{status: http.StatusNoContent}
	case http.MethodPut, http.MethodPatch:
		return s.update(r, on, stored, body)
	default:
		return jsonReply(http.StatusOK, s.shape(on.view, stored, nil))
	}
}

// listMethods are the methods of a collection's URL. What no request can write cannot be created.
func (s *Server) listMethods(on target) string {
	if on.view.Request == nil {
		return readMethods
	}
	return listMethods
}

// objectMethods are the methods of an object's URL.
func (s *Server) objectMethods(on target) string {
	switch {
	case on.view.Request != nil:
		return objectMethods
	case s.model(on.collection).undeletable:
		return readMethods
	default:
		return deleteMethods
	}
}

func wrongMethod(method string) *reply {
	return detail(http.StatusMethodNotAllowed, `Method "`+method+`" not allowed.`)
}

// notFound answers for an object that does not exist; Django REST framework 3.16, which came
// with 2025.4, names the class.
func (s *Server) notFound(view contract.View) *reply {
	if s.since("2025.4.0") {
		return detail(http.StatusNotFound, "No "+view.Model+" matches the given query.")
	}
	return detail(http.StatusNotFound, "Not found.")
}

// version answers /admin/version/, which any authenticated user may read.
func (s *Server) version(r *http.Request, caller *user) *reply {
	if caller == nil {
		return detail(http.StatusForbidden, noCredentials)
	}
	if !reads(r.Method) {
		return wrongMethod(r.Method)
	}
	fields := map[string]any{
		"version_current": s.release,
		"version_latest":  s.release,
		"build_hash":      "",
		"outdated":        false,
	}
	if s.since("2024.4.0") {
		fields["version_latest_valid"] = true
	}
	if s.since("2024.8.0") {
		fields["outpost_outdated"] = false
	}
	return jsonReply(http.StatusOK, fields)
}
