package authentiktest

// Paths of what belongs to the installation.
const (
	certificates = "/crypto/certificatekeypairs/"
	blueprints   = "/managed/blueprints/"
	settings     = "/admin/settings/"
	schedules    = "/tasks/schedules/"
)

// systemModels are certificates, blueprints, settings and schedules.
func systemModels() map[string]*model {
	return map[string]*model{
		certificates: certificate(),
		blueprints: {
			defaults: values{"enabled": true, "status": "unknown"},
			loose:    map[string]string{"context": "2024.2.0"},
			touched:  []string{"last_applied"},
			unique:   []uniqueness{{field: "name", scope: blueprints, message: "Blueprint Instance with this name already exists."}},
			checks:   []check{pathOrContent, readableContent, validContent, existingPath},
			order:    []string{"name"}, search: []string{"name", "path"},
		},
		settings: {
			defaults: values{
				"avatars": "gravatar,initials", "default_user_change_name": true, "event_retention": "days=365", "reputation_lower_limit": -5,
				"reputation_upper_limit": 5, "footer_links": []any{}, "gdpr_compliance": true, "impersonation": true,
				"impersonation_require_reason": true, "default_token_duration": "minutes=30", "default_token_length": 60,
				"pagination_default_page_size": 20, "pagination_max_page_size": 100,
			},
			formats: durations("event_retention", "default_token_duration"),
		},
		schedules: {key: "id", order: []string{"next_run", "actor_name"}, search: []string{"rel_obj_id", "description"}},
	}
}
