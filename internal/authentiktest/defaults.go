package authentiktest

import "slices"

// WithDefaults starts the server with the flows, stages, bindings and prompts that authentik's own
// blueprints make on a fresh instance (names, orders and what they set beyond the defaults), and
// with a few of the WebAuthn device types that come with it. Their keys are the same on every
// server. What a release lacks, it does not show.
func WithDefaults() Option {
	return func(s *Server) error {
		s.withDefaults = true
		return nil
	}
}

// addDefaults adds what the blueprints make.
func (s *Server) addDefaults() {
	for _, name := range defaultPolicies {
		s.addDefault(allPolicies, values{"name": name})
	}
	for _, flow := range defaultFlows {
		if slug, _ := flow["slug"].(string); slug != "default-provider-invalidation-flow" || s.since("2024.10.0") {
			s.addDefault(flows, flow)
		}
	}
	for field, flow := range map[string]string{
		"flow_authentication": "default-authentication-flow", "flow_invalidation": "default-invalidation-flow",
		"flow_user_settings": "default-user-settings-flow",
	} {
		s.change(s.get(brands, defaultKey("brand")), values{field: defaultKey("flow " + flow)})
	}
	for _, prompt := range defaultPrompts {
		s.addDefault(prompts, prompt)
	}
	for _, deviceType := range defaultDeviceTypes {
		s.add(deviceTypes, deviceType)
	}
	for _, stage := range defaultStages {
		fields := copyObject(stage.fields)
		fields["name"] = stage.name
		if backends, ok := fields["backends"].([]any); ok && !s.since("2024.10.0") {
			fields["backends"] = slices.DeleteFunc(backends, func(backend any) bool { return backend == kerberos })
		}
		s.addDefault(stage.path, fields)
	}
	for _, bound := range defaultBindings {
		fields := merged(values{"target": defaultKey(bound.flow), "stage": defaultKey(bound.stage), "order": bound.order}, bound.fields)
		fields["pk"] = derivedUUID("binding of " + bound.stage + " to " + bound.flow)
		s.add(bindings, fields)
	}
}

func (s *Server) addDefault(path string, fields values) {
	name, _ := fields["name"].(string)
	if slug, ok := fields["slug"].(string); ok {
		name = "flow " + slug
	}
	s.add(path, merged(fields, values{"pk": defaultKey(name)}))
}

// defaultKey is the primary key of a default object; that of a flow goes by "flow " and its slug.
func defaultKey(name string) string { return derivedUUID("default " + name) }
