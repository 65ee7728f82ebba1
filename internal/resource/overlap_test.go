package resource_test

import (
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Two writes to one object never overlap, because the server would lose one. Those to
// several objects do not wait for each other.
func TestWritesToOneObjectDoNotOverlap(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		objects int
		most    int32
		takes   time.Duration
	}{"one object": {1, 1, 8 * time.Second}, "eight objects": {8, 8, time.Second}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := simulate(t, coretest.Thing(mode))
				states := make([]value.Object, test.objects)
				for i := range states {
					states[i] = w.applied(values{"name": fmt.Sprint("thing ", i)}, nil)
				}
				var running, most atomic.Int32
				w.server.Intercept = func(_ http.ResponseWriter, r *http.Request, _ string) bool {
					if r.Method == http.MethodPatch || r.Method == http.MethodDelete {
						now := running.Add(1)
						for before := most.Load(); now > before && !most.CompareAndSwap(before, now); before = most.Load() {
						}
						time.Sleep(time.Second) // simulated
						running.Add(-1)
					}
					return false
				}
				started := time.Now()
				var group sync.WaitGroup
				for i := range 8 {
					state := states[i%test.objects]
					config := w.config(values{"name": value.String(state["name"]), "mode": fmt.Sprint("mode ", i)})
					group.Go(func() {
						if i == 7 {
							w.Delete(t.Context(), state)
							return
						}
						plan, _ := w.Plan(t.Context(), config, state)
						w.Update(t.Context(), resource.Change{Config: config, Plan: plan.State, State: state})
					})
				}
				group.Wait()
				if took := time.Since(started); most.Load() != test.most || took != test.takes {
					t.Errorf("%d writes at a time, in %s", most.Load(), took)
				}
			})
		})
	}
}
