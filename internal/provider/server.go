package provider

import (
	"context"
	"os"
	"sync"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// NewServer makes the provider as a server of Terraform's protocol. The version is
// that of the build.
//
// The framework keeps the context of every request until Terraform stops the provider
// (proto6server.registerContext), and with it the request's loggers and its gRPC
// stream: 75 KB for each resource of a plan. So what comes for each object gets a
// context that lets go of everything when the request is done.
//
// Requests of kinds that this provider does not offer, actions and state stores, are
// left out.
func NewServer(version string) tfprotov6.ProviderServer {
	framework := providerserver.NewProtocol6(New(version)())()
	//nolint:staticcheck // SA1019: plugin-go still asks for it by this name
	if listing, ok := framework.(tfprotov6.ProviderServerWithListResource); ok {
		return &server{listing}
	}
	return framework
}

type server struct {
	tfprotov6.ProviderServerWithListResource
}

func (s *server) ValidateResourceConfig(ctx context.Context, req *tfprotov6.ValidateResourceConfigRequest) (*tfprotov6.ValidateResourceConfigResponse, error) {
	return leased(ctx, req, s.ProviderServerWithListResource.ValidateResourceConfig)
}

func (s *server) UpgradeResourceState(ctx context.Context, req *tfprotov6.UpgradeResourceStateRequest) (*tfprotov6.UpgradeResourceStateResponse, error) {
	return leased(ctx, req, s.ProviderServerWithListResource.UpgradeResourceState)
}

func (s *server) UpgradeResourceIdentity(ctx context.Context, req *tfprotov6.UpgradeResourceIdentityRequest) (*tfprotov6.UpgradeResourceIdentityResponse, error) {
	return leased(ctx, req, s.ProviderServerWithListResource.UpgradeResourceIdentity)
}

func (s *server) ReadResource(ctx context.Context, req *tfprotov6.ReadResourceRequest) (*tfprotov6.ReadResourceResponse, error) {
	return leased(ctx, req, s.ProviderServerWithListResource.ReadResource)
}

func (s *server) PlanResourceChange(ctx context.Context, req *tfprotov6.PlanResourceChangeRequest) (*tfprotov6.PlanResourceChangeResponse, error) {
	return leased(ctx, req, s.ProviderServerWithListResource.PlanResourceChange)
}

func (s *server) ApplyResourceChange(ctx context.Context, req *tfprotov6.ApplyResourceChangeRequest) (*tfprotov6.ApplyResourceChangeResponse, error) {
	return leased(ctx, req, s.ProviderServerWithListResource.ApplyResourceChange)
}

func (s *server) ImportResourceState(ctx context.Context, req *tfprotov6.ImportResourceStateRequest) (*tfprotov6.ImportResourceStateResponse, error) {
	return leased(ctx, req, s.ProviderServerWithListResource.ImportResourceState)
}

func (s *server) ValidateDataResourceConfig(ctx context.Context, req *tfprotov6.ValidateDataResourceConfigRequest) (*tfprotov6.ValidateDataResourceConfigResponse, error) {
	return leased(ctx, req, s.ProviderServerWithListResource.ValidateDataResourceConfig)
}

func (s *server) ReadDataSource(ctx context.Context, req *tfprotov6.ReadDataSourceRequest) (*tfprotov6.ReadDataSourceResponse, error) {
	return leased(ctx, req, s.ProviderServerWithListResource.ReadDataSource)
}

// leased serves a request with a context that ends with it.
func leased[Request, Response any](ctx context.Context, req Request, serve func(context.Context, Request) (Response, error)) (Response, error) {
	lease := &lease{ctx: ctx}
	defer lease.end()
	return serve(lease, req) //nolint:contextcheck // the lease is made of ctx
}

// lease is the context of one request as long as that lasts, and afterwards one that
// is canceled.
type lease struct {
	mu  sync.RWMutex
	ctx context.Context //nolint:containedctx // it is one
}

func (l *lease) of() context.Context {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.ctx
}

func (l *lease) end() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ctx = ended
}

func (l *lease) Deadline() (deadline time.Time, ok bool) { return l.of().Deadline() }
func (l *lease) Done() <-chan struct{}                   { return l.of().Done() }
func (l *lease) Err() error                              { return l.of().Err() }
func (l *lease) Value(key any) any                       { return l.of().Value(key) }

var ended = func() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	return ctx
}()

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
