package provider_test

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const stagePath = "/stages/authenticator/sms/"

func stageID(i int) string { return fmt.Sprintf("%08d-0000-4000-8000-000000000000", i) }

// world is a server with some stages, and a state that has them all.
type world struct {
	server *authentiktest.Server
	ahead  bool
	stages []*acctest.Managed
}

func newWorld(t *testing.T, ahead bool, stages int) *world {
	t.Helper()
	w := &world{server: authentiktest.New(t, authentiktest.WithSteadyAnswers()), ahead: ahead, stages: make([]*acctest.Managed, stages)}
	for i := range stages {
		w.server.Add(stagePath, map[string]any{"pk": stageID(i), "name": strconv.Itoa(i), "provider": "twilio", "from_number": "0", "account_sid": "AC1", "auth": "secret"})
	}
	w.begin(t)
	return w
}

// begin begins a run of Terraform, with a provider of its own.
func (w *world) begin(t *testing.T) {
	t.Helper()
	provider := acctest.NewProvider(t)
	if diagnostics := provider.Configure(map[string]any{"url": w.server.URL(), "token": w.server.Token(), "max_retries": 0, "read_ahead": w.ahead}); len(diagnostics) > 0 {
		t.Fatal(acctest.Describe(diagnostics))
	}
	for i, before := range w.stages {
		w.stages[i] = provider.Resource(t, stageType)
		if before == nil {
			if diagnostics := w.stages[i].Import(stageID(i)); len(diagnostics) > 0 {
				t.Fatal(acctest.Describe(diagnostics))
			}
		} else {
			w.stages[i].State = before.State
		}
	}
}

func (w *world) refresh() string {
	var told strings.Builder
	for _, stage := range w.stages {
		if stage.State != nil {
			told.WriteString(acctest.Describe(stage.Refresh()))
		}
	}
	return told.String()
}

// write changes a stage through the provider.
func (w *world) write(i int, number string) string {
	return acctest.Describe(w.stages[i].Apply(map[string]any{"name": strconv.Itoa(i), "sms_provider": "twilio", "from_number": number, "account_sid": "AC1", "auth_wo": "secret"}))
}

// reads counts the requests for one stage and those for the list.
func (w *world) reads() (retrieves, lists int) {
	for _, request := range w.server.Requests() {
		switch {
		case request.Query.Has("page"):
			lists++
		case request.Method == http.MethodGet && !strings.HasSuffix(request.Path, stagePath):
			retrieves++
		}
	}
	return retrieves, lists
}

// Runs of Terraform that refresh and change stages, and between the runs others do:
// the states are the same with read-ahead and without.
func TestStatesAreTheSameWithReadAhead(t *testing.T) {
	t.Parallel()
	const stages = 9
	ahead, plain := newWorld(t, true, stages), newWorld(t, false, stages)
	both := []*world{ahead, plain}
	number := 0
	rapid.Check(t, func(rt *rapid.T) {
		for range rapid.IntRange(1, 2).Draw(rt, "runs") {
			for range rapid.IntRange(0, 3).Draw(rt, "others") {
				number++
				i := rapid.IntRange(0, stages-1).Draw(rt, "stage")
				for _, world := range both {
					if err := world.server.Change(stagePath, stageID(i), map[string]any{"from_number": strconv.Itoa(number)}); err != nil {
						rt.Fatal(err)
					}
				}
			}
			for _, world := range both {
				world.begin(t)
			}
			for range rapid.IntRange(1, 2).Draw(rt, "steps") {
				if ahead.refresh() != plain.refresh() {
					rt.Fatal("the refreshes say different things")
				}
				number++
				i := rapid.IntRange(0, stages-1).Draw(rt, "write")
				if one, other := ahead.write(i, strconv.Itoa(number)), plain.write(i, strconv.Itoa(number)); one != other {
					rt.Fatalf("the writes say different things: %s %s", one, other)
				}
				if ahead.refresh() != plain.refresh() {
					rt.Fatal("the refreshes say different things")
				}
				for i := range stages {
					if !tftypes.NewValue(objectOf(ahead.stages[i].State), ahead.stages[i].State).Equal(tftypes.NewValue(objectOf(plain.stages[i].State), plain.stages[i].State)) {
						rt.Fatalf("the states of stage %d differ", i)
					}
				}
			}
		}
	})
	if retrieves, lists := ahead.reads(); lists == 0 {
		t.Errorf("nothing was listed, %d retrieves", retrieves)
	}
	if _, lists := plain.reads(); lists > 0 {
		t.Errorf("%d pages without read-ahead", lists)
	}
}

func objectOf(state map[string]tftypes.Value) tftypes.Object {
	types := map[string]tftypes.Type{}
	for name, value := range state {
		types[name] = value.Type()
	}
	return tftypes.Object{AttributeTypes: types}
}

// It is on unless it is turned off, for data sources as for resources.
func TestReadAheadIsOnUnlessItIsTurnedOff(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		configured   any
		most, listed int
	}{
		"left out": {nil, 10, 1},
		"true":     {true, 10, 1},
		"false":    {false, 40, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, false, 40)
			w.server.ResetRequests()
			provider := acctest.NewProvider(t)
			if diagnostics := provider.Configure(map[string]any{"url": w.server.URL(), "token": w.server.Token(), "read_ahead": test.configured}); len(diagnostics) > 0 {
				t.Fatal(acctest.Describe(diagnostics))
			}
			for i := range 40 {
				if _, diagnostics := provider.Read(stageType, map[string]any{"id": stageID(i)}); len(diagnostics) > 0 {
					t.Fatal(acctest.Describe(diagnostics))
				}
			}
			if retrieves, lists := w.reads(); retrieves > test.most || lists != test.listed {
				t.Errorf("%d retrieves, %d pages", retrieves, lists)
			}
		})
	}
}
