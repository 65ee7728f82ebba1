package lifecycle

// policies are the cases of policies.
func policies() []Case {
	return []Case{
		{
			Type:    "policy_expression",
			Minimal: map[string]any{"name": "expression", "expression": "return True"},
			Full:    map[string]any{"name": "expression renamed", "expression": "  # staff\nreturn request.user.is_staff\n", "execution_logging": true},
		},
	}
}
