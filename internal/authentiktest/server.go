// Package authentiktest is a stand-in for authentik: an HTTP server that runs inside a test (or
// a small program) and answers as a chosen release of the real server does.
//
// What an answer looks like comes from the contract table (package contract); how the server
// behaves, from recordings of real servers of the releases 2023.10.7, 2025.12.4 and 2026.5.0-rc1,
// which tests replay against the stand-in, and from authentik's source for the other releases. It
// knows every collection of the table: list, retrieve, create, update and delete, the relations
// between objects, and the endpoints beside and below collections that resources and data sources
// need. It keeps everything in memory, and starts with what a fresh authentik has besides the flows
// and stages of its blueprints (see [WithDefaults]).
//
// What the table does not say stands in the files models_*.go, family by family: constants,
// defaults, references, what is computed from other objects; rules are in rules_*.go, endpoints in
// actions_*.go. A collection without facts works too, by the contract alone.
package authentiktest

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// Server is the stand-in. It is safe for concurrent use.
type Server struct {
	path   string // sub-path without the slash at its end, "" for none
	steady bool
	token  string
	// withDefaults asks for the objects of a fresh instance, once all options are known.
	withDefaults bool
	permitted    bool // the permissions are there
	listener     net.Listener
	server       *http.Server
	served       chan struct{}

	mu         sync.Mutex
	release    string          // as the server reports it
	view       string          // the release of the contract table that speaks for it
	reached    map[string]bool // releases that were asked for: whether the server's is that or a later one
	starting   bool
	offline    bool // nothing can be fetched
	unlicensed bool
	users      map[string]user // by token
	*table
	requests []Request
	faults   []*fault
	// usablePages are the lists of applications that were put together for somebody.
	usablePages map[usablePage]keptPage
	reads       map[string]int // answers per object, for what differs from read to read
}

// Option changes how a server is started.
type Option func(*Server) error

// WithRelease makes the server answer as this release. Any version is possible, also one that is
// not in the contract table, such as "2026.11.0-rc1": its fields are those of the nearest release
// of the table. Default: the newest release of the table. Error: no version number.
func WithRelease(release string) Option {
	return func(s *Server) error { return s.SetRelease(release) }
}

// WithPath serves everything below a sub-path such as "/auth/", as AUTHENTIK_WEB__PATH does
// (real servers can from 2024.12 on).
func WithPath(path string) Option {
	return func(s *Server) error {
		if trimmed := strings.Trim(path, "/"); trimmed != "" {
			s.path = "/" + trimmed
		}
		return nil
	}
}

// WithSteadyAnswers makes two reads of an unchanged object equal. Without it two things differ
// from read to read, as they do on real servers over minutes: the order of flow_set, and the
// token in the background_url of an uploaded file.
func WithSteadyAnswers() Option {
	return func(s *Server) error {
		s.steady = true
		return nil
	}
}

// WithoutNetwork lets the server reach nothing, so that it refuses OAuth sources for which it has
// to fetch something.
func WithoutNetwork() Option {
	return func(s *Server) error {
		s.offline = true
		return nil
	}
}

// WithoutEnterprise takes the licence away that the server has otherwise: what needs one can then
// be read and deleted, but neither created nor changed.
func WithoutEnterprise() Option {
	return func(s *Server) error {
		s.unlicensed = true
		return nil
	}
}

// New starts a server for a test, which ends with the test. What goes wrong fails the test.
func New(tb testing.TB, options ...Option) *Server {
	tb.Helper()
	server, err := Start(options...)
	if err != nil {
		tb.Fatalf("The stand-in for authentik does not start: %v", err)
	}
	tb.Cleanup(server.Close)
	return server
}

// Start starts a server on a free port of 127.0.0.1; the caller must close it.
func Start(options ...Option) (*Server, error) {
	s := &Server{
		token:       randomToken(),
		users:       make(map[string]user),
		table:       newTable(),
		reads:       make(map[string]int),
		usablePages: make(map[usablePage]keptPage),
		served:      make(chan struct{}),
	}
	if err := s.SetRelease(contract.Newest()); err != nil {
		return nil, fmt.Errorf("the contract table is not readable: %w", err)
	}
	for _, option := range options {
		if err := option(s); err != nil {
			return nil, err
		}
	}
	s.addInstallation()
	if s.withDefaults {
		s.addDefaults()
	}
	listener, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s.listener = listener
	s.server = &http.Server{Handler: s, ReadHeaderTimeout: 30 * time.Second}
	go func() {
		defer close(s.served)
		// Serve always ends with an error; the one that Close causes is expected, and any other
		// shows itself to the clients.
		_ = s.server.Serve(listener)
	}()
	return s, nil
}

// Close ends the server and its connections.
func (s *Server) Close() {
	_ = s.server.Close() // nothing can be done about a listener that does not close
	<-s.served
}

// URL is the address to configure, without a slash at its end: "http://127.0.0.1:34567", or
// "http://127.0.0.1:34567/auth" with a sub-path.
func (s *Server) URL() string {
	return "http://" + s.listener.Addr().String() + s.path
}

// Token is the API token of a superuser. It is random for every server.
func (s *Server) Token() string { return s.token }

// SetRelease makes the server answer as another release from now on, as after an upgrade; the
// objects stay. See [WithRelease] for what is possible.
func (s *Server) SetRelease(release string) error {
	view, ok := contract.Nearest(release)
	if !ok {
		return fmt.Errorf("%q is not a release such as 2025.12.4", release)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.release, s.view, s.reached = release, view, make(map[string]bool)
	return nil
}

// Release is the release that the server reports.
func (s *Server) Release() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.release
}

// SetStarting makes the server answer as authentik's router does while the server behind it
// starts or migrates: 502, from 2025.10 on 503 with Retry-After.
func (s *Server) SetStarting(starting bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.starting = starting
}

// String names the address and the release, never the token.
func (s *Server) String() string {
	return fmt.Sprintf("stand-in for authentik %s at %s", s.Release(), s.URL())
}

// GoString is String, so that %#v does not show the tokens either.
func (s *Server) GoString() string { return s.String() }

// since tells whether the server is of this release or a later one. The caller holds the lock.
func (s *Server) since(release string) bool {
	if release == "" {
		return true
	}
	reached, known := s.reached[release]
	if !known {
		reached = contract.Compare(s.release, release) >= 0
		s.reached[release] = reached
	}
	return reached
}

// randomToken makes a token of the length that authentik's own have.
func randomToken() string {
	return (rand.Text() + rand.Text() + rand.Text())[:60]
}

// errNotFound is the cause when an object does not exist; see Change and Remove.
var errNotFound = errors.New("no such object")
