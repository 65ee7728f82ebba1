package system

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringdefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
)

func (*file) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	text := []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true})}
	replace := []planmodifier.String{stringplanmodifier.RequiresReplace()}
	resp.Schema = schema.Schema{
		MarkdownDescription: "Uploads a file, such as a logo, to authentik 2025.12 and later. Fields such as `branding_logo` of `authentik_brand`, `meta_icon` of `authentik_application` and `background` of `authentik_flow` take its `name`.\n\n" +
			"The plan compares the content of the file with the hash of what was uploaded last: authentik does not return the content. A file that changed is deleted and uploaded again, since authentik does not replace files; for that moment it is missing. The token's user needs the permissions `authentik_rbac.view_media_files` and `authentik_rbac.manage_media_files`.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()}, MarkdownDescription: "`<usage>/<name>`.",
			},
			"name": schema.StringAttribute{
				Required: true, Validators: []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true, Check: wrongName})}, PlanModifiers: replace,
				MarkdownDescription: "Name of the file, by which others refer to it. It may have folders, as in `logos/dark.svg`, and `%(theme)s` for files that differ by theme. Another value replaces the file.",
			},
			"usage": schema.StringAttribute{
				Optional: true, Computed: true, Default: stringdefault.StaticString("media"), Validators: text, PlanModifiers: replace,
				MarkdownDescription: "What the file is for. Default: `media`, which is the only value up to authentik 2026.8. Another value replaces the file.",
			},
			"source": schema.StringAttribute{
				Optional: true, Validators: text,
				MarkdownDescription: "Path of the file, such as `\"${path.module}/logo.svg\"`. Exactly one of `source` and `content_base64` must be set.",
			},
			"content_base64": schema.StringAttribute{
				Optional: true, Validators: text, MarkdownDescription: "Content of the file in base64, for content that Terraform has computed. It is kept in the state.",
			},
			"content_sha256": schema.StringAttribute{
				Computed: true, MarkdownDescription: "SHA-256 of the content that was uploaded last, in hexadecimal.",
			},
		},
	}
}

// ValidateConfig requires exactly one of the two sources.
func (*file) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	var config fileState
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	const both = "Exactly one of `source` and `content_base64` must be set."
	switch {
	case resp.Diagnostics.HasError() || config.Source.IsUnknown() || config.Content.IsUnknown():
	case config.Source.IsNull() && config.Content.IsNull():
		resp.Diagnostics.AddAttributeError(path.Root("source"), "Missing argument", both)
	case !config.Source.IsNull() && !config.Content.IsNull():
		resp.Diagnostics.AddAttributeError(path.Root("content_base64"), "Conflicting arguments", both)
	}
}

// ModifyPlan reads the file: its hash is what the plan compares.
func (f *file) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() {
		return
	}
	var plan fileState
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	if resp.Diagnostics.HasError() {
		return
	}
	hash := types.StringUnknown()
	if !plan.Source.IsUnknown() && !plan.Content.IsUnknown() && !plan.Name.IsUnknown() {
		loaded, err := load(plan.Source.ValueString(), plan.Content.ValueString())
		if err != nil {
			resp.Diagnostics.AddAttributeError(path.Root(loaded.argument), "Cannot read the file", sentence(err.Error()))
			return
		}
		if reason, isError := loaded.unfit(plan.Name.ValueString()); isError {
			resp.Diagnostics.AddAttributeError(path.Root(loaded.argument), "Content does not match the file name", reason)
			return
		} else if reason != "" && req.State.Raw.IsNull() {
			resp.Diagnostics.AddAttributeWarning(path.Root("name"), "Not an image", reason)
		}
		hash = types.StringValue(loaded.sum())
		if !req.State.Raw.IsNull() && isImported(ctx, req, resp) {
			resp.Diagnostics.AddAttributeWarning(path.Root(loaded.argument), "The imported file is uploaded once",
				"authentik does not return the content of a file, so that nothing says whether the imported one is the same. The next apply deletes it and uploads this one in its place; plans after that compare the content.")
		}
	}
	resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root("content_sha256"), hash)...)
	if !req.State.Raw.IsNull() {
		return
	}
	if release, known, err := f.Connection.Release(ctx); err == nil && known {
		if summary, detail := fileKind.Missing(release); summary != "" {
			resp.Diagnostics.AddError(summary, detail+" Until then, use a URL or a path that begins with `/static` instead of a file's name.")
		}
	}
}

// isImported says whether the state is that of an import, which has no hash.
func isImported(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) bool {
	var hash types.String
	resp.Diagnostics.Append(req.State.GetAttribute(ctx, path.Root("content_sha256"), &hash)...)
	return hash.IsNull()
}
