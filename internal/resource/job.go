package resource

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// DefaultTimeout is how long a [kind.Job] is waited for if the configuration does not say.
const DefaultTimeout = 5 * time.Minute

// Pauses between two questions whether a task has ended.
const (
	firstPause   = 100 * time.Millisecond
	longestPause = 5 * time.Second
)

// run is one run of a kind's job.
type run struct {
	*Resource
	api        *client.Client
	collection client.Collection
	job        *kind.Job
	address    string
	// before is the answer's mark before the task was started.
	before  string
	timeout time.Duration
	// private are strings that no message may repeat.
	private   []string
	operation *diagnostic.Operation
}

// runJob starts the kind's job after a write, where the state asks for it, and waits for
// its end. fields are the answer to the write.
func (r *Resource) runJob(ctx context.Context, api *client.Client, collection client.Collection, state value.Object, fields client.Object, change Change) diag.Diagnostics {
	job := r.Kind.Job
	if job == nil || !value.Bool(state[job.Switch]) || job.Enabled != "" && !value.Bool(state[job.Enabled]) {
		return nil
	}
	during := "update"
	if change.isCreate() {
		during = "create"
	}
	started := &run{
		Resource: r, api: api, collection: collection, job: job, address: value.String(state[lookup.ID]),
		before: stringOf(fields, job.Mark), timeout: timeout(state[job.Timeouts], during), private: change.private(job),
	}
	// What was read ahead may be from before the end of the task.
	started.collection.ReadAhead = false
	started.operation = r.operation(ctx, diagnostic.Change, lookup.ByID(started.address))
	path := collection.Path + url.PathEscape(started.address) + "/"
	if _, err := api.Do(ctx, client.Request{Method: http.MethodPost, Path: path + job.Path, Body: map[string]any{}, Idempotent: true}); err != nil {
		return diag.Diagnostics{started.operation.Failed(err)}
	}
	waiting, stop := context.WithTimeout(ctx, started.timeout)
	defer stop()
	status, err := started.wait(waiting)
	switch {
	case err == nil && slices.Contains(job.Succeeded, status):
		return nil
	case err == nil:
		return started.failed(ctx, status)
	case ctx.Err() == nil && errors.Is(waiting.Err(), context.DeadlineExceeded):
		return started.late(ctx)
	case ctx.Err() != nil:
		return diag.Diagnostics{diag.NewErrorDiagnostic("Request canceled", fmt.Sprintf(
			"Terraform was interrupted before the %s was applied. It is stored, and authentik may still apply it. The next plan applies it again.", r.Kind.Title))}
	}
	return diag.Diagnostics{started.operation.Failed(err)}
}

// private are the strings that no message about the job may repeat, in whatever form the
// configuration has them.
func (c Change) private(job *kind.Job) []string {
	return append(value.StringsOf(value.String(c.Config[job.Private])), value.StringsOf(value.String(c.Config[job.Private+diagnostic.WriteOnlySuffix]))...)
}

// wait reads the object until the task has ended, and returns the result.
func (r *run) wait(ctx context.Context) (status string, err error) {
	for pause := firstPause; ; pause = min(2*pause, longestPause) {
		fields, err := r.api.Read(ctx, r.collection, r.address)
		if err != nil {
			return "", err
		}
		status := stringOf(fields, r.job.Status)
		if stringOf(fields, r.job.Mark) != r.before && (slices.Contains(r.job.Succeeded, status) || slices.Contains(r.job.Failed, status)) {
			return status, nil
		}
		timer := time.NewTimer(pause)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return "", ctx.Err()
		}
	}
}

// stringOf is a string of an answer, "" where it is none.
func stringOf(fields client.Object, name string) string {
	var written string
	if json.Unmarshal(fields[name], &written) != nil {
		return ""
	}
	return written
}

// timeout is how long to wait. What is no duration is refused by the validation.
func timeout(configured value.Value, during string) time.Duration {
	if !value.IsKnown(configured) {
		return DefaultTimeout
	}
	limit, err := time.ParseDuration(value.String(value.Attributes(configured)[during]))
	if err != nil || limit <= 0 {
		return DefaultTimeout
	}
	return limit
}

// failed reports a task that ended without success, with what the server logged about it.
func (r *run) failed(ctx context.Context, status string) diag.Diagnostics {
	detail := fmt.Sprintf("The %s is stored, but authentik could not apply it: its `%s` is `%s`.", r.Kind.Title, r.job.Status, status)
	if log := r.log(ctx); log != "" {
		detail += " authentik's log:\n\n" + log
	} else {
		detail += " The log of authentik's worker has the cause."
	}
	return diag.Diagnostics{diag.NewErrorDiagnostic("Cannot apply the "+r.Kind.Title, detail+"\n\n"+"The next plan applies it again.")}
}

// late reports a task that has not ended in time, and why, as far as the server tells.
func (r *run) late(ctx context.Context) diag.Diagnostics {
	detail := fmt.Sprintf("The %s is stored, but was not applied within %s.", r.Kind.Title, r.timeout)
	switch workers, known := r.workers(ctx); {
	case known && workers == 0:
		detail += " No worker of authentik is running, which would apply it. Start one, then apply again."
	case r.isQueued(ctx):
		detail += " A worker of authentik is running, but has not started the task: it is busy, or does not take tasks. Its log has more. Raise `" + r.job.Timeouts + "` if it is only slow."
	default:
		detail += " The worker of authentik has not finished it. Raise `" + r.job.Timeouts + "` if it is only slow; its log has more."
	}
	return diag.Diagnostics{diag.NewErrorDiagnostic("The "+r.Kind.Title+" was not applied in time", detail)}
}
