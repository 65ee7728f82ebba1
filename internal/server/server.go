// Package server speaks Terraform's plugin protocol for described kinds, and leaves the
// rest (the provider's configuration, plain resources, ephemeral resources, functions) to
// terraform-plugin-framework.
//
// Why described kinds do without the framework: a refresh of 1,000 resources spent nine
// tenths of its allocations in the framework's walks over schemas, and a kind needed a
// framework schema for each of resource, data sources and list besides its description.
// Here a request is decoded into Terraform's raw values, handled by internal/resource or
// internal/datasource, and encoded again.
package server

import (
	"context"
	"maps"
	"sync"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/datasource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
)

// Framework is the framework's server for what is not a described kind.
type Framework interface {
	tfprotov6.ProviderServer
	tfprotov6.ListResourceServer
}

// Server is the whole provider.
type Server struct {
	Framework
	// Connection returns the configured provider, nil before ConfigureProvider.
	connection func() *connection.Connection

	managed, one, many map[string]*kind.Kind
	schemas            func() *schema.Set
}

var _ tfprotov6.ProviderServerWithListResource = (*Server)(nil) //nolint:staticcheck // SA1019: plugin-go still asks for it by this name

// New is the server for the kinds, over the framework's server for everything else.
// connected returns what ConfigureProvider of the latter led to, nil for nothing yet. The
// prefix is the provider's name with an underscore; schemas returns the schemas of the
// kinds, nil to have them computed.
func New(framework Framework, prefix string, kinds []*kind.Kind, schemas func() *schema.Set, connected func() *connection.Connection) *Server {
	if schemas == nil {
		schemas = func() *schema.Set { return schema.SetOf(prefix, kinds) }
	}
	s := &Server{
		Framework: framework, connection: connected, schemas: sync.OnceValue(schemas),
		managed: map[string]*kind.Kind{}, one: map[string]*kind.Kind{}, many: map[string]*kind.Kind{},
	}
	for _, k := range kinds {
		s.one[prefix+k.Type] = k
		if k.Plural != "" {
			s.many[prefix+k.Plural] = k
		}
		if !k.ReadOnly {
			s.managed[prefix+k.Type] = k
		}
	}
	return s
}

func (s *Server) resource(k *kind.Kind) *resource.Resource {
	return &resource.Resource{Kind: k, Connection: s.connection()}
}

func (s *Server) dataSource(k *kind.Kind) *datasource.DataSource {
	return &datasource.DataSource{Kind: k, Connection: s.connection()}
}

// GetMetadata lists the types.
func (s *Server) GetMetadata(ctx context.Context, req *tfprotov6.GetMetadataRequest) (*tfprotov6.GetMetadataResponse, error) {
	resp, err := s.Framework.GetMetadata(ctx, req)
	if err != nil {
		return nil, err
	}
	resp.ServerCapabilities = capabilities()
	for name := range s.managed {
		resp.Resources = append(resp.Resources, tfprotov6.ResourceMetadata{TypeName: name})
		resp.ListResources = append(resp.ListResources, tfprotov6.ListResourceMetadata{TypeName: name})
	}
	for _, types := range []map[string]*kind.Kind{s.one, s.many} {
		for name := range types {
			resp.DataSources = append(resp.DataSources, tfprotov6.DataSourceMetadata{TypeName: name})
		}
	}
	return resp, nil
}

// capabilities are what this server does: among others it needs no GetProviderSchema
// before other requests, so that Terraform can keep the schema of an earlier process.
func capabilities() *tfprotov6.ServerCapabilities {
	return &tfprotov6.ServerCapabilities{GetProviderSchemaOptional: true, MoveResourceState: true, PlanDestroy: true, GenerateResourceConfig: true}
}

// GetProviderSchema returns all schemas.
func (s *Server) GetProviderSchema(ctx context.Context, req *tfprotov6.GetProviderSchemaRequest) (*tfprotov6.GetProviderSchemaResponse, error) {
	resp, err := s.Framework.GetProviderSchema(ctx, req)
	if err != nil {
		return nil, err
	}
	resp.ServerCapabilities = capabilities()
	resp.ResourceSchemas = orEmpty(resp.ResourceSchemas)
	resp.DataSourceSchemas = orEmpty(resp.DataSourceSchemas)
	resp.ListResourceSchemas = orEmpty(resp.ListResourceSchemas)
	described := s.schemas()
	maps.Copy(resp.ResourceSchemas, described.Resources)
	maps.Copy(resp.DataSourceSchemas, described.DataSources)
	maps.Copy(resp.ListResourceSchemas, described.Lists)
	return resp, nil
}

func orEmpty(schemas map[string]*tfprotov6.Schema) map[string]*tfprotov6.Schema {
	if schemas == nil {
		return map[string]*tfprotov6.Schema{}
	}
	return schemas
}

// GetResourceIdentitySchemas returns the schemas of all identities.
func (s *Server) GetResourceIdentitySchemas(ctx context.Context, req *tfprotov6.GetResourceIdentitySchemasRequest) (*tfprotov6.GetResourceIdentitySchemasResponse, error) {
	resp, err := s.Framework.GetResourceIdentitySchemas(ctx, req)
	if err != nil {
		return nil, err
	}
	if resp.IdentitySchemas == nil {
		resp.IdentitySchemas = map[string]*tfprotov6.ResourceIdentitySchema{}
	}
	maps.Copy(resp.IdentitySchemas, s.schemas().Identities)
	return resp, nil
}
