package resource_test

import (
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// clock is a clock that only a test moves.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) advance(by time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(by)
}

// ahead lets the client use lists for more than they were requested for.
func ahead(time *clock) func(*coretest.Server) {
	return func(s *coretest.Server) {
		s.Configure = func(c *client.Config) { c.ReadAhead, c.Now = true, time.Now }
	}
}

// traffic counts the requests by what they are for.
func (w world) traffic() map[string]int {
	counted := map[string]int{}
	for _, request := range w.server.Requests() {
		switch {
		case strings.Contains(request.Path, "/version/"):
		case request.Method != http.MethodGet:
			counted[request.Method]++
		case strings.Contains(request.Query, "name="):
			counted["look-ups"]++
		default:
			counted["pages"]++
		}
	}
	return counted
}

func (w world) creates(from, to int) {
	w.Helper()
	for i := from; i < to; i++ {
		w.applied(values{"name": fmt.Sprint("thing ", i)}, nil)
	}
}

// Creates list the collection when they have asked as often as that costs.
func TestManyCreatesAskFewTimes(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		exist, creates int
		want           map[string]int
	}{
		"few":                {0, 5, map[string]int{"POST": 5, "look-ups": 5}},
		"many":               {0, 300, map[string]int{"POST": 300, "look-ups": 5, "pages": 1}},
		"beside a full page": {95, 50, map[string]int{"POST": 50, "look-ups": 5, "pages": 1}},
		// After the first page, which shows that there are more, as many as all pages cost.
		"beside two pages":  {96, 50, map[string]int{"POST": 50, "look-ups": 16, "pages": 3}},
		"beside four pages": {301, 60, map[string]int{"POST": 60, "look-ups": 26, "pages": 5}},
	} {
		w := manage(t, coretest.Thing(), ahead(newClock()))
		for i := range test.exist {
			w.server.Add(coretest.Object{"pk": fmt.Sprintf("%08d-0000-4000-9000-000000000000", i), "name": fmt.Sprint("old ", i)})
		}
		w.creates(0, test.creates)
		if got := w.traffic(); !maps.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

func TestCreatesWithoutReadAheadAsk(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing())
	w.creates(0, 20)
	if got, want := w.traffic(), map[string]int{"POST": 20, "look-ups": 20}; !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// What a list says is true for a minute, and until something is changed or deleted.
func TestWhatIsListedForCreatesExpires(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(w world, time *clock, last value.Object){
		"too old": func(_ world, time *clock, _ value.Object) { time.advance(client.ListedLifetime) },
		"update":  func(w world, _ *clock, last value.Object) { w.applied(values{"name": "renamed"}, last) },
		"delete":  func(w world, _ *clock, last value.Object) { w.Delete(w.Context(), last) },
	} {
		time := newClock()
		w := manage(t, coretest.Thing(), ahead(time))
		w.creates(0, 10)
		last := w.applied(values{"name": "last"}, nil)
		end(w, time, last)
		w.traffic()
		w.creates(10, 13)
		if got, want := w.traffic(), map[string]int{"POST": 3, "look-ups": 3}; !maps.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

// A list that cannot be read is requested once; then each create asks.
func TestCreatesWhoseListCannotBeRead(t *testing.T) {
	t.Parallel()
	pages := func(answer func(http.ResponseWriter)) func(*coretest.Server) {
		return func(s *coretest.Server) {
			s.Intercept = func(w http.ResponseWriter, r *http.Request, _ string) bool {
				if r.Method != http.MethodGet || r.URL.Query().Has("name") {
					return false
				}
				answer(w)
				return true
			}
		}
	}
	for name, prepare := range map[string]func(*coretest.Server){
		"refused": pages(func(w http.ResponseWriter) {
			coretest.Respond(w, http.StatusForbidden, coretest.Object{"detail": "No."})
		}),
		"unreadable": pages(func(w http.ResponseWriter) {
			coretest.Respond(w, http.StatusOK, coretest.Object{"pagination": coretest.Object{}, "results": []coretest.Object{{"pk": 1, "name": []string{}}}})
		}),
	} {
		w := manage(t, coretest.Thing(), ahead(newClock()), prepare)
		w.creates(0, 20)
		if got, want := w.traffic(), map[string]int{"POST": 20, "look-ups": 20, "pages": 1}; !maps.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

// With fewer terms than the look-up has, other objects match than those with the same
// terms, so these creates ask.
func TestCreatesThatNameLessThanTheLookUpAsk(t *testing.T) {
	t.Parallel()
	k := coretest.Thing(kind.Field{Name: "realm", Type: kind.String, Nullable: true, NoDefault: true})
	k.Lookups = []kind.Lookup{{Fields: []string{"name"}, Narrower: "realm"}}
	w := manage(t, k, ahead(newClock()))
	w.creates(0, 20)
	if got, want := w.traffic(), map[string]int{"POST": 20, "look-ups": 20}; !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// The safety against answers that get lost is the same with what was listed: objects of
// before, and those that this provider created, are not taken for what was created.
func TestCreatesWhoseAnswersAreLostAfterAList(t *testing.T) {
	t.Parallel()
	own := coretest.Object{"pk": coretest.FirstID, "name": "a", "mode": "strict"}
	for name, test := range map[string]struct {
		before  []coretest.Object // the list
		apply   []string          // names that are created before
		created []coretest.Object // what appears although the answer is lost
		words   string
	}{
		"it arrived":       {nil, nil, []coretest.Object{own}, ""},
		"it was listed":    {[]coretest.Object{own}, nil, nil, "was there before, so it is left alone"},
		"it was created":   {nil, []string{"a"}, nil, "was there before, so it is left alone"},
		"listed and a new": {[]coretest.Object{{"pk": coretest.SecondID, "name": "a", "mode": "strict"}}, nil, []coretest.Object{own}, ""},
	} {
		w := manage(t, coretest.Thing(mode), ahead(newClock()))
		for _, object := range test.before {
			w.server.Add(object)
		}
		w.creates(0, 6)
		for _, name := range test.apply {
			w.applied(values{"name": name}, nil)
		}
		if got := w.traffic(); got["pages"] != 1 {
			t.Errorf("%s: %v", name, got)
		}
		lose(test.created...)(w.server)
		result, diagnostics := w.apply(values{"name": "a"}, nil)
		if test.words != "" {
			wantError(t, diagnostics, test.words)
			continue
		}
		if diagnostics.HasError() {
			t.Errorf("%s: %s", name, messages(diagnostics))
			continue
		}
		expect(t, name, result.State, map[string]string{"id": `"` + coretest.FirstID + `"`})
	}
}

func TestManyCreatesAtTheSameTime(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing(), ahead(newClock()))
	const at, each = 10, 10
	var group sync.WaitGroup
	for worker := range at {
		group.Go(func() {
			for i := range each {
				config := w.config(values{"name": fmt.Sprint(worker, " ", i)})
				plan, _ := w.Plan(w.Context(), config, nil)
				if _, diagnostics := w.Create(w.Context(), resource.Change{Config: config, Plan: plan.State}); diagnostics.HasError() {
					t.Error(messages(diagnostics))
				}
			}
		})
	}
	group.Wait()
	// How many ask while the list is on its way depends on how long it takes.
	if got := w.traffic(); got["POST"] != at*each || got["pages"] != 1 {
		t.Errorf("%v", got)
	}
	w.creates(0, 3)
	if got, want := w.traffic(), map[string]int{"POST": 3}; !maps.Equal(got, want) {
		t.Errorf("after that %v, want %v", got, want)
	}
}

// Any sequence of creates, whose answers may be lost, of updates and deletions has the
// same results with lists and without, and the creates cost at most twice what they would
// if each asked.
func TestCreatesAreTheSameWithLists(t *testing.T) {
	t.Parallel()
	type action struct {
		Do, Name, To string
		Lost         bool // the answer to the create, which arrived
	}
	names := rapid.SampledFrom([]string{"a", "b", "c", "d", "e", "f"})
	actions := rapid.SliceOfN(rapid.Custom(func(rt *rapid.T) action {
		return action{
			Do:   rapid.SampledFrom([]string{"create", "create", "create", "create", "create", "create", "update", "delete"}).Draw(rt, "do"),
			Name: names.Draw(rt, "name"), To: names.Draw(rt, "to"), Lost: rapid.IntRange(0, 2).Draw(rt, "lost") == 0,
		}
	}), 1, 40)
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+`)
	run := func(all []action, prepare ...func(*coretest.Server)) (outcome []string, traffic map[string]int) {
		lost, arrived := false, 0
		w := manage(t, coretest.Thing(mode), append(prepare, func(s *coretest.Server) {
			s.Path = "/things/"
			s.Intercept = func(w http.ResponseWriter, r *http.Request, body string) bool {
				if r.Method != http.MethodPost || !lost {
					return false
				}
				lost = false
				arrived++
				s.Add(coretest.Object{"pk": fmt.Sprintf("%08d-0000-4000-a000-000000000000", arrived), "name": strings.Split(body, `"`)[7], "mode": "strict"})
				w.WriteHeader(http.StatusBadGateway)
				return true
			}
		})...)
		states := map[string]value.Object{}
		for _, one := range all {
			state := states[one.Name]
			text := one.Do + " " + one.Name + ": "
			switch {
			case one.Do == "create":
				lost = one.Lost
				result, diagnostics := w.apply(values{"name": one.Name}, nil)
				lost = false
				text += coretest.Show(result.State["id"]) + address.ReplaceAllString(messages(diagnostics), "")
				if result.State != nil {
					states[one.Name] = result.State
				}
			case state == nil:
			case one.Do == "update":
				states[one.To] = w.applied(values{"name": one.To}, state)
				delete(states, one.Name)
			default:
				w.Delete(w.Context(), state)
				delete(states, one.Name)
			}
			outcome = append(outcome, text)
		}
		return outcome, w.traffic()
	}
	rapid.Check(t, func(rt *rapid.T) {
		all := actions.Draw(rt, "actions")
		asking, each := run(all)
		listing, fewer := run(all, ahead(newClock()))
		if !slices.Equal(asking, listing) {
			rt.Fatalf("%s\n\nwith lists:\n%s", strings.Join(asking, "\n"), strings.Join(listing, "\n"))
		}
		if fewer["look-ups"]+5*fewer["pages"] > 2*each["look-ups"] {
			rt.Fatalf("%v with lists, %v without", fewer, each)
		}
	})
}
