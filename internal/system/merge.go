package system

import (
	"encoding/json"
	"maps"
)

// mergedFlags are the server's flags with those that are written. The server replaces the
// object as a whole, and its release may have flags that nobody here knows.
func mergedFlags(current json.RawMessage, written string) map[string]json.RawMessage {
	merged := map[string]json.RawMessage{}
	for _, source := range []json.RawMessage{current, json.RawMessage(written)} {
		var flags map[string]json.RawMessage
		if json.Unmarshal(source, &flags) == nil {
			maps.Copy(merged, flags)
		}
	}
	return merged
}

// mergedLinks are the links that are written, each with what else the server has in the
// link of that name.
func mergedLinks(current json.RawMessage, written any) any {
	links, ok := written.([]any)
	var before []map[string]any
	if !ok || json.Unmarshal(current, &before) != nil {
		return written
	}
	merged := make([]any, 0, len(links))
	for _, link := range links {
		fields, ok := link.(map[string]any)
		if !ok {
			return written
		}
		whole := map[string]any{}
		for _, existing := range before {
			if existing["name"] == fields["name"] {
				maps.Copy(whole, existing)
				break
			}
		}
		maps.Copy(whole, fields)
		merged = append(merged, whole)
	}
	return merged
}
