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

// It tells its address and its token, answers as the release with the flows of a fresh
// instance, and is gone when it is stopped.
func TestServe(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	reader, writer := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		err := standin.Serve(ctx, writer, "2025.12.4")
		_ = writer.Close() // of a pipe it has no error
		ended <- err
	}()
	told := map[string]string{}
	lines := bufio.NewScanner(reader)
	for len(told) < 2 && lines.Scan() {
		if variable, ok := strings.CutPrefix(lines.Text(), "export "); ok {
			name, value, _ := strings.Cut(variable, "=")
			told[name] = value
		}
	}
	ask := func(path string) (string, error) {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, told["AUTHENTIK_URL"]+"/api/v3"+path, http.NoBody)
		if err != nil {
			return "", err
		}
		request.Header.Set("Authorization", "Bearer "+told["AUTHENTIK_TOKEN"])
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			return "", err
		}
		defer response.Body.Close() //nolint:errcheck // it was read
		body, err := io.ReadAll(response.Body)
		return string(body), err
	}
	for path, text := range map[string]string{
		"/admin/version/": `"2025.12.4"`, "/flows/instances/default-authentication-flow/": `"default-authentication-flow"`,
	} {
		if body, err := ask(path); err != nil || !strings.Contains(body, text) {
			t.Errorf("%s answers %s, %v", path, body, err)
		}
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if body, err := ask("/admin/version/"); err == nil {
		t.Errorf("It still answers %s.", body)
	}
}

func TestServeRefusesWhatIsNoRelease(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	if err := standin.Serve(t.Context(), &out, "newest"); err == nil || out.Len() > 0 {
		t.Errorf("It writes %q and ends with %v.", out.String(), err)
	}
}
