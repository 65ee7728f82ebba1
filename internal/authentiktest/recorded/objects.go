package recorded

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// Object is an object as a real server answered it.
type Object struct {
	// Name is the series and the exchange: core-groups/get-full.
	Name string
	// Address is what stands in the object's path.
	Address string
	// Answer is the answer, as JSON.
	Answer []byte
}

// Objects are the objects of every collection by its path, each state of an object once.
func Objects(tb testing.TB, release string) map[string][]Object {
	tb.Helper()
	series := Series(tb, release)
	found := &objects{release: release, all: map[string][]Object{}, seen: map[string]bool{}}
	for _, name := range slices.Sorted(maps.Keys(series)) {
		found.last = map[string]map[string]any{}
		for i := range series[name] {
			found.read(name, &series[name][i])
		}
	}
	return found.all
}

// objects are what was found so far.
type objects struct {
	release string
	all     map[string][]Object
	seen    map[string]bool           // answers
	last    map[string]map[string]any // by collection and address, in the series
}

// read takes the objects out of one exchange.
func (o *objects) read(series string, one *Exchange) {
	if one.Response.Status >= http.StatusMultipleChoices || one.Request.Method == http.MethodDelete {
		return
	}
	nearest, _ := contract.Nearest(o.release)
	asked, _, _ := strings.Cut(strings.TrimPrefix(one.Request.Path, "/api/v3"), "?")
	for _, path := range contract.Collections() {
		described, _ := contract.Object(path)
		view, exists := described.In(nearest)
		address, below := strings.CutPrefix(asked, view.Path)
		address = strings.TrimSuffix(address, "/")
		if !exists || !below || strings.Contains(address, "/") || view.KeyField == "" {
			continue
		}
		address, _ = url.PathUnescape(address)
		name := series + "/" + one.Name
		body, _ := one.Response.Body.(map[string]any)
		results, isList := body["results"].([]any)
		switch {
		case isList && view.ListModel == "":
			for _, result := range results {
				if object, ok := result.(map[string]any); ok {
					o.add(name, path, view.KeyField, object)
				}
			}
		case isList:
		case body != nil:
			o.add(name, path, view.KeyField, body)
		case one.Response.Changes != nil && o.last[path+address] != nil:
			changed := maps.Clone(o.last[path+address])
			maps.Copy(changed, one.Response.Changes)
			o.add(name, path, view.KeyField, changed)
		}
	}
}

// add adds an object, unless the answer is another kind of thing or was there before.
func (o *objects) add(name, path, keyField string, object map[string]any) {
	if object[keyField] == nil {
		return
	}
	address := fmt.Sprint(object[keyField])
	o.last[path+address] = object
	answer, err := json.Marshal(object)
	if err != nil || o.seen[path+string(answer)] {
		return
	}
	o.seen[path+string(answer)] = true
	o.all[path] = append(o.all[path], Object{name, address, answer})
}
