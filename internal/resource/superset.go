package resource

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// overlay completes, in the body of a create (address is "") or of an update, the JSON
// objects of which only some keys are written: with what the server has now, because an
// update replaces the whole value, or with what a new object starts from.
func (r *Resource) overlay(ctx context.Context, api *client.Client, collection client.Collection, address string, sent request) error {
	fields := r.Kind.All()
	for i := range fields {
		field := &fields[i]
		written, isObject := sent.Fields[field.APIName()].(json.RawMessage)
		if !field.Superset || field.Type != kind.JSON || !isObject {
			continue
		}
		path := collection.Path + url.PathEscape(address) + "/"
		if address == "" {
			path = collection.Path + field.Initial
		}
		if address == "" && field.Initial == "" {
			continue
		}
		answer, err := api.Do(ctx, client.Request{Method: http.MethodGet, Path: path, Query: r.Kind.API.Query})
		if err != nil {
			return err
		}
		sent.Fields[field.APIName()] = laidOver(answer, field.APIName(), written)
	}
	return nil
}

// laidOver is the object under a key of the answer with the keys of what is written. An
// answer of another form changes nothing.
func laidOver(answer json.RawMessage, key string, written json.RawMessage) any {
	var below, above map[string]json.RawMessage
	var object map[string]json.RawMessage
	if json.Unmarshal(answer, &object) != nil || json.Unmarshal(object[key], &below) != nil || below == nil || json.Unmarshal(written, &above) != nil {
		return written
	}
	maps.Copy(below, above)
	return below
}

// removes says whether the state has elements of a set that are neither written any more
// nor added by the server itself. Where that cannot be found out they count as removed:
// the server adds its own again.
func (p *planning) removes(field *kind.Field, written, before value.Value) bool {
	if len(field.Added) == 0 || !value.IsSet(before) || !before.IsFullyKnown() || !written.IsFullyKnown() {
		return false
	}
	missing := value.Without(field, before, written)
	if len(missing) == 0 {
		return false
	}
	api, diagnostics := p.Connection.API()
	if diagnostics.HasError() {
		return false
	}
	for object, err := range api.List(p.ctx, client.Collection{Path: field.Refers.Path}, url.Values{"managed__isnull": {"false"}}, 0) {
		if err != nil {
			return true
		}
		managed, wrong := value.Decode(&kind.Field{Type: kind.String, Nullable: true}, object["managed"])
		id, otherWrong := value.Decode(&kind.Field{Type: kind.UUID}, object["pk"])
		if wrong == nil && otherWrong == nil && slices.Contains(field.Added, value.String(managed)) {
			missing = slices.DeleteFunc(missing, func(element string) bool { return element == value.String(id) })
		}
	}
	return len(missing) > 0
}
