package system

import (
	"context"
	"net/url"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/stage"
)

// fileKind is what messages need to know about uploaded files.
var fileKind = kind.Kind{
	Type: "file", Title: "file", Family: "Customization",
	Permissions: map[string]string{
		"view": "authentik_rbac.view_media_files", "add": "authentik_rbac.manage_media_files",
		"change": "authentik_rbac.manage_media_files", "delete": "authentik_rbac.manage_media_files",
	},
	Model: "authentik_rbac.media_files",
	API:   kind.Endpoint{Path: "/admin/file/", Plain: true},
}

// uploaded is the list of files (/api/v3/admin/file/, since 2025.12).
var uploaded = array{
	kind:      kind.Kind{Type: "files", Title: "file", Model: fileKind.Model, Permissions: fileKind.Permissions, API: fileKind.API},
	attribute: "files", key: "name", keys: "names",
	columns: []column{
		{"name", "name", "Name of the file, as fields such as `branding_logo` of a brand have it."},
		{"mime_type", "mime_type", "Type that the server derives from the name, such as `image/png`."},
		{"url", "url", "URL of the file, without the signature that it may need."},
	},
}

// NewFiles is the data source of uploaded files.
func NewFiles() datasource.DataSource { return &files{} }

type files struct {
	plain.DataSource
}

var _ datasource.DataSourceWithConfigure = (*files)(nil)

func (*files) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_files"
}

func (*files) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	attributes := uploaded.attributes()
	attributes["usage"] = schema.StringAttribute{Optional: true, MarkdownDescription: "What the files are for. Default: `media`, which is the only value up to authentik 2026.8."}
	attributes["search"] = schema.StringAttribute{Optional: true, MarkdownDescription: "Only those with this in their name."}
	attributes["include_static"] = schema.BoolAttribute{Optional: true, MarkdownDescription: "Whether files that come with the server are listed too. Default: `false`."}
	resp.Schema = schema.Schema{
		MarkdownDescription: "Lists uploaded files, in authentik 2025.12 and later. The token's user needs the permission `authentik_rbac.view_media_files`.",
		Attributes:          attributes,
	}
}

func (f *files) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var usage, search types.String
	var static types.Bool
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("usage"), &usage)...)
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("search"), &search)...)
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("include_static"), &static)...)
	if resp.Diagnostics.HasError() {
		return
	}
	query := fileQuery(usage.ValueString(), search.ValueString())
	if static.ValueBool() {
		query.Del("manageable_only")
	}
	resp.State.Raw = req.Config.Raw
	resp.Diagnostics.Append(uploaded.read(ctx, f.Connection, query, func(attribute string, list types.List) diag.Diagnostics {
		if attribute == uploaded.attribute {
			list = unsigned(ctx, list)
		}
		return resp.State.SetAttribute(ctx, path.Root(attribute), list)
	})...)
}

// fileQuery are the parameters of the list. Without the first it has files that come with
// the server.
func fileQuery(usage, search string) url.Values {
	query := url.Values{"manageable_only": {"true"}}
	for name, set := range map[string]string{"usage": usage, "search": search} {
		if set != "" {
			query.Set(name, set)
		}
	}
	return query
}

// unsigned removes the signatures from the URLs: they change with every request.
func unsigned(ctx context.Context, list types.List) types.List {
	objects := make([]attr.Value, 0, len(list.Elements()))
	for _, element := range list.Elements() {
		object, ok := element.(types.Object)
		if !ok {
			return list
		}
		fields := object.Attributes()
		if address, ok := fields["url"].(types.String); ok {
			fields["url"] = types.StringValue(stage.WithoutSignature(address.ValueString()))
		}
		objects = append(objects, types.ObjectValueMust(object.AttributeTypes(ctx), fields))
	}
	return types.ListValueMust(list.ElementType(ctx), objects)
}
