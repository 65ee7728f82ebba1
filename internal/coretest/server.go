// Package coretest has what the tests of the core share: a small fake server that stores
// whatever it is sent, and fabricated kinds that no contract knows, so that a test shows
// every fact that it depends on.
//
// Tests whose subject is authentik's own behavior use internal/authentiktest.
package coretest

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// Object is an object as the server has it.
type Object = map[string]any

// Request is a request that the server got.
type Request struct {
	Method, Path, Query, Body string
}

// String is the request in one line, without its body.
func (r Request) String() string {
	if r.Query == "" {
		return r.Method + " " + r.Path
	}
	return r.Method + " " + r.Path + "?" + r.Query
}

// Server is a fake server with one collection. It stores what it is sent, without
// validation, and filters its list by any field that is equal.
type Server struct {
	// Path is the collection's path, Key the field with the primary key and Address the
	// field that stands in an object's URL.
	Path, Key, Address string
	// Release is what the server says of its version, empty for 403.
	Release string
	// Unfiltered are parameters of the list that the server ignores.
	Unfiltered []string
	// PageSize is the number of objects of a page.
	PageSize int
	// Intercept may respond in place of the server, which then says so by returning true.
	// The request was not carried out then.
	Intercept func(w http.ResponseWriter, r *http.Request, body string) bool
	// Written changes an object before it is stored by a create or an update.
	Written func(object Object)
	// Configure changes the configuration of the client that [Server.Connect] and [Server.Simulate] make.
	Configure func(*client.Config)
	// Hidden are fields that no response has.
	Hidden []string
	// Included are the parameters, by field, without which no response has the field.
	Included map[string]string

	mu       sync.Mutex
	objects  []Object
	requests []Request
	count    int
}

// New is a server for kinds whose API is that of [Thing].
func New() *Server {
	return &Server{Path: "/things/", Key: "pk", Address: "pk", PageSize: 100, Release: "2025.12.4"}
}

// Add adds an object.
func (s *Server) Add(object Object) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.objects = append(s.objects, object)
}

// Objects are the objects that the server has.
func (s *Server) Objects() []Object {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.objects)
}

// Remove removes all objects.
func (s *Server) Remove() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.objects = nil
}

// Requests are the requests so far, in the order of their arrival, and forgets them.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	got := s.requests
	s.requests = nil
	return got
}

// ServeHTTP responds to a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	path := strings.TrimPrefix(r.URL.Path, "/api/v3")
	s.mu.Lock()
	s.requests = append(s.requests, Request{r.Method, path, r.URL.RawQuery, string(body)})
	s.mu.Unlock()
	if s.Intercept != nil && s.Intercept(w, r, string(body)) {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case path == "/admin/version/" && s.Release == "":
		Respond(w, http.StatusForbidden, Object{"detail": "Forbidden."})
	case path == "/admin/version/":
		Respond(w, http.StatusOK, Object{"version_current": s.Release})
	case !strings.HasPrefix(path, s.Path):
		Respond(w, http.StatusNotFound, Object{"detail": "No such path."})
	case path == s.Path && r.Method == http.MethodGet:
		s.list(w, r)
	case path == s.Path:
		s.count++
		created := Object{s.Key: fmt.Sprintf("%08d-0000-4000-8000-000000000000", s.count)}
		s.write(w, r, http.StatusCreated, created, body)
		s.objects = append(s.objects, created)
	default:
		s.single(w, r, strings.TrimPrefix(path, s.Path), body)
	}
}

func (s *Server) single(w http.ResponseWriter, r *http.Request, path string, body []byte) {
	address, action, _ := strings.Cut(strings.Trim(path, "/"), "/")
	index := slices.IndexFunc(s.objects, func(object Object) bool { return text(object[s.Address]) == address })
	switch {
	case index < 0:
		Respond(w, http.StatusNotFound, Object{"detail": "Not found."})
	case action != "":
		w.WriteHeader(http.StatusNoContent)
	case r.Method == http.MethodDelete:
		s.objects = slices.Delete(s.objects, index, index+1)
		w.WriteHeader(http.StatusNoContent)
	case r.Method == http.MethodGet:
		Respond(w, http.StatusOK, s.shown(s.objects[index], r))
	default:
		s.write(w, r, http.StatusOK, s.objects[index], body)
	}
}

// write stores what a body has in the object.
func (s *Server) write(w http.ResponseWriter, r *http.Request, status int, object Object, body []byte) {
	var sent Object
	decoder := json.NewDecoder(strings.NewReader(string(body)))
	decoder.UseNumber()
	if err := decoder.Decode(&sent); err != nil {
		Respond(w, http.StatusBadRequest, Object{"detail": "Not JSON."})
		return
	}
	maps.Copy(object, sent)
	if s.Written != nil {
		s.Written(object)
	}
	Respond(w, status, s.shown(object, r))
}

// shown are the fields that the response to the request has.
func (s *Server) shown(object Object, r *http.Request) Object {
	shown := Object{}
	for key, value := range object {
		parameter, included := s.Included[key]
		if !slices.Contains(s.Hidden, key) && (!included || r.URL.Query().Get(parameter) == "true") {
			shown[key] = value
		}
	}
	return shown
}

func (s *Server) list(w http.ResponseWriter, r *http.Request) {
	matching := []Object{}
	for _, object := range s.objects {
		if s.matches(object, r) {
			matching = append(matching, s.shown(object, r))
		}
	}
	size := s.PageSize
	if asked, err := strconv.Atoi(r.URL.Query().Get("page_size")); err == nil {
		size = min(size, asked)
	}
	page := 1
	if asked, err := strconv.Atoi(r.URL.Query().Get("page")); err == nil {
		page = asked
	}
	first, last := min((page-1)*size, len(matching)), min(page*size, len(matching))
	next := 0
	if last < len(matching) {
		next = page + 1
	}
	Respond(w, http.StatusOK, Object{
		"pagination": Object{"next": next, "count": len(matching), "total_pages": (len(matching) + size - 1) / size},
		"results":    matching[first:last],
	})
}

func (s *Server) matches(object Object, r *http.Request) bool {
	ignored := slices.Concat([]string{"page", "page_size", "ordering"}, s.Unfiltered, slices.Collect(maps.Values(s.Included)))
	for name, values := range r.URL.Query() {
		switch {
		case slices.Contains(ignored, name):
		case name == "search":
			if !strings.Contains(text(object["name"]), values[0]) {
				return false
			}
		case text(object[name]) != values[0]:
			return false
		}
	}
	return true
}

func text(value any) string {
	if value == nil {
		return ""
	}
	return fmt.Sprint(value)
}

// Respond responds as authentik does, with the ID of the request.
func Respond(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("X-Authentik-Id", "4a2f")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) //nolint:errchkjson // the test would fail by what it gets
}
