package datasource

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// fetch reads the fields that need requests of their own, as far as the configuration
// asks for them; the others are null.
func (d *DataSource) fetch(ctx context.Context, api *client.Client, config, state value.Object, operation *diagnostic.Operation) diag.Diagnostic {
	fields := d.Kind.Fetched()
	for i := range fields {
		field := &fields[i]
		state[field.Fetch.Switch], state[field.Name] = config[field.Fetch.Switch], value.Null(field)
		if !d.isFetched(field, config) {
			continue
		}
		collection, err := d.Connection.Collection(ctx, d.Kind)
		if err != nil {
			return operation.Failed(err)
		}
		about := *operation
		about.Kind = &kind.Kind{Type: d.Kind.Type, Title: d.Kind.Title, Titles: d.Kind.Titles, Article: d.Kind.Article, Model: field.Fetch.Model}
		address := value.Plain(state[d.Kind.Address().Name])
		answer, err := api.Do(ctx, client.Request{Method: http.MethodGet, Path: collection.Path + url.PathEscape(address) + "/" + field.Fetch.Path})
		if err != nil {
			return about.Failed(err)
		}
		var answered value.Fields
		if err := json.Unmarshal(answer, &answered); err != nil {
			return about.OtherObject("it is no JSON object")
		}
		fetched, wrong := value.Decode(field, answered[field.Fetch.Key])
		if wrong != nil {
			wrong.Field = field.Fetch.Key + wrong.Field
			return about.Mismatched(wrong)
		}
		state[field.Name] = fetched
	}
	return nil
}

// isFetched says whether the configuration asks for the field.
func (d *DataSource) isFetched(field *kind.Field, config value.Object) bool {
	if asked := config[field.Fetch.Switch]; value.IsSet(asked) {
		return value.Bool(asked)
	}
	return field.Fetch.Incumbent && d.Connection.IncumbentDefaults
}
