package client_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

func listPage(w io.Writer, next, count int, keys ...int) {
	results := make([]string, 0, len(keys))
	for _, key := range keys {
		results = append(results, fmt.Sprintf(`{"pk":%d}`, key))
	}
	_, _ = fmt.Fprintf(w, `{"pagination":{"next":%d,"count":%d},"results":[%s]}`, next, count, strings.Join(results, ","))
}

// collect reads the list and gives the keys.
func collect(ctx context.Context, api *client.Client) (keys []string, failure error) {
	for object, err := range api.List(ctx, sms, nil, 0) {
		if err != nil {
			return keys, err
		}
		keys = append(keys, string(object["pk"]))
	}
	return keys, nil
}

// Lists that lie are an error, however they do it, and end after a few requests.
func TestListsThatLie(t *testing.T) {
	t.Parallel()
	for name, answer := range map[string]func(w io.Writer, page int){
		"counts more":    func(w io.Writer, _ int) { listPage(w, 0, 3, 1, 2) },
		"counts fewer":   func(w io.Writer, _ int) { listPage(w, 0, 1, 1, 2) },
		"never ends":     func(w io.Writer, page int) { listPage(w, page+1, 3, page) },
		"empty for ever": func(w io.Writer, page int) { listPage(w, page+1, 3) },
		"the same again": func(w io.Writer, page int) { listPage(w, page+1, 9, 1, 2) },
		"back to one":    func(w io.Writer, page int) { listPage(w, 3-page, 4, page) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var requests atomic.Int32
			api := serve(t, func(w http.ResponseWriter, r *http.Request) {
				requests.Add(1)
				page, _ := strconv.Atoi(r.URL.Query().Get("page"))
				answer(w, page)
			})
			keys, err := collect(t.Context(), api)
			failure(t, err, client.KindShape)
			if len(keys) != 0 || requests.Load() > 12 {
				t.Errorf("%d objects before the error, %d requests", len(keys), requests.Load())
			}
		})
	}
}

// A list that changes once while it is read is read again.
func TestListsThatChangeAreReadAgain(t *testing.T) {
	t.Parallel()
	for name, first := range map[string]func(w http.ResponseWriter, page int){
		"shrinks": func(w http.ResponseWriter, page int) {
			listPage(w, []int{0, 2, 0}[page], []int{0, 4, 3}[page], [][]int{nil, {1, 2}, {4}}[page]...)
		},
		"repeats": func(w http.ResponseWriter, page int) {
			listPage(w, []int{0, 2, 0}[page], 4, [][]int{nil, {1, 2}, {2, 3}}[page]...)
		},
		"loses page": func(w http.ResponseWriter, page int) {
			if page == 2 {
				w.WriteHeader(http.StatusNotFound)
				_, _ = io.WriteString(w, `{"detail":"Invalid page."}`)
				return
			}
			listPage(w, 2, 4, 1, 2)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var requests atomic.Int32
			api := serve(t, func(w http.ResponseWriter, r *http.Request) {
				page, _ := strconv.Atoi(r.URL.Query().Get("page"))
				if requests.Add(1) <= 2 {
					first(w, page)
					return
				}
				listPage(w, []int{0, 2, 0}[page], 3, [][]int{nil, {1, 2}, {3}}[page]...)
			})
			keys, err := collect(t.Context(), api)
			want := "[1 2 3]"
			if name == "shrinks" {
				want = "[1 2 4]" // consistent by itself: the last page counts what was read
			}
			if err != nil || fmt.Sprint(keys) != want {
				t.Errorf("got %v, %v, want %s", keys, err, want)
			}
		})
	}
}

// A list whose pages overlap for want of an order is read in one large page, where the
// server returns one.
func TestListsWithoutAnOrder(t *testing.T) {
	t.Parallel()
	api := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if size, _ := strconv.Atoi(r.URL.Query().Get("page_size")); size > 100 {
			listPage(w, 0, 3, 1, 2, 3)
			return
		}
		page, _ := strconv.Atoi(r.URL.Query().Get("page"))
		listPage(w, []int{0, 2, 0}[page], 3, [][]int{nil, {1, 2}, {2}}[page]...)
	})
	if keys, err := collect(t.Context(), api); err != nil || fmt.Sprint(keys) != "[1 2 3]" {
		t.Errorf("got %v, %v", keys, err)
	}
}

// A small body that unpacks to gigabytes is not unpacked to the end.
func TestGzipBomb(t *testing.T) {
	t.Parallel()
	var bomb bytes.Buffer
	packer := gzip.NewWriter(&bomb)
	if _, err := io.Copy(packer, io.LimitReader(endless{}, 64<<20)); err != nil {
		t.Fatal(err)
	}
	if err := packer.Close(); err != nil {
		t.Fatal(err)
	}
	api := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(bomb.Bytes())
	})
	_, err := api.Read(t.Context(), sms, smsID)
	failure(t, err, client.KindTooLarge)
}

func TestDamagedAnswers(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"half a character": "{\"name\":\"marked\xe4\"}",
		"latin-1 key":      "{\"n\xe4me\":\"marked\"}",
	} {
		_, err := serve(t, answer(http.StatusOK, "application/json", body)).Read(t.Context(), sms, smsID)
		failed := failure(t, err, client.KindNotJSON)
		if !strings.Contains(failed.Error(), "UTF-8") || strings.Contains(failed.Error(), "marked") {
			t.Errorf("%s: %v", name, failed)
		}
	}
	api := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "8")
		_, _ = io.WriteString(w, `{"pk":"x"}`)
	})
	_, err := api.Read(t.Context(), sms, smsID)
	failure(t, err, client.KindTruncated)
}

// Of a key that comes twice the last one counts.
func TestDuplicateKeys(t *testing.T) {
	t.Parallel()
	object, err := serve(t, answer(http.StatusOK, "application/json", `{"name":1,"name":2}`)).Read(t.Context(), sms, smsID)
	if err != nil || string(object["name"]) != "2" {
		t.Errorf("got %s, %v", object["name"], err)
	}
}

// While it waits, the log says so once, and nothing secret.
func TestWaitingIsLoggedOnce(t *testing.T) {
	t.Parallel()
	ctx, log := logged(t)
	api := serve(t, answer(http.StatusServiceUnavailable, "application/json", `{"error":"authentik starting"}`), func(c *client.Config) { c.MaxRetries = 3 })
	_, err := api.Page(ctx, sms, url.Values{"name": {markedBody}})
	failure(t, err, client.KindStatus)
	if count := strings.Count(log.String(), "retrying"); count != 1 || strings.Contains(log.String(), "marked") {
		t.Errorf("%d lines: %s", count, log)
	}
}
