package client_test

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

func ids(count int) []string {
	list := make([]string, count)
	for i := range list {
		list[i] = key(i)
	}
	rand.New(rand.NewPCG(1, 2)).Shuffle(count, func(i, j int) { list[i], list[j] = list[j], list[i] }) //nolint:gosec // the same order in every run
	return list
}

// The requests for all objects of a collection, one after another and side by side:
// at most twice the best choice, which is to retrieve each or to list all.
func TestReadsCostAtMostTwiceTheBest(t *testing.T) {
	t.Parallel()
	for _, count := range []int{1, 4, 5, 6, 100, 101, 1000} {
		for _, readers := range []int{1, 10, 100} {
			t.Run(fmt.Sprintf("%d by %d", count, readers), func(t *testing.T) {
				t.Parallel()
				server := newFakeServer(count)
				api, _ := server.ahead(t)
				readAll(t, api, readers, ids(count))
				pages := (count + 99) / 100
				if best := min(count, cost*pages); server.units() > 2*best {
					t.Errorf("%d retrieves and %d pages, the best choice costs %d", server.retrieves, server.lists, best)
				}
				if count < cost && server.lists > 0 {
					t.Errorf("%d reads list %d pages", count, server.lists)
				}
				if server.lists > pages {
					t.Errorf("%d of %d pages", server.lists, pages)
				}
			})
		}
	}
}

// The same for any reads, in any order, also of what is not there, not listed, or
// read again: at most twice the reads; and at most twice the list, where all is in it.
func TestAnyReadsCostAtMostTwiceTheBest(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		size := rapid.IntRange(1, 400).Draw(rt, "size")
		server := newFakeServer(size)
		server.pageSize = rapid.IntRange(1, 100).Draw(rt, "page size")
		extent := size + rapid.SampledFrom([]int{0, 0, 50}).Draw(rt, "not there")
		reads := rapid.SliceOfN(rapid.IntRange(0, extent-1), 1, 300).Draw(rt, "reads")
		api, _ := server.ahead(t)
		for _, i := range reads {
			if got := version(t.Context(), t, api, key(i)); (got == 1) != (i < size) {
				rt.Fatalf("object %d has the version %d", i, got)
			}
		}
		pages := (size + server.pageSize - 1) / server.pageSize
		if server.units() > 2*len(reads) {
			rt.Fatalf("%d reads cost %d", len(reads), server.units())
		}
		if extent == size && server.units() > 2*cost*pages {
			rt.Fatalf("%d pages were to be had, and it cost %d", pages, server.units())
		}
	})
}

// Whatever happens in between, n reads cost at most 2n: time that passes, writes, pages
// that fail, objects that are not listed, however many readers there are.
func TestAnyReadsCostAtMostTwiceTheReads(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		size := rapid.IntRange(1, 300).Draw(rt, "size")
		server := newFakeServer(size)
		server.pageSize = rapid.IntRange(1, 100).Draw(rt, "page size")
		for i := range rapid.IntRange(0, size).Draw(rt, "hidden") {
			server.hidden[key(i)] = true
		}
		failing := 1
		server.intercept = func(w http.ResponseWriter, page int) bool {
			if fails := page%failing == 1; fails {
				w.WriteHeader(http.StatusBadGateway)
				return true
			}
			return false
		}
		api, clock := server.ahead(t)
		reads := 0
		rt.Repeat(map[string]func(*rapid.T){
			"": func(rt *rapid.T) {
				if server.units() > 2*reads {
					rt.Fatalf("%d reads cost %d", reads, server.units())
				}
			},
			"reads": func(*rapid.T) {
				chosen := rapid.SliceOfN(rapid.IntRange(0, size-1), 1, 60).Draw(rt, "reads")
				work := make([]string, len(chosen))
				for i, number := range chosen {
					work[i] = key(number)
				}
				reads += len(work)
				readAll(t, api, rapid.IntRange(1, 10).Draw(rt, "readers"), work)
			},
			"time": func(*rapid.T) {
				clock.advance(client.ListedLifetime * time.Duration(rapid.IntRange(1, 12).Draw(rt, "tenths")) / 10)
			},
			"write": func(*rapid.T) {
				if _, err := api.Update(t.Context(), smsPath, key(0), client.Write{Fields: map[string]any{"version": 1}}); err != nil {
					rt.Fatal(err)
				}
			},
			"fail": func(*rapid.T) { failing = rapid.IntRange(1, 3).Draw(rt, "failing") },
		})
	})
}

func TestAHandfulOfReadsStaysAHandful(t *testing.T) {
	t.Parallel()
	server := newFakeServer(20_000)
	api, _ := server.ahead(t)
	readAll(t, api, 1, ids(20_000)[:4])
	if server.retrieves != 4 || server.lists != 0 {
		t.Errorf("4 reads took %d retrieves and %d pages", server.retrieves, server.lists)
	}
	readAll(t, api, 1, ids(20_000)[4:12])
	if server.retrieves > 12 || server.lists > 2 {
		t.Errorf("12 reads took %d retrieves and %d pages", server.retrieves, server.lists)
	}
}

// Where Terraform is too slow for what is listed, it is soon listed no more.
func TestSlowReadsAreRetrieved(t *testing.T) {
	t.Parallel()
	server := newFakeServer(1000)
	api, clock := server.ahead(t)
	for _, id := range ids(1000) {
		if version(t.Context(), t, api, id) != 1 {
			t.Fatal("not read")
		}
		clock.advance(client.ListedLifetime / 5)
	}
	if server.units() > 1300 {
		t.Errorf("%d pages, %d retrieves", server.lists, server.retrieves)
	}
}
