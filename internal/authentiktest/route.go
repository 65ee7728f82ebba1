package authentiktest

import (
	"cmp"
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
	if strings.HasPrefix(below, "/rbac/") {
		s.permit()
	}
	found := s.lead(below)
	found.query = r.URL.Query()
	switch found.kind {
	case root:
		if !reads(r.Method) {
			return emptyRefusal()
		}
		return page(http.StatusOK, "API Browser - authentik")
	case action:
		return s.guarded(r, found.action.methods, func(caller *user) *reply { return s.onAction(r, found, caller, body) })
	case list:
		return s.guarded(r, listMethods(found.view), func(caller *user) *reply { return s.onList(r, found, caller, body) })
	case object, single:
		return s.guarded(r, objectMethods(found.view), func(caller *user) *reply { return s.onObject(r, found, caller, body) })
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
		return s.list(on, caller)
	case http.MethodPost:
		if !on.view.Can(contract.Create) {
			return wrongMethod(r.Method)
		}
		if refusal := s.permitCreate(caller, on.collection); refusal != nil {
			return refusal
		}
		return s.create(r, on, caller, body)
	default:
		return wrongMethod(r.Method)
	}
}

func (s *Server) onObject(r *http.Request, on target, caller *user, body []byte) *reply {
	if !slices.Contains(strings.Split(objectMethods(on.view), ", "), r.Method) || r.Method == http.MethodOptions {
		return wrongMethod(r.Method)
	}
	if refusal := s.permitObject(caller, r.Method, on.collection); refusal != nil {
		return refusal
	}
	stored, wellFormed := s.single(on), true
	if on.kind == object {
		stored, wellFormed = s.addressed(on)
	}
	switch {
	case !wellFormed:
		return detail(http.StatusNotFound, "Not found.")
	case stored == nil || !s.sees(caller, on.collection):
		return s.notFound(on)
	}
	if refusal := s.permitWrite(caller, r.Method, on.collection); refusal != nil {
		return refusal
	}
	switch r.Method {
	case http.MethodDelete:
		if protects := s.model(stored.path).protected; protects != nil {
			if refusal := protects(s, stored); refusal != nil {
				return refusal
			}
		}
		s.delete(stored)
		return &reply{status: http.StatusNoContent}
	case http.MethodPut, http.MethodPatch:
		return s.update(r, on, stored, caller, body)
	default:
		answer := s.shape(on, stored, nil)
		if !s.writable(answer) {
			return s.serverError(r.Method)
		}
		return jsonReply(http.StatusOK, answer)
	}
}

// allowed lists the methods of a URL as the header Allow does.
func allowed(view contract.View, on ...contract.Method) string {
	names := map[contract.Method]string{
		contract.List: "GET", contract.Create: "POST", contract.Retrieve: "GET", contract.Replace: "PUT", contract.Update: "PATCH", contract.Delete: "DELETE",
	}
	var methods []string
	for _, method := range on {
		if view.Can(method) {
			methods = append(methods, names[method])
		}
	}
	return strings.Join(append(methods, "HEAD", "OPTIONS"), ", ")
}

// listMethods are the methods of a collection's URL.
func listMethods(view contract.View) string {
	if view.Key == "" { // what a query names is deleted there
		return allowed(view, contract.List, contract.Create, contract.Delete)
	}
	return allowed(view, contract.List, contract.Create)
}

// objectMethods are the methods of an object's URL.
func objectMethods(view contract.View) string {
	return allowed(view, contract.Retrieve, contract.Replace, contract.Update, contract.Delete)
}

// single is the only object of a collection, which always exists; nil for a collection of many.
func (s *Server) single(on target) *row {
	if on.kind != single {
		return nil
	}
	if found := s.all(on.collection); len(found) > 0 {
		return found[0]
	}
	s.add(on.collection, nil)
	return s.all(on.collection)[0]
}

func wrongMethod(method string) *reply {
	return detail(http.StatusMethodNotAllowed, `Method "`+method+`" not allowed.`)
}

// notFound answers for an object that does not exist; Django REST framework 3.16, which came
// with 2025.4, names the class.
func (s *Server) notFound(on target) *reply {
	if s.since("2025.4.0") {
		return detail(http.StatusNotFound, "No "+cmp.Or(s.model(on.collection).class, on.view.Model)+" matches the given query.")
	}
	return detail(http.StatusNotFound, "Not found.")
}
