package acctest

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"testing"
	"time"
)

// API changes objects of a server over its REST API, without the provider. The server
// is real or a stand-in, so that the same test runs against both.
type API struct {
	// URL is the server's address without a slash at its end.
	URL string
	// Token may create, change and delete.
	Token string
}

// Create creates an object in the collection and deletes it when the test ends. It
// returns the body of the response.
func (a API) Create(t *testing.T, path string, fields map[string]any) map[string]any {
	t.Helper()
	object := a.send(t.Context(), t, http.MethodPost, path, fields)
	id, ok := object["pk"].(string)
	if !ok {
		t.Fatalf("the response to POST %s has no pk", path)
	}
	t.Cleanup(func() {
		// The test's own context has ended by now.
		ctx, cancel := context.WithTimeout(context.WithoutCancel(t.Context()), time.Minute)
		defer cancel()
		a.send(ctx, t, http.MethodDelete, path+id+"/", nil)
	})
	return object
}

// Change sets fields of an object.
func (a API) Change(t *testing.T, path, id string, fields map[string]any) {
	t.Helper()
	a.send(t.Context(), t, http.MethodPatch, path+id+"/", fields)
}

// Get reads an object as the server sends it.
func (a API) Get(t *testing.T, path, id string) map[string]any {
	t.Helper()
	return a.send(t.Context(), t, http.MethodGet, path+id+"/", nil)
}

// send sends one request and fails the test unless the response has a 2xx status.
// Failures do not show bodies, which may contain secrets.
func (a API) send(ctx context.Context, t *testing.T, method, path string, fields map[string]any) map[string]any {
	t.Helper()
	var body io.Reader = http.NoBody
	if fields != nil {
		encoded, err := json.Marshal(fields)
		if err != nil {
			t.Fatal(err)
		}
		body = bytes.NewReader(encoded)
	}
	request, err := http.NewRequestWithContext(ctx, method, a.URL+"/api/v3"+path, body)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+a.Token)
	request.Header.Set("Accept", "application/json")
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode < 200 || response.StatusCode > 299 {
		t.Fatalf("%s %s: got HTTP %d", method, path, response.StatusCode)
	}
	var object map[string]any
	if response.StatusCode != http.StatusNoContent {
		if err := json.NewDecoder(response.Body).Decode(&object); err != nil {
			t.Fatalf("%s %s: the response is not JSON", method, path)
		}
	}
	return object
}
