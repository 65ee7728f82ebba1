package authentiktest_test

import (
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const smsPath = "/stages/authenticator/sms/"

// recording is a request to a real server and its answer.
type recording struct {
	Request struct {
		Method  string            `json:"method"`
		Path    string            `json:"path"`
		Headers map[string]string `json:"headers"`
		Body    json.RawMessage   `json:"body"`
	} `json:"request"`
	Response struct {
		Status  int               `json:"status"`
		Headers map[string]string `json:"headers"`
		Body    any               `json:"body"`
	} `json:"response"`
	Note string `json:"note"`

	release, name string // from the file's path
}

// TestReplay sends the requests that real servers were sent and compares the answers. It is what
// keeps the stand-in honest.
func TestReplay(t *testing.T) {
	t.Parallel()
	recordings := readRecordings(t)
	if len(recordings) < 300 {
		t.Fatalf("Only %d recordings in testdata.", len(recordings))
	}
	unused := make(map[string]bool, len(notImitated))
	for name := range notImitated {
		unused[name] = true
	}
	for _, recorded := range recordings {
		name := recorded.release + "/" + recorded.name
		if _, ok := notImitated[name]; ok {
			delete(unused, name)
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			replay(t, recorded)
		})
	}
	for name := range unused {
		t.Errorf("%s is listed as not imitated, but there is no such recording.", name)
	}
}

func replay(t *testing.T, recorded recording) {
	t.Helper()
	// The recorded servers had no licence.
	server := authentiktest.New(t, authentiktest.WithRelease(recorded.release), authentiktest.WithSteadyAnswers(), authentiktest.WithoutEnterprise())
	token := prepare(server, recorded)
	status, header, body := send(t, server.URL(), recorded, token)
	if status != recorded.Response.Status {
		t.Fatalf("The status is %d, but was %d. The body is %s", status, recorded.Response.Status, body)
	}
	compareHeaders(t, recorded, header)
	compareBodies(t, recorded, header, body)
}

func readRecordings(t *testing.T) []recording {
	t.Helper()
	folder := os.DirFS("testdata/recordings")
	var recordings []recording
	err := fs.WalkDir(folder, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(folder, file)
		if err != nil {
			return err
		}
		var recorded recording
		if err := json.Unmarshal(content, &recorded); err != nil {
			return err
		}
		var name string
		recorded.release, name, _ = strings.Cut(file, "/")
		recorded.name = strings.TrimSuffix(name, path.Ext(name))
		recordings = append(recordings, recorded)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return recordings
}

// send sends the recorded request, with a real token in place of the one blacked out.
func send(t *testing.T, base string, recorded recording, token string) (int, http.Header, []byte) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), recorded.Request.Method, base+recorded.Request.Path, requestBody(recorded))
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range recorded.Request.Headers {
		if name == "Authorization" {
			value = withToken(value, token)
		}
		request.Header.Set(name, value)
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, response.Header, body
}

// requestBody gives the body as it was sent. A text stands for a body that is not JSON, or whose
// spelling matters; the one exception is listed by name.
func requestBody(recorded recording) io.Reader {
	raw := recorded.Request.Body
	if len(raw) == 0 || string(raw) == "null" {
		return nil
	}
	var text string
	if json.Unmarshal(raw, &text) == nil && recorded.name != "sms-create-body-string" {
		return bytes.NewReader(rawBytes(recorded.name, text))
	}
	return bytes.NewReader(raw)
}

// rawBytes gives the bytes that a recorded text stands for: bytes that are no UTF-8 are recorded
// as the characters with their numbers.
func rawBytes(name, text string) []byte {
	switch name {
	case "sms-create-body-latin1", "sms-create-body-bom", "sms/create-body-bad-utf8":
		raw := make([]byte, 0, len(text))
		for _, character := range text {
			raw = append(raw, byte(character&0xff))
		}
		return raw
	default:
		return []byte(text)
	}
}

// withToken puts the token where the recording has <TOKEN...>, <token...> or the word token.
func withToken(header, token string) string {
	if start, end := strings.IndexByte(header, '<'), strings.IndexByte(header, '>'); start >= 0 && end > start {
		return header[:start] + token + header[end+1:]
	}
	if scheme, word, ok := strings.Cut(header, " "); ok && strings.EqualFold(scheme, "bearer") && strings.TrimSpace(word) == "token" {
		return strings.Replace(header, "token", token, 1)
	}
	return header
}
