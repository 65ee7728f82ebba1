package main

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"text/template"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// configuration is the configuration of every case.
//
//go:embed main.tf.tmpl
var configuration string

// Kinds of configurations.
const (
	dataSources = "data"     // data sources
	resources   = "resource" // resources that exist and are refreshed
	nothing     = "none"     // as many resources of Terraform's own, without a provider
)

// Tasks of Terraform.
const (
	taskSchema   = "schema"   // terraform providers schema -json
	taskValidate = "validate" // terraform validate
	taskPlan     = "plan"
	taskApply    = "apply"   // of objects that do not exist, followed by taskDestroy
	taskDestroy  = "destroy" // only after taskApply
)

// run is one run of Terraform.
type run struct {
	task      string
	kind      string
	size      int
	readAhead bool
	model     string
	other     bool // with the other provider
}

// result is what a run took.
type result struct {
	wall time.Duration
	// terraform is the CPU time of Terraform itself; that of providers is in usage.
	terraform time.Duration
	usage
	traffic
}

// runner runs Terraform with providers that are measured.
type runner struct {
	command localbuild.Command
	self    string // this program
	folder  string
	binary  string // the provider
	// only is a part of the names of the cases that are measured.
	only string
	// otherBinary and otherSource are those of another provider, empty for none.
	otherBinary, otherSource string
}

func (r *runner) source(other bool) string {
	if other {
		return r.otherSource
	}
	return provider.Address
}

// step is one command of a run.
type step struct {
	run
	result
}

// carryOut runs Terraform and measures it: one command or, for an apply, that and the
// destruction of what it created.
func (r *runner) carryOut(ctx context.Context, what run, server *server) ([]step, error) {
	folder, err := os.MkdirTemp(r.folder, "run-")
	if err != nil {
		return nil, err
	}
	environment, err := r.prepare(folder, what)
	if err != nil {
		return nil, err
	}
	environment = append(environment, "AUTHENTIK_URL="+server.URL, "AUTHENTIK_TOKEN="+server.Token)
	tasks := []string{what.task}
	if what.task == taskApply {
		tasks = append(tasks, taskDestroy)
	}
	var steps []step
	for _, task := range tasks {
		what.task = task
		measured, err := r.once(ctx, what, folder, environment, server)
		if err != nil {
			return nil, err
		}
		steps = append(steps, step{what, measured})
	}
	return steps, os.RemoveAll(folder)
}

// arguments are Terraform's for each task. A plan must be empty.
var arguments = map[string][]string{
	taskSchema:   {"providers", "schema", "-json"},
	taskValidate: {"validate", "-no-color"},
	taskPlan:     {"plan", "-input=false", "-no-color", "-detailed-exitcode", "-lock=false"},
	taskApply:    {"apply", "-input=false", "-no-color", "-auto-approve"},
	taskDestroy:  {"destroy", "-input=false", "-no-color", "-auto-approve"},
}

// once runs one command and measures it.
func (r *runner) once(ctx context.Context, what run, folder string, environment []string, server *server) (result, error) {
	if _, err := server.traffic(ctx); err != nil { // begins anew
		return result{}, err
	}
	var written bytes.Buffer
	//nolint:gosec // the command is Terraform
	command := exec.CommandContext(ctx, r.command.Path, arguments[what.task]...)
	command.Dir, command.Env, command.Stdout, command.Stderr = folder, environment, &written, &written
	started := time.Now()
	err := command.Run()
	measured := result{wall: time.Since(started)}
	if err != nil {
		text := written.String()
		return result{}, fmt.Errorf("terraform %s: %w\n%s", what.task, err, text[max(0, len(text)-4000):])
	}
	if measured.usage, err = readUsage(filepath.Join(folder, "usage")); err != nil {
		return result{}, err
	}
	// That of a process includes its children's.
	measured.terraform = command.ProcessState.UserTime() + command.ProcessState.SystemTime() - measured.CPU - measured.Aside
	measured.traffic, err = server.traffic(ctx)
	return measured, err
}

// prepare writes what Terraform needs and returns its environment.
func (r *runner) prepare(folder string, what run) ([]string, error) {
	var text strings.Builder
	if err := template.Must(template.New("").Parse(configuration)).Execute(&text, map[string]any{
		"Kind": what.kind, "Size": what.size, "Source": r.source(what.other), "ReadAhead": what.readAhead, "Other": what.other,
	}); err != nil {
		return nil, err
	}
	binary := r.binary
	if what.other {
		binary = r.otherBinary
	}
	parts := strings.Split(r.source(what.other), "/")
	name := "terraform-provider-" + parts[len(parts)-1]
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	rc := fmt.Sprintf("provider_installation {\n  dev_overrides {\n    %q = %q\n  }\n  direct {}\n}\n", r.source(what.other), filepath.ToSlash(folder))
	err := errors.Join(
		os.WriteFile(filepath.Join(folder, "main.tf"), []byte(text.String()), 0o600),
		os.WriteFile(filepath.Join(folder, "terraformrc"), []byte(rc), 0o600),
		os.Link(r.self, filepath.Join(folder, name)),
	)
	if what.kind != dataSources && what.task != taskApply {
		err = errors.Join(err, writeState(filepath.Join(folder, "terraform.tfstate"), what, r.source(what.other)))
	}
	environment := slices.DeleteFunc(os.Environ(), func(variable string) bool {
		return strings.HasPrefix(variable, "TF_") || strings.HasPrefix(variable, "AUTHENTIK_") || strings.HasPrefix(variable, "BENCH_")
	})
	return append(environment, "TF_CLI_CONFIG_FILE="+filepath.Join(folder, "terraformrc"), "CHECKPOINT_DISABLE=1", "TF_IN_AUTOMATION=1",
		providerVariable+"="+binary, usageVariable+"="+filepath.Join(folder, "usage")), err
}
