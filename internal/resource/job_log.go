package resource

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// most is the number of lines that a message repeats of a log, the last ones.
const most = 20

// task is the server's record of a background task (/api/v3/tasks/tasks/). Up to 2025.8
// the log is called messages.
type task struct {
	State    string     `json:"state"`
	Logs     []logEvent `json:"logs"`
	Messages []logEvent `json:"messages"`
}

type logEvent struct {
	Level string `json:"log_level"`
	Event string `json:"event"`
}

// latest is the newest task of the object, nil where the server has none, has no such list
// (before 2025.8) or does not show it. It only explains another failure.
func (r *run) latest(ctx context.Context) *task {
	app, model, _ := strings.Cut(r.Kind.Model, ".")
	var page struct {
		Results []task `json:"results"`
	}
	raw, err := r.api.Do(ctx, client.Request{Method: http.MethodGet, Path: "/tasks/tasks/", Query: url.Values{
		"rel_obj_content_type__app_label": {app}, "rel_obj_content_type__model": {model}, "rel_obj_id": {r.address}, "ordering": {"-mtime"}, "page_size": {"1"},
	}})
	if err != nil || json.Unmarshal(raw, &page) != nil || len(page.Results) == 0 {
		return nil
	}
	return &page.Results[0]
}

// log is what the server logged during the task, a line each, without private strings.
func (r *run) log(ctx context.Context) string {
	newest := r.latest(ctx)
	if newest == nil {
		return ""
	}
	var lines []string
	for _, entry := range append(newest.Logs, newest.Messages...) {
		if entry.Event == "" || entry.Level == "debug" {
			continue
		}
		// First of all, because indenting tears a private string of several lines apart.
		event := client.Redact(entry.Event, r.private, 1)
		lines = append(lines, "- "+strings.ReplaceAll(event, "\n", "\n  "))
	}
	return strings.Join(lines[max(0, len(lines)-most):], "\n")
}

// isQueued says whether the server knows that no worker has started the task.
func (r *run) isQueued(ctx context.Context) bool {
	newest := r.latest(ctx)
	return newest != nil && (newest.State == "queued" || newest.State == "waiting_for_dependencies")
}

// workers is the number of workers that run; known is false where the server does not say.
// The path is /admin/workers/ up to 2025.6, whose answer is a number up to 2024.
func (r *run) workers(ctx context.Context) (count int, known bool) {
	path := "/tasks/workers/"
	if release, _, err := r.Connection.Release(ctx); err == nil && release != "" {
		switch {
		case contract.Compare(release, "2025.8.0") < 0:
			path = "/admin/workers/"
		case contract.Compare(release, "2026.5.0") < 0:
			path = "/tasks/workers"
		}
	}
	raw, err := r.api.Do(ctx, client.Request{Method: http.MethodGet, Path: path})
	if err != nil {
		return 0, false
	}
	var list []json.RawMessage
	var number struct {
		Count *int `json:"count"`
	}
	switch {
	case json.Unmarshal(raw, &list) == nil:
		return len(list), true
	case json.Unmarshal(raw, &number) == nil && number.Count != nil:
		return *number.Count, true
	}
	return 0, false
}
