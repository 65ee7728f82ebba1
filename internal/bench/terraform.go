package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
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

// run is one run of `terraform plan`.
type run struct {
	kind      string
	size      int
	readAhead bool
	model     string
	other     bool // with the other provider
}

// result is what a run took.
type result struct {
	wall time.Duration
	usage
	traffic
}

// runner runs Terraform with providers that are measured.
type runner struct {
	command localbuild.Command
	self    string // this program
	folder  string
	binary  string // the provider
	// otherBinary and otherSource are those of another provider, empty for none.
	otherBinary, otherSource string
}

func (r *runner) source(other bool) string {
	if other {
		return r.otherSource
	}
	return provider.Address
}

// plan runs `terraform plan` and measures it. The plan must be empty.
func (r *runner) plan(ctx context.Context, what run, server *server) (result, error) {
	folder, err := os.MkdirTemp(r.folder, "plan-")
	if err != nil {
		return result{}, err
	}
	environment, err := r.prepare(folder, what)
	if err != nil {
		return result{}, err
	}
	environment = append(environment, "AUTHENTIK_URL="+server.URL, "AUTHENTIK_TOKEN="+server.Token)
	if _, err := server.traffic(ctx); err != nil { // begins anew
		return result{}, err
	}
	var written bytes.Buffer
	//nolint:gosec // the command is Terraform
	command := exec.CommandContext(ctx, r.command.Path, "plan", "-input=false", "-no-color", "-detailed-exitcode", "-lock=false")
	command.Dir, command.Env, command.Stdout, command.Stderr = folder, environment, &written, &written
	started := time.Now()
	err = command.Run()
	measured := result{wall: time.Since(started)}
	if err != nil {
		text := written.String()
		return result{}, fmt.Errorf("terraform plan: %w\n%s", err, text[max(0, len(text)-4000):])
	}
	if measured.usage, err = readUsage(filepath.Join(folder, "usage")); err != nil {
		return result{}, err
	}
	measured.traffic, err = server.traffic(ctx)
	return measured, errors.Join(err, os.RemoveAll(folder))
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
	if what.kind != dataSources {
		err = errors.Join(err, writeState(filepath.Join(folder, "terraform.tfstate"), what, r.source(what.other)))
	}
	environment := slices.DeleteFunc(os.Environ(), func(variable string) bool {
		return strings.HasPrefix(variable, "TF_") || strings.HasPrefix(variable, "AUTHENTIK_") || strings.HasPrefix(variable, "BENCH_")
	})
	return append(environment, "TF_CLI_CONFIG_FILE="+filepath.Join(folder, "terraformrc"), "CHECKPOINT_DISABLE=1", "TF_IN_AUTOMATION=1",
		providerVariable+"="+binary, usageVariable+"="+filepath.Join(folder, "usage")), err
}

// writeState writes a state in which everything exists.
func writeState(path string, what run, source string) error {
	kind, of := "authentik_stage_authenticator_sms", source
	if what.kind == nothing {
		kind, of = "terraform_data", "terraform.io/builtin/terraform"
	}
	instances := make([]map[string]any, 0, what.size)
	for i := range what.size {
		attributes := stage(i)
		attributes["id"], attributes["sms_provider"] = attributes["pk"], attributes["provider"]
		for _, name := range []string{"pk", "provider", "flow_set"} {
			delete(attributes, name)
		}
		if what.kind == nothing {
			input := map[string]any{"value": map[string]any{"name": attributes["name"]}, "type": []any{"object", map[string]any{"name": "string"}}}
			attributes = map[string]any{"id": attributes["id"], "input": input, "output": input, "triggers_replace": nil}
		}
		instances = append(instances, map[string]any{"index_key": i, "schema_version": 0, "attributes": attributes})
	}
	text, err := json.Marshal(map[string]any{
		"version": 4, "terraform_version": "1.8.0", "serial": 1, "lineage": "bench", "outputs": map[string]any{},
		"resources": []any{map[string]any{
			"mode": "managed", "type": kind, "name": "test", "provider": fmt.Sprintf("provider[%q]", of), "instances": instances,
		}},
	})
	if err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o600)
}

// server is a stand-in that runs as a process of its own.
type server struct {
	URL, Token string

	command *exec.Cmd
	input   io.Closer
}

// start starts a stand-in with so many stages.
func (r *runner) start(ctx context.Context, model string, objects int) (*server, error) {
	//nolint:gosec // the program is this one
	command := exec.CommandContext(ctx, r.self, "-serve", model, "-objects", strconv.Itoa(objects))
	command.Stderr = os.Stderr
	input, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	output, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	started := &server{command: command, input: input}
	if err := json.NewDecoder(output).Decode(started); err != nil {
		return nil, errors.Join(fmt.Errorf("the stand-in does not start: %w", err), started.stop())
	}
	return started, nil
}

func (s *server) stop() error { return errors.Join(s.input.Close(), s.command.Wait()) }

// traffic is what the server saw since the last call.
func (s *server) traffic(ctx context.Context) (traffic, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL+"/traffic", http.NoBody)
	if err != nil {
		return traffic{}, err
	}
	request.Close = true
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return traffic{}, err
	}
	defer func() { _ = response.Body.Close() }()
	var seen traffic
	return seen, json.NewDecoder(response.Body).Decode(&seen)
}
