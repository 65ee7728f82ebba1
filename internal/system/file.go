package system

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// NewFile is the resource for an uploaded file (POST and DELETE /api/v3/admin/file/, since
// 2025.12). The API does not return the content, so the state has its hash. Nor does it
// replace a file: a change deletes the file and uploads it again under its name.
func NewFile() resource.Resource { return &file{} }

type file struct {
	plain.Resource
}

var (
	_ resource.ResourceWithConfigure      = (*file)(nil)
	_ resource.ResourceWithImportState    = (*file)(nil)
	_ resource.ResourceWithModifyPlan     = (*file)(nil)
	_ resource.ResourceWithValidateConfig = (*file)(nil)
)

// fileState is the state. The ID is `<usage>/<name>`.
type fileState struct {
	ID      types.String `tfsdk:"id"`
	Name    types.String `tfsdk:"name"`
	Usage   types.String `tfsdk:"usage"`
	Source  types.String `tfsdk:"source"`
	Content types.String `tfsdk:"content_base64"`
	Hash    types.String `tfsdk:"content_sha256"`
}

var (
	// errExists is for a file that is to be created and is there.
	errExists = errors.New("authentik has a file of this name already, and the API does not replace files")
	// errChanged is for content that is not what the plan has.
	errChanged = errors.New("the file has changed since the plan; plan and apply again")
)

func (*file) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_" + fileKind.Type
}

func (f *file) operation(ctx context.Context, verb diagnostic.Verb, name string) *diagnostic.Operation {
	return diagnostic.New(ctx, f.Connection, &fileKind, verb, lookup.Terms{{Attribute: "name", Value: name}})
}

// exists says whether the server has the file. The search may match otherwise than by part
// of the name, so that only the whole list shows that there is none.
func exists(ctx context.Context, api *client.Client, usage, name string) (bool, error) {
	for _, search := range []string{name, ""} {
		body, err := api.Do(ctx, client.Request{Method: http.MethodGet, Path: fileKind.API.Path, Query: fileQuery(usage, search)})
		if err != nil {
			return false, err
		}
		var listed []struct {
			Name string `json:"name"`
		}
		if err := json.Unmarshal(body, &listed); err != nil || listed == nil {
			return false, errors.New("the server's list of files is not an array of objects with names")
		}
		for _, each := range listed {
			if each.Name == name {
				return true, nil
			}
		}
	}
	return false, nil
}

// planned loads the content that the plan has.
func planned(plan *fileState) (content, error) {
	loaded, err := load(plan.Source.ValueString(), plan.Content.ValueString())
	switch {
	case err != nil:
		return loaded, err
	case !plan.Hash.IsUnknown() && loaded.sum() != plan.Hash.ValueString():
		return loaded, errChanged
	}
	if reason, isError := loaded.unfit(plan.Name.ValueString()); isError {
		return loaded, errors.New(reason)
	}
	return loaded, nil
}

// upload sends the file, which must not be there.
func (f *file) upload(ctx context.Context, api *client.Client, usage, name string, loaded content) error {
	_, err := api.Do(ctx, client.Request{
		Method: http.MethodPost, Path: fileKind.API.Path,
		Body: client.Multipart{
			Fields: map[string]string{"name": name, "usage": usage}, FileField: "file", FileName: baseName(name), Content: loaded.bytes,
		},
		Find: func(ctx context.Context) (bool, error) { return exists(ctx, api, usage, name) },
	})
	return err
}

func baseName(name string) string { return name[strings.LastIndex(name, "/")+1:] }

// remove deletes the file; one that is not there is no error.
func (*file) remove(ctx context.Context, api *client.Client, usage, name string) error {
	_, err := api.Do(ctx, client.Request{Method: http.MethodDelete, Path: fileKind.API.Path, Query: url.Values{"name": {name}, "usage": {usage}}})
	if err == nil {
		return nil
	}
	if found, failure := exists(ctx, api, usage, name); failure == nil && !found {
		return nil
	}
	return err
}

func (f *file) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var plan fileState
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	if !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(f.put(ctx, &plan, diagnostic.Add)...)
	}
	if !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(resp.State.Set(ctx, plan)...)
	}
}

func (f *file) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	var plan, state fileState
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	if resp.Diagnostics.HasError() {
		return
	}
	if plan.Hash.IsUnknown() || !plan.Hash.Equal(state.Hash) { // otherwise it has only moved in the repository
		resp.Diagnostics.Append(f.put(ctx, &plan, diagnostic.Change)...)
	}
	if !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(resp.State.Set(ctx, plan)...)
	}
}

// put uploads the file and completes the state. A change deletes the former one first.
func (f *file) put(ctx context.Context, plan *fileState, verb diagnostic.Verb) diag.Diagnostics {
	api, diagnostics := f.Connection.API()
	if diagnostics.HasError() {
		return diagnostics
	}
	usage, name := plan.Usage.ValueString(), plan.Name.ValueString()
	operation := f.operation(ctx, verb, name)
	unlock, err := f.Connection.Lock(ctx, fileKind.API.Path+usage+"/"+name)
	if err != nil {
		return diag.Diagnostics{operation.Cannot(err)}
	}
	defer unlock()
	loaded, err := planned(plan) // before the former one is deleted
	switch {
	case err != nil:
	case verb == diagnostic.Change:
		err = f.remove(ctx, api, usage, name)
	default:
		var found bool
		if found, err = exists(ctx, api, usage, name); found {
			return diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root("name"), "File already exists", errExists.Error()+". Import it, and the next apply uploads it again: terraform import <address> '"+usage+"/"+name+"'.")}
		}
	}
	if err == nil {
		err = f.upload(ctx, api, usage, name, loaded)
	}
	if err != nil {
		return operation.Refused(err, nil)
	}
	plan.ID, plan.Hash = types.StringValue(usage+"/"+name), types.StringValue(loaded.sum())
	return nil
}

func (f *file) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	var state fileState
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	api, diagnostics := f.Connection.API()
	if resp.Diagnostics.Append(diagnostics...); resp.Diagnostics.HasError() {
		return
	}
	operation := f.operation(ctx, diagnostic.View, state.Name.ValueString())
	switch found, err := exists(ctx, api, state.Usage.ValueString(), state.Name.ValueString()); {
	case err != nil:
		resp.Diagnostics.Append(operation.Failed(err))
	case !found:
		resp.Diagnostics.Append(operation.Vanished())
		resp.State.RemoveResource(ctx)
	}
}

func (f *file) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state fileState
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	api, diagnostics := f.Connection.API()
	if resp.Diagnostics.Append(diagnostics...); resp.Diagnostics.HasError() {
		return
	}
	if err := f.remove(ctx, api, state.Usage.ValueString(), state.Name.ValueString()); err != nil {
		resp.Diagnostics.Append(f.operation(ctx, diagnostic.Delete, state.Name.ValueString()).Refused(err, nil)...)
	}
}

// ImportState reads `<usage>/<name>`.
func (*file) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	usage, name, ok := strings.Cut(req.ID, "/")
	if !ok || value.Trim(usage) == "" || value.Trim(name) == "" {
		resp.Diagnostics.AddError("Invalid import ID", "Import a file by `<usage>/<name>`, such as `media/logo.svg`.")
		return
	}
	for attribute, set := range map[string]string{"id": req.ID, "usage": usage, "name": name} {
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(attribute), set)...)
	}
}
