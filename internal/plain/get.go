package plain

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Get reads what is no object of a collection, such as `view_key/` of one, and decodes it
// into answer. The operation says in messages what was read.
func Get(ctx context.Context, connected *connection.Connection, operation *diagnostic.Operation, path string, query url.Values, answer any) diag.Diagnostics {
	api, diagnostics := connected.API()
	if diagnostics.HasError() {
		return diagnostics
	}
	raw, err := api.Do(ctx, client.Request{Method: http.MethodGet, Path: path, Query: query})
	switch {
	case err != nil:
		return diag.Diagnostics{operation.Failed(err)}
	case string(raw) == "null", json.Unmarshal(raw, answer) != nil:
		return diag.Diagnostics{operation.Mismatched(&value.Mismatch{Field: "answer", Expected: "what the API document says", Got: "of another form"})}
	}
	return nil
}

// Key reads a secret that has a request of its own, such as `view_key/`, from the field
// `key` of the answer. An answer without it is an error: whoever the secret is handed to
// would take nothing for it.
func Key(ctx context.Context, connected *connection.Connection, operation *diagnostic.Operation, path string) (types.String, diag.Diagnostics) {
	var answer value.Fields
	if diagnostics := Get(ctx, connected, operation, path, nil, &answer); diagnostics.HasError() {
		return types.StringNull(), diagnostics
	}
	var key types.String
	if wrong := Attributes(answer, map[string]*types.String{"key": &key}); wrong != nil {
		return types.StringNull(), diag.Diagnostics{operation.Mismatched(wrong)}
	}
	if key.ValueString() == "" {
		return types.StringNull(), diag.Diagnostics{operation.Mismatched(&value.Mismatch{Field: "key", Expected: "a string that is not empty", Got: "missing or empty"})}
	}
	return key, nil
}
