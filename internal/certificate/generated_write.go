package certificate

import (
	"context"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	managed "github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// hostName is what the server does not split: it wants host names separated by commas.
var hostName = regexp.MustCompile(`^[^\s,]+$`)

func (p *pair) operation(ctx context.Context, connected *connection.Connection, verb diagnostic.Verb) *diagnostic.Operation {
	if id := p.ID.ValueString(); id != "" {
		return diagnostic.New(ctx, connected, &generatedKind, verb, lookup.ByID(id))
	}
	return diagnostic.New(ctx, connected, &generatedKind, verb, lookup.Terms{{Attribute: "common_name", Value: p.CommonName.ValueString()}})
}

// take puts an answer into the state.
func (p *pair) take(fields client.Object) *value.Mismatch {
	return plain.Attributes(fields, map[string]*types.String{
		"pk": &p.ID, "name": &p.Name, "fingerprint_sha256": &p.Fingerprint, "cert_expiry": &p.Expiry,
	})
}

func (g *generated) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var plan pair
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	api, diagnostics := g.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	wanted := plan.Name
	operation := plan.operation(ctx, g.Connection, diagnostic.Add)
	unlock, err := g.Connection.Lock(ctx, KeyPair.API.Path+plan.CommonName.ValueString())
	if err != nil {
		resp.Diagnostics.Append(operation.Cannot(err))
		return
	}
	defer unlock()
	resp.Diagnostics.Append(g.available(ctx, plan, operation)...)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(g.generate(ctx, api, &plan, operation)...)
	if resp.Diagnostics.HasError() {
		return
	}
	// The pair is in the state before its name is changed.
	resp.Diagnostics.Append(resp.State.Set(ctx, plan)...)
	if rename := wanted.ValueString(); rename != "" && rename != plan.Name.ValueString() {
		resp.Diagnostics.Append(g.rename(ctx, api, &plan, rename)...)
	}
	resp.Diagnostics.Append(resp.State.Set(ctx, plan)...)
}

// available finds an algorithm that the server's release would ignore without a word.
func (g *generated) available(ctx context.Context, plan pair, operation *diagnostic.Operation) diag.Diagnostics {
	for _, algorithm := range algorithms {
		if algorithm.name != plan.Algorithm.ValueString() || algorithm.since == "" {
			continue
		}
		release, known, err := g.Connection.Release(ctx)
		switch {
		case err != nil:
			return diag.Diagnostics{operation.Failed(err)}
		case known && release != "" && contract.Compare(release, algorithm.since) < 0:
			return diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root("alg"), "Not available in the server's release",
				fmt.Sprintf("The server is authentik %s, which would generate an RSA key without a word. It has `%s` since authentik %s.", release, algorithm.name, strings.TrimSuffix(algorithm.since, ".0")))}
		}
	}
	return nil
}

// generate sends the request. One whose answer was lost is looked for by the name, which
// nothing had before.
func (g *generated) generate(ctx context.Context, api *client.Client, plan *pair, operation *diagnostic.Operation) diag.Diagnostics {
	commonName := plan.CommonName.ValueString()
	find := func(ctx context.Context) (client.Object, bool, error) {
		page, err := api.Lookup(ctx, client.Collection{Path: KeyPair.API.Path}, url.Values{"name": {commonName}})
		if err != nil || len(page.Objects) == 0 {
			return nil, false, err
		}
		return page.Objects[0], true, nil
	}
	_, taken, err := find(ctx)
	switch {
	case err != nil:
		return diag.Diagnostics{operation.Failed(err)}
	case taken:
		return diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root("common_name"), "Name already in use",
			"authentik names a generated pair by its common name, and has a certificate-key pair with this name. Choose another common name, or rename or import the other pair.")}
	}
	var alternatives []string
	diagnostics := plan.Alternatives.ElementsAs(ctx, &alternatives, false)
	if diagnostics.HasError() {
		return diagnostics
	}
	body := map[string]any{
		"common_name": commonName, "subject_alt_name": strings.Join(alternatives, ","), "validity_days": plan.Days.ValueInt64(), "alg": plan.Algorithm.ValueString(),
	}
	fields, err := api.Create(ctx, KeyPair.API.Path+"generate/", client.Write{Fields: body}, find)
	if err != nil {
		return operation.Refused(err, nil)
	}
	if (client.Collection{}).ID(fields) == "" { // it is there all the same, under its name
		if found, has, _ := find(ctx); has {
			fields = found
		}
	}
	if wrong := plan.take(fields); wrong != nil {
		return diag.Diagnostics{operation.Mismatched(wrong)}
	}
	if plan.ID.ValueString() == "" {
		return diag.Diagnostics{operation.OtherObject("it has no `pk`")}
	}
	return nil
}

// rename changes the name, which is all that can be changed.
func (g *generated) rename(ctx context.Context, api *client.Client, plan *pair, to string) diag.Diagnostics {
	operation := plan.operation(ctx, g.Connection, diagnostic.Change)
	fields, err := api.Update(ctx, KeyPair.API.Path, plan.ID.ValueString(), client.Write{Fields: map[string]any{"name": to}})
	if err != nil {
		return operation.Refused(err, nil)
	}
	if wrong := plan.take(fields); wrong != nil {
		return diag.Diagnostics{operation.Mismatched(wrong)}
	}
	return nil
}

func (g *generated) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	var state pair
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	api, diagnostics := g.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	operation := state.operation(ctx, g.Connection, diagnostic.View)
	fields, err := managed.Fetch(ctx, api, client.Collection{Path: KeyPair.API.Path, ReadAhead: true}, state.ID.ValueString())
	switch {
	case err != nil && operation.IsGone(err):
		resp.Diagnostics.Append(operation.Vanished())
		resp.State.RemoveResource(ctx)
		return
	case err != nil:
		resp.Diagnostics.Append(operation.Failed(err))
		return
	}
	if wrong := state.take(fields); wrong != nil {
		resp.Diagnostics.Append(operation.Mismatched(wrong))
		return
	}
	if state.CommonName.IsNull() {
		resp.Diagnostics.Append(state.complete(ctx, api, operation)...)
	}
	resp.Diagnostics.Append(resp.State.Set(ctx, state)...)
}

func (g *generated) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	var plan, state pair
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	api, diagnostics := g.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	unlock, err := g.Connection.Lock(ctx, KeyPair.API.Path+state.ID.ValueString())
	if err != nil {
		resp.Diagnostics.Append(plan.operation(ctx, g.Connection, diagnostic.Change).Cannot(err))
		return
	}
	defer unlock()
	resp.Diagnostics.Append(g.rename(ctx, api, &plan, plan.Name.ValueString())...)
	if !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(resp.State.Set(ctx, plan)...)
	}
}

func (g *generated) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state pair
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	api, diagnostics := g.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	operation := state.operation(ctx, g.Connection, diagnostic.Delete)
	if err := api.Delete(ctx, KeyPair.API.Path, state.ID.ValueString()); err != nil && !operation.IsGone(err) {
		resp.Diagnostics.Append(operation.Refused(err, nil)...)
	}
}
