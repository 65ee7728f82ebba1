package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The benchmark measures one object in every way, so that it works when it is needed.
func TestBenchMeasuresOneObject(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "bench.exe")
	if output, err := exec.CommandContext(t.Context(), "go", "build", "-o", file, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	temporary := t.TempDir()
	command := exec.CommandContext(t.Context(), file, "-sizes", "1", "-models", "server instant")
	command.Env = append(os.Environ(), "TMPDIR="+temporary, "TMP="+temporary, "BENCH_OTHER=")
	output, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	for _, text := range []string{"schema", "validate", "plan data ahead", "plan data one by one", "plan resource ahead", "plan resource one by one", "plan without a provider", "apply resource ahead", "destroy resource ahead", "server", "instant"} {
		if !strings.Contains(string(output), text) {
			t.Errorf("%q is not in the table:\n%s", text, output)
		}
	}
	if left, err := os.ReadDir(temporary); err != nil || len(left) > 0 {
		t.Errorf("%v is left behind (%v)", left, err)
	}
}
