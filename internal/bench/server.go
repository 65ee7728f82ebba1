package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const (
	release   = "2025.12.4"
	stagePath = "/stages/authenticator/sms/"
	pageSize  = 100
)

// model is what requests cost, which the stand-in makes up for by waiting.
type model struct {
	Name string
	// AtOnce is how many requests are worked on at the same time, 0 for all.
	AtOnce int
	// Retrieve, Page and Listed are the time for one object, for a page of a list,
	// and for each object on it.
	Retrieve, Page, Listed time.Duration
}

// instant is the model in which nothing costs anything, so that the rest is measured.
const instant = "instant"

// models are those of the benchmark. That of a server is measured: on two cores a
// retrieve took 20 ms (2023.10.7) and 27 ms (2025.12.4), a page of 100 objects 88 ms
// and 123 ms, and ten connections got 54 and 36 retrieves a second, which is what one
// gets: requests only waited for each other.
var models = []model{
	{Name: "server", AtOnce: 1, Retrieve: 25 * time.Millisecond, Page: 10 * time.Millisecond, Listed: time.Millisecond},
	{Name: "latency", Retrieve: 25 * time.Millisecond, Page: 25 * time.Millisecond},
	{Name: instant},
}

// page is the time for a page with so many objects.
func (m model) page(objects int) time.Duration {
	return m.Page + time.Duration(objects)*m.Listed
}

func modelNamed(name string) model {
	for _, model := range models {
		if model.Name == name {
			return model
		}
	}
	return model{Name: name}
}

// traffic is what the server saw.
type traffic struct {
	Requests, Pages, Connections, Bytes int64
	// Busy is how long the model worked, over all that it works on at once.
	Busy time.Duration
	// Late counts the answers that took the stand-in longer than the model allows.
	Late int64
}

// costly is the stand-in behind a cost model.
type costly struct {
	standIn *authentiktest.Server
	model   model
	slots   chan struct{}

	requests, pages, connections, bytes, busy, late atomic.Int64
}

// serve runs the stand-in with so many stages until its standard input ends. It
// writes where it is, and answers GET /traffic with what it saw since the last one.
func serve(name string, objects int) error {
	standIn, err := authentiktest.Start(authentiktest.WithRelease(release), authentiktest.WithSteadyAnswers())
	if err != nil {
		return err
	}
	defer standIn.Close()
	for i := range objects {
		standIn.Add(stagePath, stage(i))
	}
	server := &costly{standIn: standIn, model: modelNamed(name)}
	server.slots = make(chan struct{}, max(1, server.model.AtOnce))
	listener, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	running := &http.Server{Handler: server, ReadHeaderTimeout: time.Minute, ConnState: server.connection}
	var group sync.WaitGroup
	group.Go(func() {
		if err := running.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			fmt.Fprintln(os.Stderr, "bench: the stand-in stopped:", err)
		}
	})
	if err := json.NewEncoder(os.Stdout).Encode(map[string]string{"url": "http://" + listener.Addr().String(), "token": standIn.Token()}); err != nil {
		return err
	}
	_, _ = io.Copy(io.Discard, os.Stdin) // ends with the one who started it
	_ = running.Close()
	group.Wait()
	return nil
}

func (c *costly) connection(_ net.Conn, state http.ConnState) {
	if state == http.StateNew {
		c.connections.Add(1)
	}
}

func (c *costly) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/traffic" {
		// The connection that asks is not counted.
		seen := traffic{
			Requests: c.requests.Swap(0), Pages: c.pages.Swap(0), Connections: c.connections.Swap(0) - 1, Bytes: c.bytes.Swap(0),
			Busy: time.Duration(c.busy.Swap(0)), Late: c.late.Swap(0),
		}
		_ = json.NewEncoder(w).Encode(seen) //nolint:errchkjson // whoever asked is gone
		return
	}
	c.requests.Add(1)
	if c.model.AtOnce > 0 {
		c.slots <- struct{}{}
		defer func() { <-c.slots }()
	}
	started := time.Now()
	answer := httptest.NewRecorder()
	c.standIn.Answer(answer, r) // it does not record the request
	cost := c.model.Retrieve
	if strings.HasSuffix(r.URL.Path, stagePath) && r.Method == http.MethodGet {
		c.pages.Add(1)
		cost = c.model.page(strings.Count(answer.Body.String(), `"meta_model_name"`))
	}
	c.busy.Add(int64(cost))
	if left := cost - time.Since(started); left > 0 {
		time.Sleep(left)
	} else if cost > 0 {
		c.late.Add(1)
	}
	maps.Copy(w.Header(), answer.Header())
	w.WriteHeader(answer.Code)
	sent, _ := w.Write(answer.Body.Bytes())
	c.bytes.Add(int64(sent))
}

// stageID is the id of a stage by its number; internal/bench/main.tf.tmpl makes the same.
func stageID(i int) string { return fmt.Sprintf("%08x-0000-4000-8000-000000000000", i) }

// stage is a stage as an authentik has it: with its two flows it has 1.3 KB.
func stage(i int) map[string]any {
	flow := func(number int) map[string]any {
		slug := fmt.Sprintf("flow-%d", number)
		return map[string]any{
			"pk": fmt.Sprintf("%08x-0000-4000-9000-000000000000", number), "policybindingmodel_ptr_id": fmt.Sprintf("%08x-0000-4000-a000-000000000000", number),
			"name": "Flow", "slug": slug, "title": "Flow", "designation": "stage_configuration", "policy_engine_mode": "any",
			"background_url": "/static/dist/assets/images/flow_background.jpg", "compatibility_mode": false,
			"export_url": "/api/v3/flows/instances/" + slug + "/export/", "layout": "stacked", "denied_action": "message_continue",
		}
	}
	return map[string]any{
		"pk": stageID(i), "name": fmt.Sprintf("stage %d", i), "flow_set": []any{flow(2 * i), flow(2*i + 1)},
		"provider": "generic", "from_number": "authentik", "account_sid": "https://sms.example.com/send",
		"auth": "user", "auth_password": "password", "auth_type": "basic", "verify_only": false,
		"friendly_name": "Text message", "configure_flow": nil, "mapping": nil,
	}
}
