package server

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/datasource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// described is the kind of a data source, its type, and whether it reads many objects.
func (s *Server) described(typeName string) (k *kind.Kind, objectType tftypes.Object, many bool) {
	if k, ok := s.one[typeName]; ok {
		return k, schema.DataSourceType(k), false
	}
	if k, ok := s.many[typeName]; ok {
		return k, schema.PluralType(k), true
	}
	return nil, tftypes.Object{}, false
}

// ValidateDataResourceConfig checks the configuration of a data source.
func (s *Server) ValidateDataResourceConfig(ctx context.Context, req *tfprotov6.ValidateDataResourceConfigRequest) (*tfprotov6.ValidateDataResourceConfigResponse, error) {
	k, objectType, many := s.described(req.TypeName)
	if k == nil {
		return during(ctx, req, s.Framework.ValidateDataResourceConfig)
	}
	config, err := decode(req.Config, objectType)
	if err != nil {
		return &tfprotov6.ValidateDataResourceConfigResponse{Diagnostics: bug(err)}, nil
	}
	validate := s.dataSource(k).Validate
	if many {
		validate = s.dataSource(k).ValidateFilters
	}
	return &tfprotov6.ValidateDataResourceConfigResponse{Diagnostics: diagnostics(validate(config))}, nil
}

// ReadDataSource reads one object or many.
func (s *Server) ReadDataSource(ctx context.Context, req *tfprotov6.ReadDataSourceRequest) (*tfprotov6.ReadDataSourceResponse, error) {
	k, objectType, many := s.described(req.TypeName)
	if k == nil {
		return during(ctx, req, s.Framework.ReadDataSource)
	}
	resp := &tfprotov6.ReadDataSourceResponse{}
	if s.isDeferred() && req.ClientCapabilities != nil && req.ClientCapabilities.DeferralAllowed {
		unknown, err := tfprotov6.NewDynamicValue(objectType, tftypes.NewValue(objectType, tftypes.UnknownValue))
		if err != nil {
			resp.Diagnostics = bug(err)
			return resp, nil
		}
		resp.State, resp.Deferred = &unknown, &tfprotov6.Deferred{Reason: tfprotov6.DeferredReasonProviderConfigUnknown}
		return resp, nil
	}
	config, err := decode(req.Config, objectType)
	if err != nil {
		resp.Diagnostics = bug(err)
		return resp, nil
	}
	read := s.dataSource(k).Read
	if many {
		read = s.dataSource(k).ReadMany
	}
	state, failures := read(ctx, config)
	resp.Diagnostics = diagnostics(failures)
	if failures.HasError() {
		return resp, nil
	}
	if resp.State, err = encode(state, objectType); err != nil {
		resp.Diagnostics = append(resp.Diagnostics, bug(err)...)
	}
	return resp, nil
}

// ValidateListResourceConfig checks the filters of a list resource.
func (s *Server) ValidateListResourceConfig(ctx context.Context, req *tfprotov6.ValidateListResourceConfigRequest) (*tfprotov6.ValidateListResourceConfigResponse, error) {
	k, ok := s.managed[req.TypeName]
	if !ok {
		return during(ctx, req, s.Framework.ValidateListResourceConfig)
	}
	config, err := decode(req.Config, schema.ListType(k))
	if err != nil {
		return &tfprotov6.ValidateListResourceConfigResponse{Diagnostics: bug(err)}, nil
	}
	return &tfprotov6.ValidateListResourceConfigResponse{Diagnostics: diagnostics(s.dataSource(k).ValidateFilters(config))}, nil
}

// ListResource yields the objects, as many as Terraform asks for. A failure is a result
// of its own.
func (s *Server) ListResource(ctx context.Context, req *tfprotov6.ListResourceRequest) (*tfprotov6.ListResourceServerStream, error) {
	k, ok := s.managed[req.TypeName]
	if !ok {
		return s.Framework.ListResource(ctx, req)
	}
	return &tfprotov6.ListResourceServerStream{Results: func(yield func(tfprotov6.ListResourceResult) bool) {
		config, err := decode(req.Config, schema.ListType(k))
		if err != nil {
			yield(tfprotov6.ListResourceResult{Diagnostics: bug(err)})
			return
		}
		left, limit := req.Limit, int(req.Limit)
		if k.Gone != nil || k.Unmanaged != nil {
			limit = 0 // those that are left out do not count
		}
		for item, failure := range s.dataSource(k).Items(ctx, config, limit) {
			if failure != nil {
				yield(tfprotov6.ListResourceResult{Diagnostics: diagnostics(diag.Diagnostics{failure})})
				return
			}
			if !s.resource(k).IsAdoptable(item.Fields) {
				continue
			}
			if left--; !yield(s.listed(k, item, req.IncludeResource)) || left == 0 {
				return
			}
		}
	}}, nil
}

// listed is one result of a list.
func (s *Server) listed(k *kind.Kind, item datasource.Item, includeResource bool) tfprotov6.ListResourceResult {
	result := tfprotov6.ListResourceResult{DisplayName: s.dataSource(k).Label(item.Decoded)}
	key, err := identity(k, value.Plain(item.Decoded[k.Key().Name]))
	if err != nil {
		result.Diagnostics = bug(err)
		return result
	}
	result.Identity = key
	if !includeResource {
		return result
	}
	state, err := encode(s.resource(k).Listed(item.Decoded, item.Fields), schema.ResourceType(k))
	if err != nil {
		result.Diagnostics = bug(err)
		return result
	}
	result.Resource = state
	return result
}
