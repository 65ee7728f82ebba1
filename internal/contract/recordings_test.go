package contract_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// recordings are exchanges with real servers, beside the repository, not in it.
const recordings = "../../../shared/recordings/objects"

// exchange is a recorded request and its answer.
type exchange struct {
	Name    string
	Request struct {
		Method, Path string
		Body         map[string]any
	}
	Response struct {
		Status int
		Body   any
	}
}

func TestRecordedServersKeepToTheTable(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(recordings + "/*/[a-z]*.json")
	if err != nil || len(files) == 0 {
		t.Skipf("The recordings are not at hand: %v", err)
	}
	for _, file := range files {
		release := filepath.Base(filepath.Dir(file))
		t.Run(release+"/"+filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var exchanges []exchange
			if err := json.Unmarshal(content, &exchanges); err != nil {
				t.Fatal(err)
			}
			found := make(map[string]bool)
			for _, one := range exchanges {
				for _, finding := range contradictions(release, one) {
					found[finding] = true
				}
			}
			for _, known := range differences[release+"/"+filepath.Base(file)] {
				if !found[known] {
					t.Errorf("%q is no longer so; take it off the list of differences.", known)
				}
				delete(found, known)
			}
			for _, finding := range slices.Sorted(maps.Keys(found)) {
				t.Error(finding)
			}
		})
	}
}

// ownFields are what a policy has beyond the fields of every policy. The documents do not say that
// policy_obj is the policy with all its fields.
func ownFields(names ...string) []string {
	for i, name := range names {
		names[i] = "answers policy_obj." + name + ", which the table lacks"
	}
	return names
}

// differences are what recorded servers and the table say differently, by file, and why it stays so.
var differences = map[string][]string{
	"2023.10.7/policies-bindings.json":    ownFields("expression"),
	"2025.12.4/policies-bindings.json":    ownFields("expression"),
	"2026.5.0-rc1/policies-bindings.json": ownFields("action", "app", "client_ip", "expression", "model", "query"),
	// These came between the release candidate and 2026.5.6, which speaks for it.
	"2026.5.0-rc1/providers-saml.json": {
		"answers issuer, which the table lacks", "does not answer url_issuer",
		"does not answer url_unified", "does not answer url_unified_init",
	},
	"2026.5.0-rc1/providers-scim.json": {
		"does not answer auth_oauth_token_expires", "does not answer auth_oauth_token_last_updated",
		"does not answer auth_oauth_url_callback", "does not answer auth_oauth_url_start",
	},
}

// contradictions lists what an exchange and the table say differently.
func contradictions(release string, one exchange) []string {
	asked, err := url.Parse(one.Request.Path)
	if err != nil || one.Request.Path == "" {
		return nil
	}
	nearest, _ := contract.Nearest(release)
	path := strings.TrimPrefix(asked.Path, "/api/v3")
	object, ok := contract.ObjectAt(nearest, path)
	single := !ok
	if single {
		object, ok = contract.ObjectAt(nearest, path[:strings.LastIndex(strings.TrimSuffix(path, "/"), "/")+1])
	}
	if !ok {
		return nil // an action
	}
	view, _ := object.In(nearest)
	body, isObject := one.Response.Body.(map[string]any)
	switch {
	case !isObject:
		return nil
	case one.Request.Method == http.MethodGet && single && one.Response.Status == 200, one.Response.Status == 201:
		return answered(view, body)
	case one.Request.Method == http.MethodGet && one.Response.Status == 200:
		var found []string
		items, _ := body["results"].([]any)
		for _, item := range items {
			if item, ok := item.(map[string]any); ok && view.ListModel == "" {
				found = append(found, answered(view, item)...)
			}
		}
		return found
	case one.Response.Status == 400:
		return refused(view, one, body)
	}
	return nil
}

// answered compares the keys and types of an answer with the table, nested ones included.
func answered(view contract.View, body map[string]any) []string {
	return compareObject(view.Response, "", body)
}

// compareObject compares the keys of an object whose names begin with the prefix.
func compareObject(fields contract.Definitions, prefix string, body map[string]any) []string {
	var found []string
	described := false
	for _, definition := range fields {
		name, below := strings.CutPrefix(definition.Name, prefix)
		if !below || strings.ContainsAny(name, ".[") {
			continue
		}
		described = true
		value, has := body[name]
		switch {
		case has:
			found = append(found, compareValue(fields, definition, value)...)
		case definition.Required:
			found = append(found, "does not answer "+definition.Name)
		}
	}
	if !described {
		return nil // a map with any keys
	}
	for name := range body {
		if !fields.Has(prefix + name) {
			found = append(found, "answers "+prefix+name+", which the table lacks")
		}
	}
	return found
}

// compareValue compares a value with the field that it is of.
func compareValue(fields contract.Definitions, definition contract.Definition, value any) []string {
	var found []string
	kind := kindOf(value)
	if kind == "null" && !definition.Nullable || kind != "null" && kind != definition.Type && definition.Type != "any" && (kind != "integer" || definition.Type != "number") {
		found = append(found, fmt.Sprintf("answers %s %s, but it is %s, nullable %t", definition.Name, kind, definition.Type, definition.Nullable))
	}
	switch value := value.(type) {
	case string:
		if definition.Enum != nil && !slices.Contains(definition.Enum, value) {
			found = append(found, fmt.Sprintf("answers %s %q, which is not in the enum", definition.Name, value))
		}
	case map[string]any:
		found = append(found, compareObject(fields, definition.Name+".", value)...)
	case []any:
		item, _ := fields.Get(definition.Name + "[]")
		for _, one := range value {
			if item.Name != "" {
				found = append(found, compareValue(fields, item, one)...)
			}
		}
	}
	return found
}

// refused compares the server's messages with the table.
func refused(view contract.View, one exchange, body map[string]any) []string {
	var found []string
	for name, messages := range body {
		definition, known := view.Request.Get(name)
		if !known {
			continue
		}
		switch message := fmt.Sprint(messages); {
		case one.Name == "create-empty" && message == "[This field is required.]" && !definition.Required:
			found = append(found, "requires "+name)
		case strings.Contains(message, "may not be null") && definition.Nullable:
			found = append(found, "refuses null for "+name)
		case message == "[This field may not be blank.]" && definition.MinLength == 0:
			found = append(found, "refuses an empty "+name)
		}
	}
	if one.Name == "create-empty" {
		for _, definition := range view.Request {
			if _, refused := body[definition.Name]; definition.Required && !refused && !strings.ContainsAny(definition.Name, ".[") {
				found = append(found, "does not require "+definition.Name)
			}
		}
	}
	return found
}

func kindOf(value any) string {
	switch value := value.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case string:
		return "string"
	case float64:
		if value == float64(int64(value)) {
			return "integer"
		}
		return "number"
	case []any:
		return "array"
	default:
		return "object"
	}
}
