// Package recorded reads what real servers were asked and answered about the objects of
// every collection (internal/authentiktest/testdata/objects). Tests replay it against the
// stand-in, and give the answers to the provider.
package recorded

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// Exchange is a request to a real server and its answer. A series of exchanges is about the
// same objects, one after the other.
type Exchange struct {
	Name    string `json:"name"`
	Request struct {
		Method string          `json:"method"`
		Path   string          `json:"path"`
		Body   json.RawMessage `json:"body"`
	} `json:"request"`
	Response struct {
		Status int `json:"status"`
		Body   any `json:"body"`
		// Changes are the keys that differ from the object's last answer.
		Changes    map[string]any `json:"changes"`
		Empty      bool           `json:"empty"`
		Pagination map[string]any `json:"pagination"`
		Names      []any          `json:"names"`
	} `json:"response"`
}

// Releases are those of the real servers.
func Releases() []string { return []string{"2023.10.7", "2025.12.4", "2026.5.0-rc1"} }

// Series are the recordings of a release by name, such as core-groups. The packed file is
// one JSON object with them; keys and certificates in it were generated for the recording.
// Addresses are those of the recorded server.
func Series(tb testing.TB, release string) map[string][]Exchange {
	tb.Helper()
	_, file, _, _ := runtime.Caller(0)
	packed, err := fs.ReadFile(os.DirFS(filepath.Join(filepath.Dir(filepath.Dir(file)), "testdata", "objects")), release+".json.gz")
	if err != nil {
		tb.Fatal(err)
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		tb.Fatal(err)
	}
	decoder := json.NewDecoder(unpacked)
	decoder.UseNumber()
	var all map[string][]Exchange
	if err := decoder.Decode(&all); err != nil {
		tb.Fatal(err)
	}
	return all
}
