package resource

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// planRevealed plans a secret that is read on request.
func (p *planning) planRevealed(field *kind.Field) {
	wanted := p.config[field.Reveal.Switch]
	if !value.IsSet(wanted) {
		wanted = value.False()
	}
	p.plan[field.Reveal.Switch] = wanted
	before := p.prior[field.Name]
	switch {
	case wanted.IsKnown() && !value.Bool(wanted):
		p.plan[field.Name] = value.NullString()
	case value.IsSet(before) && wanted.IsKnown() && (field.ReadOnly || !p.secretChanges(field)):
		p.plan[field.Name] = before
	default:
		p.plan[field.Name] = value.Unknown(field)
	}
}

// reveal reads the secrets that the state asks for into the state.
func (r *Resource) reveal(ctx context.Context, api *client.Client, collection client.Collection, state value.Object, operation *diagnostic.Operation) diag.Diagnostics {
	fields := r.Kind.All()
	for i := range fields {
		field := &fields[i]
		reveal := field.Reveal
		switch {
		case reveal.Path == "":
			continue
		case !value.Bool(state[reveal.Switch]):
			state[field.Name] = value.NullString()
			if !value.IsSet(state[reveal.Switch]) {
				state[reveal.Switch] = value.False()
			}
			continue
		}
		response, err := api.Do(ctx, client.Request{Method: http.MethodGet, Path: collection.Path + url.PathEscape(value.String(state[lookup.ID])) + "/" + reveal.Path})
		if err != nil {
			return diag.Diagnostics{operation.Failed(err)}
		}
		var answer client.Object
		if json.Unmarshal(response, &answer) != nil {
			return diag.Diagnostics{operation.OtherObject("the answer of `" + reveal.Path + "` is no JSON object")}
		}
		read, wrong := value.Decode(&kind.Field{Type: kind.String}, answer[reveal.Key])
		switch {
		case wrong != nil:
			wrong.Field = reveal.Key + wrong.Field
			return diag.Diagnostics{operation.Mismatched(wrong)}
		case !value.IsSet(read):
			return diag.Diagnostics{operation.Mismatched(&value.Mismatch{Field: reveal.Key, Expected: "a string", Got: "missing"})}
		}
		state[field.Name] = read
	}
	return nil
}

// refreshRevealed is reveal in a refresh, where most kinds have nothing to reveal.
func (r *Resource) refreshRevealed(ctx context.Context, api *client.Client, state value.Object, operation *diagnostic.Operation) diag.Diagnostics {
	if !slices.ContainsFunc(r.Kind.All(), func(field kind.Field) bool { return field.Reveal.Path != "" }) {
		return nil
	}
	collection, err := r.collection(ctx)
	if err != nil {
		return diag.Diagnostics{operation.Failed(err)}
	}
	return r.reveal(ctx, api, collection, state, operation)
}
