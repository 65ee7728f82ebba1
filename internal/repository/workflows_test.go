package repository_test

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// workflow is what the tests need of a GitHub workflow or of an action.
type workflow struct {
	Permissions map[string]string `yaml:"permissions"`
	Jobs        map[string]job    `yaml:"jobs"`
	Runs        job               `yaml:"runs"`
}

type job struct {
	Uses        string            `yaml:"uses"`
	Permissions map[string]string `yaml:"permissions"`
	Timeout     int               `yaml:"timeout-minutes"`
	Strategy    struct {
		Matrix map[string]any `yaml:"matrix"`
	} `yaml:"strategy"`
	Steps []struct {
		Uses string         `yaml:"uses"`
		With map[string]any `yaml:"with"`
	} `yaml:"steps"`
}

func parse(t *testing.T, file string) workflow {
	t.Helper()
	var parsed workflow
	if err := yaml.Unmarshal([]byte(read(t, file)), &parsed); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return parsed
}

var (
	uses   = regexp.MustCompile(`(?m)^[ -]*uses: *(.*)$`)
	pinned = regexp.MustCompile(`^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)
)

// Actions of others are named by their commit, which nobody can move, with the
// release beside it.
func TestActionsArePinned(t *testing.T) {
	t.Parallel()
	for _, file := range append(find(t, ".github", ".yml"), find(t, "examples/guides", ".yml")...) {
		for _, found := range uses.FindAllStringSubmatch(read(t, file), -1) {
			if !strings.HasPrefix(found[1], "./") && !pinned.MatchString(found[1]) {
				t.Errorf("%s uses %s, which is not a full commit with its release as a comment.", file, found[1])
			}
		}
	}
}

// A workflow may do nothing, each of its jobs what it says, for a time that it says;
// and no token stays behind in the clone.
func TestWorkflowsHaveLeastPermissions(t *testing.T) {
	t.Parallel()
	for _, file := range find(t, ".github/workflows", ".yml") {
		parsed := parse(t, file)
		if parsed.Permissions == nil || len(parsed.Permissions) > 0 {
			t.Errorf("%s lacks `permissions: {}`.", file)
		}
		for name, job := range parsed.Jobs {
			if len(job.Permissions) == 0 {
				t.Errorf("%s: the job %s does not say its permissions.", file, name)
			}
			if job.Uses == "" && job.Timeout == 0 {
				t.Errorf("%s: the job %s has no timeout.", file, name)
			}
			for _, step := range job.Steps {
				if strings.HasPrefix(step.Uses, "actions/checkout@") && step.With["persist-credentials"] != false {
					t.Errorf("%s: the job %s keeps its token in the clone.", file, name)
				}
			}
		}
	}
}

// The live tests run with releases of the contract table, the first and the last
// among them.
func TestLiveReleasesAreKnown(t *testing.T) {
	t.Parallel()
	matrix, _ := parse(t, ".github/workflows/live.yml").Jobs["live"].Strategy.Matrix["authentik"].([]any)
	for _, release := range matrix {
		if text, _ := release.(string); !slices.Contains(contract.Releases(), text) {
			t.Errorf("%v is not in the contract table.", release)
		}
	}
	for _, end := range []any{contract.Oldest(), contract.Newest()} {
		if !slices.Contains(matrix, end) {
			t.Errorf("%v is missing.", end)
		}
	}
}

// Each release of Terraform and OpenTofu that the documentation names is in the workflow.
func TestTerraformReleasesAreTested(t *testing.T) {
	t.Parallel()
	matrix, _ := parse(t, ".github/workflows/test.yml").Jobs["acceptance"].Strategy.Matrix["include"].([]any)
	for product, patch := range map[string]string{"terraform": ".*", "opentofu": ".x"} {
		named := regexp.MustCompile(`(?m)^` + product + `_releases := (.*)$`).FindStringSubmatch(read(t, "GNUmakefile"))
		if len(named) == 0 || len(matrix) == 0 {
			t.Fatalf("There is no %s_releases, or no matrix.", product)
		}
		for release := range strings.FieldsSeq(named[1]) {
			if !slices.ContainsFunc(matrix, func(run any) bool { return reflect.DeepEqual(run, map[string]any{product: release + patch}) }) {
				t.Errorf("%s %s is missing in %v.", product, release, matrix)
			}
		}
	}
}
