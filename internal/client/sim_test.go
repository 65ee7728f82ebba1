package client_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

func TestSim(t *testing.T) {
	if os.Getenv("SIM") == "" {
		t.Skip()
	}
	for _, serial := range []bool{true, false} {
		for _, n := range []int{100, 300, 1000, 5000} {
			for _, gap := range []time.Duration{0, 15 * time.Millisecond, 30 * time.Millisecond} {
				synctest.Test(t, func(t *testing.T) {
					server := newFakeServer(n)
					turn := make(chan struct{}, 1)
					api := simulated(t, func(r *http.Request) (*http.Response, error) {
						cost := 25 * time.Millisecond
						if r.URL.Query().Has("page") {
							cost = 110 * time.Millisecond
						}
						if serial {
							turn <- struct{}{}
						}
						time.Sleep(cost)
						if serial {
							<-turn
						}
						w := httptest.NewRecorder()
						server.ServeHTTP(w, r)
						return w.Result(), nil
					}, func(c *client.Config) { c.ReadAhead = true })
					start := time.Now()
					work := make(chan string)
					var group sync.WaitGroup
					for range 10 {
						group.Go(func() {
							for id := range work {
								version(t.Context(), t, api, id)
							}
						})
					}
					for _, id := range ids(n) {
						work <- id
						if gap > 0 {
							time.Sleep(gap)
						}
					}
					close(work)
					group.Wait()
					fmt.Println("serial", serial, "n", n, "gap", gap, "pages", server.lists, "retrieves", server.retrieves, "units", server.units(), "took", time.Since(start))
				})
			}
		}
	}
}
