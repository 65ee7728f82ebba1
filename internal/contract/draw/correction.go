package main

import (
	"encoding/json"
	"fmt"
)

// schemaCorrections are properties that a document has wrong, by release and schema. The
// document of 2026.8.5 is that of a release candidate with the names of fields that the
// published client has besides, and guessed their types; these are the client's own.
var schemaCorrections = map[string]map[string]map[string]json.RawMessage{
	"2026.8.5": {
		"SourceStage":        {"resume_on_match_failures": matchFailures},
		"SourceStageRequest": {"resume_on_match_failures": matchFailures},
	},
}

var matchFailures = json.RawMessage(`{"type": "array", "items": {"type": "string", "enum": ["missing_property"]}}`)

// correct replaces what the document has wrong. What it has not at all stays so.
func (d *document) correct() error {
	for name, properties := range schemaCorrections[d.release] {
		raw, ok := d.Components.Schemas[name]
		if !ok {
			continue
		}
		var schema map[string]json.RawMessage
		if err := json.Unmarshal(raw, &schema); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		var all map[string]json.RawMessage
		if err := json.Unmarshal(schema["properties"], &all); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for property, corrected := range properties {
			if _, ok := all[property]; ok {
				all[property] = corrected
			}
		}
		var err error
		if schema["properties"], err = json.Marshal(all); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if d.Components.Schemas[name], err = json.Marshal(schema); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}
