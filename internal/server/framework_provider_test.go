package server_test

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
)

// framework is a provider of terraform-plugin-framework: without anything, or with the
// resource and the data sources of a kind, as a provider author would write them.
type framework struct {
	kind      *kind.Kind
	connected *connection.Connection
	fake      *coretest.Server
	// rules are those of the resource.
	rules []resource.ConfigValidator
}

func (framework) Metadata(_ context.Context, _ provider.MetadataRequest, resp *provider.MetadataResponse) {
	resp.TypeName = "test"
}
func (framework) Schema(context.Context, provider.SchemaRequest, *provider.SchemaResponse) {}

// Configure defers everything where the configuration is not known yet and Terraform can
// do that.
func (f framework) Configure(_ context.Context, req provider.ConfigureRequest, resp *provider.ConfigureResponse) {
	if f.connected != nil && f.connected.Client == nil && req.ClientCapabilities.DeferralAllowed {
		resp.Deferred = &provider.Deferred{Reason: provider.DeferredReasonProviderConfigUnknown}
	}
}

func (f framework) Resources(context.Context) []func() resource.Resource {
	if f.kind == nil {
		return nil
	}
	return []func() resource.Resource{func() resource.Resource { return thing{f} }}
}

func (f framework) DataSources(context.Context) []func() datasource.DataSource {
	if f.kind == nil {
		return nil
	}
	return []func() datasource.DataSource{
		func() datasource.DataSource { return dataThing{f, false} },
		func() datasource.DataSource { return dataThing{f, true} },
	}
}

// rival is the framework's provider with the same kind and a connection of the same kind.
// deferral says whether Terraform can defer.
func (tf *terraform) rival(deferral bool) tfprotov6.ProviderServer {
	tf.Helper()
	connected := tf.connected
	if connected != nil {
		connected = &connection.Connection{Client: connected.Client, Unknown: connected.Unknown}
	}
	return tf.configured(framework{kind: tf.kind, connected: connected, fake: tf.fake}, deferral)
}

// configured is the server of the framework's provider, configured.
func (tf *terraform) configured(provider framework, deferral bool) tfprotov6.ProviderServer {
	tf.Helper()
	serve := providerserver.NewProtocol6(provider)()
	empty := tftypes.Object{}
	resp, err := serve.ConfigureProvider(tf.Context(), &tfprotov6.ConfigureProviderRequest{
		Config: dynamic(tf, empty, map[string]tftypes.Value{}), ClientCapabilities: &tfprotov6.ConfigureProviderClientCapabilities{DeferralAllowed: deferral},
	})
	if err != nil {
		tf.Fatal(err)
	}
	tf.fine(resp.Diagnostics)
	return serve
}

// identityType is the type of the kind's identity.
func (f framework) identityType() tftypes.Object { return schema.IdentityType(f.kind) }
