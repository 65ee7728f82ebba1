package provider

import (
	"os"
	"sync/atomic"

	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/server"
)

// NewServer returns the provider as a server of Terraform's plugin protocol. The version is
// that of the build, `dev` for none.
func NewServer(version string) tfprotov6.ProviderServer {
	connected := new(atomic.Pointer[connection.Connection])
	described := &authentikProvider{version: version, connected: connected}
	framework, ok := providerserver.NewProtocol6(described)().(server.Framework)
	if !ok {
		panic("terraform-plugin-framework does not serve list resources any more")
	}
	return server.New(framework, Name+"_", Kinds(), connected.Load)
}

// Unlogged turns off logs that nobody will see: Terraform takes everything that a
// provider logs, at the level of TRACE, and drops it unless TF_LOG or TF_LOG_PROVIDER is
// set. Together with [NewServer]'s contexts that was half of the provider's time in a
// plan of 1,000 resources.
func Unlogged() error {
	for _, variable := range []string{"TF_LOG", "TF_LOG_PROVIDER"} {
		if os.Getenv(variable) != "" {
			return nil
		}
	}
	for _, variable := range []string{"TF_LOG_SDK", "TF_LOG_SDK_PROTO", "TF_LOG_SDK_FRAMEWORK", "TF_LOG_PROVIDER_AUTHENTIK"} {
		if os.Getenv(variable) == "" {
			if err := os.Setenv(variable, "OFF"); err != nil {
				return err
			}
		}
	}
	return nil
}
