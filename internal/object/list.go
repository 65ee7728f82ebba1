package object

import (
	"context"
	"iter"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/list/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// NewListResource makes the list resource, by which `terraform query` finds
// objects to import (Terraform 1.14).
func NewListResource(description *Object) list.ListResource {
	return &listed{managed: managed{object: description}}
}

// listed shares the resource's type name and connection.
type listed struct {
	managed
}

var (
	_ list.ListResource              = (*listed)(nil)
	_ list.ListResourceWithConfigure = (*listed)(nil)
)

// ListResourceConfigSchema has the server's filters.
func (l *listed) ListResourceConfigSchema(_ context.Context, _ list.ListResourceSchemaRequest, resp *list.ListResourceSchemaResponse) {
	attributes := map[string]schema.Attribute{}
	for _, filter := range l.object.filters() {
		if filter.kind == Bool {
			attributes[filter.name] = schema.BoolAttribute{Optional: true, MarkdownDescription: filter.description}
			continue
		}
		attributes[filter.name] = schema.StringAttribute{Optional: true, MarkdownDescription: filter.description, Validators: filter.validators()}
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "Finds every " + l.object.Title + ", to be imported with `terraform query -generate-config-out=...`. " + l.object.Summary,
		Attributes:          attributes,
	}
}

// List yields the objects, as many as Terraform wants. A failure is a result of its
// own.
func (l *listed) List(ctx context.Context, req list.ListRequest, stream *list.ListResultsStream) {
	api, diagnostics := l.connection.api()
	arguments := valuesOf(req.Config.Raw, &diagnostics)
	if diagnostics.HasError() {
		stream.Results = list.ListResultsStreamDiagnostics(diagnostics)
		return
	}
	failed := l.failures(ctx, "view", lookup{listArgument, l.object.Type})
	objects := api.List(ctx, l.object.Path, l.object.query(arguments), int(req.Limit))
	stream.Results = func(push func(list.ListResult) bool) {
		for decoded, failure := range decodeAll(l.object, objects, failed) {
			if failure != nil {
				push(list.ListResult{Diagnostics: diag.Diagnostics{failure}})
				return
			}
			if !push(l.result(ctx, req, decoded)) {
				return
			}
		}
	}
}

// listArgument stands for a whole list in messages, which has no id.
const listArgument = "type"

// decodeAll decodes a list's objects; a failure ends it.
func decodeAll(described *Object, objects iter.Seq2[client.Object, error], failed *failures) iter.Seq2[listItem, diag.Diagnostic] {
	return func(yield func(listItem, diag.Diagnostic) bool) {
		for fields, err := range objects {
			if err != nil {
				yield(listItem{}, failed.read(err))
				return
			}
			decoded, wrong := decode(described.Attributes, fields)
			switch {
			case wrong != nil:
				yield(listItem{}, failed.mismatched(wrong))
				return
			case text(decoded[keyAttribute]) == "":
				yield(listItem{}, failed.notTheObject("it has no `"+keyAttribute+"`"))
				return
			case !yield(listItem{fields, decoded}, nil):
				return
			}
		}
	}
}

// listItem is an object of a list, as it was sent and decoded.
type listItem struct {
	fields  client.Object
	decoded values
}

func (l *listed) result(ctx context.Context, req list.ListRequest, item listItem) list.ListResult {
	result := req.NewListResult(ctx)
	id := text(item.decoded[keyAttribute])
	result.DisplayName = id
	if len(l.object.Lookups) > 0 {
		if name := text(item.decoded[l.object.Lookups[0]]); name != "" {
			result.DisplayName = name
		}
	}
	result.Diagnostics.Append(result.Identity.SetAttribute(ctx, path.Root(idAttribute), id)...)
	if !req.IncludeResource {
		return result
	}
	kind, ok := req.ResourceSchema.Type().TerraformType(ctx).(tftypes.Object)
	if !ok {
		return result
	}
	before := make(values, len(kind.AttributeTypes))
	for name, attributeType := range kind.AttributeTypes {
		before[name] = tftypes.NewValue(attributeType, nil)
	}
	result.Resource.Raw = tftypes.NewValue(kind, l.object.stateOf(item.decoded, item.fields, before))
	return result
}
