package provider

import (
	"os"
	"sync/atomic"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/server"
)

// Option changes what [NewServer] returns.
type Option func(*authentikProvider)

// WithFirstRetry sets the pause before the first retry of a request, with which all pauses
// grow. It is for tests, which need not wait.
func WithFirstRetry(pause time.Duration) Option {
	return func(p *authentikProvider) { p.firstRetry = pause }
}

// WithPreparedSchemas serves the schemas that `make generate` wrote instead of computing
// them, which takes some milliseconds off each command of Terraform.
func WithPreparedSchemas() Option {
	return func(p *authentikProvider) { p.schemas = prepared }
}

// NewServer returns the provider as a server of Terraform's plugin protocol. The version is
// that of the build, `dev` for none.
func NewServer(version string, options ...Option) tfprotov6.ProviderServer {
	connected := new(atomic.Pointer[connection.Connection])
	described := &authentikProvider{version: version, connected: connected}
	for _, option := range options {
		option(described)
	}
	framework, ok := providerserver.NewProtocol6(described)().(server.Framework)
	if !ok {
		panic("terraform-plugin-framework does not serve list resources any more")
	}
	return server.New(framework, prefix, Kinds(), described.schemas, connected.Load)
}

// Unlogged turns off logs that nobody will see: Terraform takes everything that a
// provider logs, at the level of TRACE, and drops it unless TF_LOG or TF_LOG_PROVIDER is
// set. Together with the contexts that the framework keeps (see package server) that was
// half of the provider's time in a plan of 1,000 resources.
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
