package task

import (
	"context"
	"net/url"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// NewTasks is the data source for background tasks (/api/v3/tasks/tasks/, since 2025.8).
func NewTasks() datasource.DataSource { return &tasks{} }

type tasks struct {
	plain.DataSource
}

var _ datasource.DataSourceWithConfigure = (*tasks)(nil)

// taskKind is what messages need to know.
var taskKind = kind.Kind{Type: "tasks", Title: "task", Model: "authentik_tasks.task", API: kind.Endpoint{Path: "/tasks/tasks/"}}

// newest is the number of tasks that are read: the server keeps them for a month.
const newest = "100"

// filters are the arguments by the list's parameters.
type filters struct {
	AppLabel types.String `tfsdk:"app_label"`
	Model    types.String `tfsdk:"model"`
	ObjectID types.String `tfsdk:"object_id"`
	Actor    types.String `tfsdk:"actor_name"`
	State    types.String `tfsdk:"state"`
	Tasks    []one        `tfsdk:"tasks"`
}

// one is a task. Its log, which may contain what a plan should not show, is left out.
type one struct {
	ID          string `json:"message_id"        tfsdk:"message_id"`
	Actor       string `json:"actor_name"        tfsdk:"actor_name"`
	State       string `json:"state"             tfsdk:"state"`
	Status      string `json:"aggregated_status" tfsdk:"aggregated_status"`
	Modified    string `json:"mtime"             tfsdk:"mtime"`
	UID         string `json:"uid"               tfsdk:"uid"`
	Description string `json:"description"       tfsdk:"description"`
}

func (*tasks) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_tasks"
}

func (*tasks) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	given := func(description string) schema.StringAttribute {
		return schema.StringAttribute{Optional: true, MarkdownDescription: description}
	}
	computed := func(description string) schema.StringAttribute {
		return schema.StringAttribute{Computed: true, MarkdownDescription: description}
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "Reads the newest background tasks, at most " + newest + ", or the newest of those that match the filters. Their logs are left out.",
		Attributes: map[string]schema.Attribute{
			"app_label":  given("Only tasks of objects of this app, such as `authentik_sources_ldap`."),
			"model":      given("Only tasks of objects of this model, such as `ldapsource`."),
			"object_id":  given("Only tasks of the object with this ID: `uuid` where it has one, otherwise `id`."),
			"actor_name": given("Only tasks of this name, such as `authentik.sources.ldap.tasks.ldap_sync`."),
			"state":      given("Only tasks in this state, such as `queued`, `running` or `done`."),
			"tasks": schema.ListNestedAttribute{
				Computed: true, MarkdownDescription: "The tasks, the one that changed last first.",
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"message_id":        computed("UUID of the task."),
					"actor_name":        computed("Name of the task."),
					"state":             computed("How far the task is, such as `queued`, `running` or `done`."),
					"aggregated_status": computed("How the task is or ended, such as `running`, `info`, `warning` or `error`."),
					"mtime":             computed("When the task changed last."),
					"uid":               computed("Name of the task with what tells it apart from others."),
					"description":       computed("What the task does."),
				}},
			},
		},
	}
}

func (d *tasks) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var result filters
	resp.Diagnostics.Append(req.Config.Get(ctx, &result)...)
	_, diagnostics := d.Connection.API()
	if resp.Diagnostics.Append(diagnostics...); resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(plain.NeedsRelease(ctx, d.Connection, &taskKind, "2025.8.0")...)
	if resp.Diagnostics.HasError() {
		return
	}
	query := url.Values{"ordering": {"-mtime"}, "page_size": {newest}}
	for parameter, set := range map[string]types.String{
		"rel_obj_content_type__app_label": result.AppLabel, "rel_obj_content_type__model": result.Model, "rel_obj_id": result.ObjectID,
		"actor_name": result.Actor, "state": result.State,
	} {
		if set.ValueString() != "" {
			query.Set(parameter, set.ValueString())
		}
	}
	var page struct {
		Results []one `json:"results"`
	}
	operation := diagnostic.New(ctx, d.Connection, &taskKind, diagnostic.View, lookup.Whole(&taskKind))
	resp.Diagnostics.Append(plain.Get(ctx, d.Connection, operation, taskKind.API.Path, query, &page)...)
	switch result.Tasks = page.Results; {
	case resp.Diagnostics.HasError():
	case page.Results == nil: // never to be taken for no tasks
		resp.Diagnostics.Append(operation.Mismatched(&value.Mismatch{Field: "results", Expected: "a list", Got: "missing"}))
	default:
		resp.Diagnostics.Append(resp.State.Set(ctx, result)...)
	}
}
