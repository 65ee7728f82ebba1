package resource_test

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// worked is a kind with a task of the server, which `run` starts and of which `finished`
// and `status` show the end.
func worked() *kind.Kind {
	k := coretest.Thing(
		kind.Field{Name: "enabled", Type: kind.Bool, Default: true},
		kind.Field{Name: "context", Type: kind.JSON, Secret: true, Optional: true},
		kind.Field{Name: "apply", Type: kind.Bool, Local: true, Hidden: true, Optional: true, Default: true},
		kind.Field{Name: "timeouts", Type: kind.Object, Local: true, Hidden: true, Optional: true, Nullable: true, NoDefault: true, Fields: []kind.Field{
			{Name: "create", Type: kind.String, NoDefault: true}, {Name: "update", Type: kind.String, NoDefault: true},
		}},
		kind.Field{Name: "status", Type: kind.String, ReadOnly: true}, kind.Field{Name: "finished", Type: kind.String, ReadOnly: true},
	)
	k.Job = &kind.Job{
		Path: "run/", Switch: "apply", Enabled: "enabled", Timeouts: "timeouts", Mark: "finished", Status: "status",
		Succeeded: []string{"done", "warned"}, Failed: []string{"failed", "lost"}, Private: "context",
	}
	return k
}

// worker is what runs the tasks of a server: each ends with the result after it was looked
// at so many times, never with "".
type worker struct {
	server *coretest.Server
	after  int
	result string
	// answer may answer a request before the worker sees it.
	answer func(w http.ResponseWriter, r *http.Request) bool

	running bool
	looks   int
	ended   int
}

// employ has the worker run the tasks of the world's server.
func (k *worker) employ(w world) {
	k.server = w.server
	w.server.Intercept = func(rw http.ResponseWriter, r *http.Request, _ string) bool {
		if k.answer != nil && k.answer(rw, r) {
			return true
		}
		switch one := strings.TrimPrefix(r.URL.Path, "/api/v3/things/"); {
		case strings.HasSuffix(one, "/run/"):
			k.running, k.looks = true, 0
		case r.Method == http.MethodGet && one != "" && k.running:
			if k.looks++; k.looks > k.after && k.result != "" {
				k.running = false
				k.ended++
				k.server.Objects()[0]["status"], k.server.Objects()[0]["finished"] = k.result, fmt.Sprint("end ", k.ended)
			}
		}
		return false
	}
}

// answers has requests for the paths answered with these bodies.
func answers(bodies map[string]string) func(http.ResponseWriter, *http.Request) bool {
	return func(rw http.ResponseWriter, r *http.Request) bool {
		body, ok := bodies[strings.TrimPrefix(r.URL.Path, "/api/v3")]
		if ok {
			rw.Header().Set("Content-Type", "application/json")
			_, _ = rw.Write([]byte(body))
		}
		return ok
	}
}
