package authentiktest

import (
	"net/http"
	"slices"
	"strings"
	"sync"
)

// endpoint is an address beside the collections, or below an object.
type endpoint struct {
	methods string // as the header Allow lists them
	since   string // the first release that has it; "": all
	before  string // the first release without it; "": none
	// under is the collection of the object that the endpoint is below, "" for that of the path.
	under string
	// open: no credentials are needed.
	open bool
	// answers takes a request with a method that is allowed.
	answers func(*Server, *call) *reply
}

// in tells whether the server's release has the endpoint.
func (e endpoint) in(s *Server) bool {
	return s.since(e.since) && (e.before == "" || !s.since(e.before))
}

// call is a request to an endpoint.
type call struct {
	*http.Request
	on     target
	caller *user
	of     *row // the object that the endpoint is below, nil for none
	body   []byte
}

// Methods of endpoints.
const (
	readMethods  = "GET, HEAD, OPTIONS"
	postMethods  = "POST, OPTIONS"
	patchMethods = "PATCH, OPTIONS"
)

// addresses are all endpoints, which servers share. They are put together at the first request:
// the functions in them lead back here.
var addresses struct {
	once      sync.Once
	endpoints map[string]endpoint
	actions   map[string]map[string]endpoint
}

func putTogether() {
	addresses.endpoints = merged(systemEndpoints(), coreEndpoints(), rbacEndpoints(), listEndpoints())
	addresses.actions = merged(coreActions(), providerActions(), rbacActions(), outpostActions(), blueprintActions())
}

// endpoints gives the addresses beside the collections by path.
func endpoints() map[string]endpoint {
	addresses.once.Do(putTogether)
	return addresses.endpoints
}

// actions gives the addresses below objects by collection and name.
func actions() map[string]map[string]endpoint {
	addresses.once.Do(putTogether)
	return addresses.actions
}

// actionOf finds an address below the objects of a collection.
func (s *Server) actionOf(collection, name string) (endpoint, bool) {
	found, ok := actions()[collection][name]
	if !ok && name == "used_by" {
		found, ok = endpoint{methods: readMethods, answers: usedBy}, true
	}
	return found, ok && found.in(s)
}

// onAction answers a request to an endpoint.
func (s *Server) onAction(r *http.Request, on target, caller *user, body []byte) *reply {
	asked := &call{Request: r, on: on, caller: caller, body: body}
	if caller == nil && !on.action.open {
		return detail(http.StatusForbidden, noCredentials)
	}
	if !slices.Contains(strings.Split(on.action.methods, ", "), r.Method) || r.Method == http.MethodOptions {
		return wrongMethod(r.Method)
	}
	if on.id == "" {
		return on.action.answers(s, asked)
	}
	if caller != nil && !caller.may("view", on.collection) {
		return detail(http.StatusForbidden, noPermission)
	}
	if on.action.under != "" {
		on = routesOf(s.release, s.view)[on.action.under]
		on.id = asked.on.id
	}
	found, wellFormed := s.addressed(on)
	switch {
	case !wellFormed:
		return detail(http.StatusNotFound, "Not found.")
	case found == nil:
		return s.notFound(on)
	}
	asked.of = found
	return asked.on.action.answers(s, asked)
}

// empty is the answer to an order that was carried out.
func empty() *reply { return &reply{status: http.StatusNoContent} }

// read reads the JSON object of an order and checks that it has a field that is not blank; the
// refusal is nil when all is well.
func (c *call) read(s *Server, required string) (map[string]any, *reply) {
	sent, refusal := s.readBody(c.Request, c.body)
	if refusal != nil {
		return nil, refusal
	}
	var message string
	value, given := sent[required]
	switch text, isText := value.(string); {
	case required == "":
	case !given:
		message = isRequired
	case value == nil:
		message = isNull
	case isText && strip(text) == "":
		message = isBlank
	}
	if message != "" {
		return nil, jsonReply(http.StatusBadRequest, failures{required: []string{message}})
	}
	return sent, nil
}
