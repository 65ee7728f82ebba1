package authentiktest

// flowModels are flows, the bindings of stages to them, and the other objects that stages use.
func flowModels() map[string]*model {
	return map[string]*model{
		connectors: {
			key: "connector_uuid", aliases: map[string]string{"connector_uuid": "pk"}, defaults: values{"enabled": true},
			constants: values{
				"component": "ak-endpoints-connector-agent-form", "verbose_name": "Agent Connector", "verbose_name_plural": "Agent Connectors",
				"meta_model_name": "authentik_endpoints_connectors_agent.agentconnector",
			},
		},
		flows: {
			defaults: values{
				"layout": "stacked", "denied_action": "message_continue", "authentication": "none", "policy_engine_mode": "any",
			},
			derived: map[string]func(*Server, *row) any{
				"background_url":            backgroundURL,
				"background_themed_urls":    backgroundThemed,
				"export_url":                exportURL,
				"policybindingmodel_ptr_id": policyBinding,
				"stages":                    boundStages,
			},
			shown:      map[string]func(*Server, *row) any{"background": shownBackground},
			references: map[string]reference{"policies": {to: allPolicies}},
			unique:     []uniqueness{{field: "slug", scope: flows, message: "Flow with this slug already exists."}},
			aliases:    map[string]string{"flow_uuid": "pk"},
			order:      []string{"slug", "name"},
			search:     []string{"name", "slug", "designation", "title", "denied_action"},
			formats:    map[string]format{"slug": slug},
		},
		bindings: {
			// Both flags flipped in 2023.3.0.
			defaults: values{"re_evaluate_policies": true, "policy_engine_mode": "any", "invalid_response_action": "retry"},
			older: []older{
				{before: "2023.3.0", values: values{"evaluate_on_plan": true, "re_evaluate_policies": false}},
				{before: "2023.10.0", order: []string{"target", "order"}},
			},
			derived: map[string]func(*Server, *row) any{
				"policybindingmodel_ptr_id": policyBinding,
				"stage_obj":                 one("stage"),
			},
			references: map[string]reference{
				"target": {to: flows, cascades: true}, "stage": {to: allStages, cascades: true}, "policies": {to: allPolicies},
			},
			bare: map[string]bareness{"stage_obj": {by: "stage", constants: values{
				"component": "", "verbose_name": "stage", "verbose_name_plural": "stages", "meta_model_name": "authentik_flows.stage",
			}}},
			checks:  []check{boundOnce, evaluatedSometime},
			aliases: map[string]string{"fsb_uuid": "pk", "pbm_uuid": "policybindingmodel_ptr_id"},
			order:   []string{"order", "pk"},
			search:  []string{"stage__name"},
		},
		mappings: {
			unique: []uniqueness{{
				field: "name", scope: "property mapping", since: "2023.3.0",
				message: "Property Mapping with this name already exists.",
			}},
			aliases: map[string]string{"pm_uuid": "pk"},
			order:   []string{"name"},
			search:  []string{"name"},
		},
	}
}
