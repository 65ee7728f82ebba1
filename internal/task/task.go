// Package task describes the schedules of authentik's background tasks, and reads the
// tasks themselves.
package task

import (
	"encoding/json"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Kinds are the kinds of this family.
func Kinds() []*kind.Kind { return []*kind.Kind{&Schedule} }

// Family is the heading in the documentation.
const Family = "System"

// Schedule says when a background task of an object runs (/api/v3/tasks/schedules/). The
// server creates one along with the object, and sets `paused` to false whenever the object
// is saved (tasks/schedules/common.py).
var Schedule = kind.Kind{
	Type: "task_schedule", Plural: "task_schedules", Title: "task schedule", Family: Family,
	Summary: "A task schedule says when a background task runs, such as the synchronization of an LDAP source. authentik creates it with the object that it belongs to.",
	Model:   "authentik_tasks_schedules.schedule",
	API:     kind.Endpoint{Path: "/tasks/schedules/", Key: "id", Adopted: true, Kept: true},
	Lookups: []kind.Lookup{{Fields: []string{"app_model", "model_id"}, Narrower: "actor_name"}},
	Filters: []string{"actor_name", "model_id", "paused"},
	Unmanaged: &kind.Unmanaged{
		Is:  func(answer map[string]json.RawMessage) bool { return string(answer["rel_obj_id"]) == "null" },
		Are: "schedules of tasks that belong to no object, which no argument names",
	},
	Parameters: []kind.Parameter{
		{Name: "app_label", API: "rel_obj_content_type__app_label", Type: kind.String, Description: "Only those of objects of this app, such as `authentik_sources_ldap`."},
		{Name: "model", API: "rel_obj_content_type__model", Type: kind.String, Description: "Only those of objects of this model, such as `ldapsource`."},
	},
	Fields: []kind.Field{
		{Name: "pk", API: "id", Description: "UUID of the schedule as the API names it; the same as `id`."},
		{Name: "app_model", Local: true, Replaces: true, Required: true, Check: isModel, Description: "Type of the object that the schedule belongs to, `app.model`, such as `authentik_sources_ldap.ldapsource`."},
		{Name: "model_id", API: "rel_obj_id", Local: true, Replaces: true, Required: true, Description: "ID of the object that the schedule belongs to: `uuid` where it has one, otherwise `id`. The API's name of the field is `rel_obj_id`."},
		{Name: "actor_name", Local: true, Replaces: true, Computed: true, Description: "Name of the task, such as `authentik.sources.ldap.tasks.ldap_sync`. Needed only where the object has several schedules."},
		{Name: "crontab", Check: isCrontab, Description: "When the task runs, as the five fields of a crontab in UTC: minute, hour, day of the month, month and day of the week. The server keeps it when the object is saved."},
		{Name: "paused", Default: false, Description: "Whether the task is paused. authentik resets this to false whenever the object is saved, which the next plan shows."},
		{Name: "identifier", Description: "What tells schedules of the same task apart."},
		{Name: "uid", Description: "Name of the task with the identifier."},
		{Name: "rel_obj_app_label", Description: "App of the object that the schedule belongs to."},
		{Name: "rel_obj_model", Description: "Model of the object that the schedule belongs to."},
		{Name: "next_run", Description: "When the task runs next."},
		{Name: "description", Description: "What the task does."},
		{Name: "last_task_status", Description: "How the last task went."},
	},
	Upgrade: nameModel,
}

// nameModel joins the app and the model of the object.
func nameModel(answer map[string]json.RawMessage) {
	var app, model string
	if json.Unmarshal(answer["rel_obj_app_label"], &app) != nil || json.Unmarshal(answer["rel_obj_model"], &model) != nil {
		return
	}
	if joined, err := json.Marshal(app + "." + model); err == nil {
		answer["app_model"] = joined
	}
}

func isModel(written string) string {
	app, model, found := strings.Cut(written, ".")
	if !found || app == "" || model == "" || strings.Contains(model, ".") || strings.ToLower(written) != written {
		return "It must be an app and a model in lower case with a dot between them, such as `authentik_sources_ldap.ldapsource`."
	}
	return ""
}
