package source

import (
	"context"
	"net/url"

	"github.com/hashicorp/terraform-plugin-framework-validators/datasourcevalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/providers"
)

// NewSyncStatus is how the last synchronization of a source or a provider went
// (`sync/status/` of it, `sync_status/` up to 2024.4).
func NewSyncStatus() datasource.DataSource { return &syncStatus{} }

type syncStatus struct {
	plain.DataSource
}

var (
	_ datasource.DataSourceWithConfigure        = (*syncStatus)(nil)
	_ datasource.DataSourceWithConfigValidators = (*syncStatus)(nil)
)

// synchronized is a kind of object that is synchronized. Its kind is what messages and the
// request need to know.
type synchronized struct {
	argument, description string
	kind                  *kind.Kind
}

var allSynchronized = []synchronized{
	{"source_ldap", "Slug of an LDAP source, which is the `id` of its resource.", &LDAP},
	{"source_kerberos", "Slug of a Kerberos source, which is the `id` of its resource.", &Kerberos},
	{"provider_scim", "ID of a SCIM provider.", &providers.SCIM},
	{"provider_google_workspace", "ID of a Google Workspace provider.", &providers.GoogleWorkspace},
	{"provider_microsoft_entra", "ID of a Microsoft Entra provider.", &providers.MicrosoftEntra},
}

func (*syncStatus) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_sync_status"
}

func (*syncStatus) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	attributes := map[string]schema.Attribute{
		"is_running":           schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether a synchronization is running. Null up to authentik 2023.10."},
		"last_sync_status":     schema.StringAttribute{Computed: true, MarkdownDescription: "How the last synchronization ended, such as `done` or `error`; up to authentik 2025.6 the worst result of its parts, such as `successful` or `error`. Null if none has ended."},
		"last_successful_sync": schema.StringAttribute{Computed: true, MarkdownDescription: "When the last synchronization without an error ended; up to authentik 2025.6 the last part of one. Null if there was none."},
	}
	for _, one := range allSynchronized {
		attributes[one.argument] = schema.StringAttribute{Optional: true, MarkdownDescription: one.description + " Exactly one of the five must be set."}
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "How the last synchronization of an LDAP or Kerberos source, or of a SCIM, Google Workspace or Microsoft Entra provider went. A synchronization that Terraform has just caused takes its time, so that this is the one before.",
		Attributes:          attributes,
	}
}

// ConfigValidators require one of the arguments.
func (*syncStatus) ConfigValidators(context.Context) []datasource.ConfigValidator {
	var expressions []path.Expression
	for _, one := range allSynchronized {
		expressions = append(expressions, path.MatchRoot(one.argument))
	}
	return []datasource.ConfigValidator{datasourcevalidator.ExactlyOneOf(expressions...)}
}

func (d *syncStatus) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	_, diagnostics := d.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	release, _, err := d.Connection.Release(ctx)
	for _, one := range allSynchronized {
		var id types.String
		resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root(one.argument), &id)...)
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(one.argument), id)...)
		if id.ValueString() == "" || resp.Diagnostics.HasError() {
			continue
		}
		asked := lookup.ByID(id.ValueString())
		if one.kind.IsAddressedByName() {
			asked[0].Attribute = one.kind.Address().Name
		}
		operation := diagnostic.New(ctx, d.Connection, one.kind, diagnostic.View, asked)
		if err != nil {
			resp.Diagnostics.Append(operation.Failed(err))
			return
		}
		if summary, detail := one.kind.Missing(release); summary != "" {
			resp.Diagnostics.AddAttributeError(path.Root(one.argument), summary, detail)
			return
		}
		action := "/sync/status/"
		if release != "" && contract.Compare(release, "2024.6.0") < 0 {
			action = "/sync_status/"
		}
		var status syncAnswer
		resp.Diagnostics.Append(plain.Get(ctx, d.Connection, operation, one.kind.API.Path+url.PathEscape(id.ValueString())+action, nil, &status)...)
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("is_running"), status.isRunning)...)
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("last_sync_status"), status.last)...)
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("last_successful_sync"), status.lastSuccess)...)
	}
}
