package governance

import (
	"encoding/json"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// LifecycleRule says when objects are reviewed (/api/v3/lifecycle/rules/). The server
// reads `object_id` with the model of `content_type`, so that a body has both.
var LifecycleRule = kind.Kind{
	Type: "lifecycle_rule", Plural: "lifecycle_rules", Title: "lifecycle rule", Family: Family,
	Summary:    "A lifecycle rule has people review an application, a group or a role at regular intervals, or all objects of one of these types.",
	Model:      "authentik_lifecycle.lifecyclerule",
	API:        kind.Endpoint{Path: "/lifecycle/rules/", Key: "id"},
	Lookups:    []kind.Lookup{kind.By("name")},
	Filters:    []string{"name", "content_type", "object_id"},
	Enterprise: true,
	Deletes:    "its reviews",
	Rules:      []kind.Rule{hasReviewers},
	Parameters: []kind.Parameter{
		{Name: "model", API: "content_type__model", Type: kind.String, Description: "Only those for objects of this model, such as `group`."},
	},
	Fields: []kind.Field{
		{Name: "pk", API: "id", Description: "UUID of the rule as the API names it; the same as `id`."},
		{Name: "name", Description: "Name of the rule, unique."},
		{Name: "content_type", Description: "Type of the objects to review."},
		{Name: "object_id", Description: "ID of the object to review: `uuid` of an application, `id` of a group or a role. If not set, the rule applies to all objects of the type that have no rule of their own; there can be only one such rule per type."},
		{Name: "interval", Type: kind.Duration, Default: "days=60", Description: "How much time passes between reviews."},
		{Name: "grace_period", Type: kind.Duration, Default: "days=30", Description: "How long reviewers have. It must be shorter than `interval`."},
		{Name: "reviewer_groups", Refers: reference.Group, Description: "IDs of groups whose members review.", Usage: "At least one of `reviewer_groups` and `reviewers` must not be empty."},
		{Name: "reviewers", Optional: true, Default: []string{}, Refers: reference.UserUUID, Description: "UUIDs of users who review: `uuid` of a user, not `id`."},
		{Name: "min_reviewers", Default: 1, Description: "How many members of `reviewer_groups` must review."},
		{Name: "min_reviewers_is_per_group", Default: false, Description: "Whether `min_reviewers` applies to each group rather than to all of them together."},
		{Name: "notification_transports", Refers: reference.Transport, Description: "IDs of notification transports that tell reviewers."},
		{Name: "target_verbose", Description: "What is reviewed, in the server's words."},
	},
	Excluded: map[string]string{
		"reviewer_groups_obj": "the data source of groups has them", "reviewers_obj": "the data source of users has them",
	},
}

// hasReviewers refuses a rule that nobody can act on, as the server does.
func hasReviewers(arguments kind.Arguments) []kind.Finding {
	for _, name := range []string{"reviewer_groups", "reviewers"} {
		if !arguments.IsUnset(name) && !arguments.IsEmpty(name) {
			return nil
		}
	}
	return []kind.Finding{{Attribute: "reviewers", Summary: "No reviewers", Detail: "At least one of `reviewer_groups` and `reviewers` must not be empty."}}
}

// Offboarding deactivates or deletes a user at a point in time
// (/api/v3/lifecycle/user_offboarding/). A deletion cancels it, which the server allows
// only while it is pending; the object stays.
var Offboarding = kind.Kind{
	Type: "user_offboarding", Plural: "user_offboardings", Title: "user offboarding", Family: Family,
	Summary:     "A user offboarding deactivates or deletes a user at a point in time. Destroying the resource cancels a pending one; one that was executed stays as it is.",
	Model:       "authentik_lifecycle.useroffboarding",
	API:         kind.Endpoint{Path: "/lifecycle/user_offboarding/", Key: "id", Immutable: true},
	Lookups:     []kind.Lookup{kind.By("user", "status")},
	NamesRepeat: true,
	Filters:     []string{"user", "action", "status"},
	Enterprise:  true,
	Parameters: []kind.Parameter{
		{Name: "user_uuid", API: "user__uuid", Type: kind.UUID, Description: "Only those of the user with this UUID."},
	},
	Fields: []kind.Field{
		{Name: "pk", API: "id", Description: "UUID of the offboarding as the API names it; the same as `id`."},
		{Name: "user", Cascades: true, Refers: reference.User, Description: "ID of the user. There can be only one pending offboarding per user."},
		{Name: "scheduled_at", Description: "When the user is offboarded. It must be in the future."},
		{Name: "action", Default: "deactivate", Description: "Whether the user is deactivated (`deactivate`) or deleted (`delete`)."},
		{Name: "revoke_sessions", Default: true, Description: "Whether the user's sessions end."},
		{Name: "revoke_tokens", Default: true, Description: "Whether the user's tokens are deleted."},
		{Name: "status", Description: "How far the offboarding is."},
		{Name: "created_at", Description: "When the offboarding was created."},
		{Name: "executed_at", Description: "When the offboarding was executed, null before."},
	},
	Gone:  hasStatus("canceled"),
	Spent: hasStatus("completed", "failed", "canceled"),
	Excluded: map[string]string{
		"user_obj": "the data source of users has it", "created_by_obj": "the data source of users has it",
	},
}

// hasStatus says whether an offboarding's status is one of them.
func hasStatus(statuses ...string) func(map[string]json.RawMessage) bool {
	return func(answer map[string]json.RawMessage) bool {
		var status string
		return json.Unmarshal(answer["status"], &status) == nil && slices.Contains(statuses, status)
	}
}
