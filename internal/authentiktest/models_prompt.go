package authentiktest

import "time"

// promptStage is the stage that asks for fields, and the only one whose serializer looks for its
// name among its own kind only.
func promptStage() *model {
	known := stage("ak-stage-prompt-form", "Prompt Stage", "authentik_stages_prompt.promptstage", model{
		references: map[string]reference{"fields": {to: prompts}, "validation_policies": {to: allPolicies}},
		noEmpty:    []string{"fields"},
	})
	known.unique = append(known.unique, uniqueness{field: "name", scope: "prompt stage", message: "This field must be unique."})
	known.unique[0].message = "" // the database refuses it, without a message
	return known
}

// promptModels are what stages use and what is under the same paths without being a stage: the
// fields of prompt stages, invitations, and types of WebAuthn devices.
func promptModels() map[string]*model {
	return map[string]*model{
		prompts: {
			defaults: values{"required": true},
			derived: map[string]func(*Server, *row) any{
				"promptstage_set":   askingStages,
				"prompt_stages_obj": askingStages,
			},
			unique: []uniqueness{{
				field: "name", scope: "prompt", since: "2023.2.0", message: "Prompt with this name already exists.",
			}},
			aliases: map[string]string{"prompt_uuid": "pk"},
			order:   []string{"field_key"},
			search:  []string{"field_key", "name", "label", "type", "placeholder"},
		},
		deviceTypes: {
			key:     "aaguid",
			aliases: map[string]string{"aaguid": "pk"},
			order:   []string{"description"}, search: []string{"description", "aaguid"},
		},
		"/stages/invitation/invitations/": {
			generated: map[string]func(*Server) any{"expires": func(s *Server) any {
				if s.since("2024.4.0") {
					return nil
				}
				return stamp(time.Now().Add(30 * time.Minute))
			}},
			derived: map[string]func(*Server, *row) any{
				"created_by": creator,
				"flow_obj":   one("flow"),
			},
			references: map[string]reference{"flow": {to: flows}},
			aliases:    map[string]string{"invite_uuid": "pk"},
			order:      []string{"-expires"},
			search:     []string{"name", "created_by__username", "expires", "flow__slug"},
			formats:    map[string]format{"name": slug},
		},
	}
}
