package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// writeState writes a state in which everything exists.
func writeState(path string, what run, source string) error {
	kind, of := "authentik_stage_authenticator_sms", source
	if what.kind == nothing {
		kind, of = "terraform_data", "terraform.io/builtin/terraform"
	}
	instances := make([]map[string]any, 0, what.size)
	for i := range what.size {
		attributes := stage(i)
		attributes["id"], attributes["sms_provider"] = attributes["pk"], attributes["provider"]
		for _, name := range []string{"pk", "provider", "flow_set"} {
			delete(attributes, name)
		}
		if !what.other {
			for _, name := range []string{"auth_wo", "auth_wo_version", "auth_password_wo", "auth_password_wo_version"} {
				attributes[name] = nil // as our state has it
			}
		}
		if what.kind == nothing {
			input := map[string]any{"value": map[string]any{"name": attributes["name"]}, "type": []any{"object", map[string]any{"name": "string"}}}
			attributes = map[string]any{"id": attributes["id"], "input": input, "output": input, "triggers_replace": nil}
		}
		instances = append(instances, map[string]any{"index_key": i, "schema_version": 0, "attributes": attributes})
	}
	text, err := json.Marshal(map[string]any{
		"version": 4, "terraform_version": "1.8.0", "serial": 1, "lineage": "bench", "outputs": map[string]any{},
		"resources": []any{map[string]any{
			"mode": "managed", "type": kind, "name": "test", "provider": fmt.Sprintf("provider[%q]", of), "instances": instances,
		}},
	})
	if err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o600)
}
