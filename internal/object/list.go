package object

import (
	"context"
	"iter"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/list/schema"
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
		switch filter.kind {
		case Bool:
			attributes[filter.name] = schema.BoolAttribute{Optional: true, MarkdownDescription: filter.description}
		case Int:
			attributes[filter.name] = schema.Int64Attribute{Optional: true, MarkdownDescription: filter.description}
		case Text, UUID, Duration, Time, JSON, Float, List, Set, Nested, Objects:
			attributes[filter.name] = schema.StringAttribute{Optional: true, MarkdownDescription: filter.description, Validators: filter.validators()}
		}
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "Finds every " + l.object.Title + ", to be imported with `terraform query -generate-config-out=...`. " + l.object.meaning(),
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
	failed := l.failures(ctx, "view", wholeList(l.object))
	limit := int(req.Limit)
	if l.object.narrows(arguments) {
		limit = 0 // a server that lacks a filter sends others too, which do not count
	}
	objects := api.List(ctx, l.object.collection(), l.object.query(arguments), limit)
	stream.Results = func(push func(list.ListResult) bool) {
		pushed := int64(0)
		for decoded, failure := range decodeAll(l.object, objects, failed, arguments) {
			if failure != nil {
				push(list.ListResult{Diagnostics: diag.Diagnostics{failure}})
				return
			}
			if pushed++; !push(l.result(ctx, req, decoded)) || pushed == req.Limit {
				return
			}
		}
	}
}

// wholeList stands for a list in messages, which has no id.
func wholeList(o *Object) lookup { return lookup{{"type", o.Type}} }

// decodeAll decodes a list's objects and leaves out those that the arguments filter
// out, which a server may have sent that lacks the filter; a failure ends it.
func decodeAll(described *Object, objects iter.Seq2[client.Object, error], failed *failures, arguments values) iter.Seq2[listItem, diag.Diagnostic] {
	shown := described.shown()
	return func(yield func(listItem, diag.Diagnostic) bool) {
		for fields, err := range objects {
			if err != nil {
				yield(listItem{}, failed.read(err))
				return
			}
			decoded, wrong := decode(shown, fields)
			switch {
			case wrong != nil:
				yield(listItem{}, failed.mismatched(wrong))
				return
			case text(decoded[described.key().Name]) == "" || text(decoded[described.address().Name]) == "":
				yield(listItem{}, failed.notTheObject("it has no `"+described.key().APIName()+"`"))
				return
			case !described.passes(decoded, arguments):
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

// label is what a person knows an object by.
func (o *Object) label(decoded values) string {
	if named := decoded["name"]; isSet(named) && text(named) != "" {
		return text(named)
	}
	if asked := o.lookupOf(decoded); len(asked) > 0 && asked[0].value != "" {
		return asked.importID()
	}
	return text(decoded[o.key().Name])
}

func (l *listed) result(ctx context.Context, req list.ListRequest, item listItem) list.ListResult {
	result := req.NewListResult(ctx)
	result.DisplayName = l.object.label(item.decoded)
	result.Diagnostics.Append(l.object.setIdentity(ctx, result.Identity, item.decoded)...)
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
