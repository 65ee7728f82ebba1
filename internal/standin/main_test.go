package main_test

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	standin "github.com/authentik-iac/terraform-provider-authentik/internal/standin"
)

// It prints its address and token, behaves as the release with the flows of a fresh
// instance, and stops with its context.
func TestServe(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	reader, writer := io.Pipe()
	stopped := make(chan error, 1)
	go func() {
		err := standin.Serve(ctx, writer, "2025.12.4")
		_ = writer.Close() // of a pipe it has no error
		stopped <- err
	}()
	exported := map[string]string{}
	lines := bufio.NewScanner(reader)
	for len(exported) < 2 && lines.Scan() {
		if variable, ok := strings.CutPrefix(lines.Text(), "export "); ok {
			name, value, _ := strings.Cut(variable, "=")
			exported[name] = value
		}
	}
	ask := func(path string) (string, error) {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, exported["AUTHENTIK_URL"]+"/api/v3"+path, http.NoBody)
		if err != nil {
			return "", err
		}
		request.Header.Set("Authorization", "Bearer "+exported["AUTHENTIK_TOKEN"])
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			return "", err
		}
		defer response.Body.Close() //nolint:errcheck // it was read
		body, err := io.ReadAll(response.Body)
		return string(body), err
	}
	for path, expected := range map[string]string{
		"/admin/version/": `"2025.12.4"`, "/flows/instances/default-authentication-flow/": `"default-authentication-flow"`,
	} {
		if body, err := ask(path); err != nil || !strings.Contains(body, expected) {
			t.Errorf("%s: got %s, %v", path, body, err)
		}
	}
	stop()
	if err := <-stopped; err != nil {
		t.Error(err)
	}
	if body, err := ask("/admin/version/"); err == nil {
		t.Errorf("it still responds: %s", body)
	}
}

func TestServeUnknownRelease(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	if err := standin.Serve(t.Context(), &out, "newest"); err == nil || out.Len() > 0 {
		t.Errorf("got the output %q and the error %v", out.String(), err)
	}
}
