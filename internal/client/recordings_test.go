package client_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// The recordings of real servers, which are not in every clone.
const recordings = "../../../shared/recordings"

// The item of the list is the body of the retrieve endpoint, key by key. That is what
// reading ahead rests on. For SMS stages whole items are recorded, on 2023.10.7. Of the
// other types of stages the items were compared with the whole object on 2025.12.4,
// before they were cut down to the fields that are left to compare here.
func TestListItemsAreTheRetrieveBodies(t *testing.T) {
	t.Parallel()
	lists, err := filepath.Glob(filepath.Join(recordings, "*", "types", "*-list.json"))
	if err != nil {
		t.Fatal(err)
	}
	if len(lists) == 0 {
		t.Skip("the recordings of real servers are not in ../shared/recordings")
	}
	compared := 0
	for _, list := range lists {
		compared += compareWithList(t, list, strings.TrimSuffix(list, "-list.json")+"-get.json", false)
	}
	if compared < 20 {
		t.Errorf("%d of %d types of stages were compared", compared, len(lists))
	}
	stages := filepath.Join(recordings, "2023.10.7", "list-sms-provider.json")
	for _, name := range []string{"get-sms-twilio.json", "get-sms-generic.json"} {
		compared += compareWithList(t, stages, filepath.Join(recordings, "2023.10.7", name), true)
	}
	t.Logf("%d objects compared", compared)
}

// compareWithList compares an object with the item of the list that has its key, and
// returns how many were compared.
func compareWithList(t *testing.T, list, get string, whole bool) (compared int) {
	t.Helper()
	var page struct {
		Results []map[string]any `json:"results"`
	}
	var retrieved map[string]any
	if !recordedAnswer(t, list, &page) || !recordedAnswer(t, get, &retrieved) {
		return 0
	}
	for _, item := range page.Results {
		if item["pk"] != retrieved["pk"] {
			continue
		}
		compared++
		if whole && len(item) != len(retrieved) {
			t.Errorf("%s has other keys than %s", list, get)
		}
		for key, value := range item {
			if !reflect.DeepEqual(value, retrieved[key]) {
				t.Errorf("%s: %s is not what %s has", list, key, get)
			}
		}
	}
	return compared
}

// recordedAnswer reads the body of a recorded answer; false where it was refused or
// not recorded.
func recordedAnswer(t *testing.T, file string, into any) bool {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		return false
	}
	var recording struct {
		Response struct {
			Status int             `json:"status"`
			Body   json.RawMessage `json:"body"`
		} `json:"response"`
	}
	if err := json.Unmarshal(text, &recording); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	if recording.Response.Status != 200 {
		return false
	}
	if err := json.Unmarshal(recording.Response.Body, into); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return true
}
