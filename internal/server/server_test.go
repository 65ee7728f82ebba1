package server_test

import (
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
)

func TestMetadataAndSchemasHaveTheKinds(t *testing.T) {
	t.Parallel()
	readOnly := coretest.Thing(mode)
	readOnly.ReadOnly = true
	for name, k := range map[string]*terraform{"managed": serve(t, coretest.Thing(mode)), "read-only": serve(t, readOnly)} {
		managed := name == "managed"
		metadata, err := k.GetMetadata(t.Context(), &tfprotov6.GetMetadataRequest{})
		if err != nil {
			t.Fatal(err)
		}
		hasResource := slices.Contains(metadata.Resources, tfprotov6.ResourceMetadata{TypeName: "test_thing"}) && slices.Contains(metadata.ListResources, tfprotov6.ListResourceMetadata{TypeName: "test_thing"})
		if hasResource != managed || !slices.Contains(metadata.DataSources, tfprotov6.DataSourceMetadata{TypeName: "test_thing"}) || !slices.Contains(metadata.DataSources, tfprotov6.DataSourceMetadata{TypeName: "test_things"}) {
			t.Errorf("%s: %+v", name, metadata)
		}
		schemas, err := k.GetProviderSchema(t.Context(), &tfprotov6.GetProviderSchemaRequest{})
		if err != nil {
			t.Fatal(err)
		}
		if (schemas.ResourceSchemas["test_thing"] != nil) != managed || (schemas.ListResourceSchemas["test_thing"] != nil) != managed || schemas.DataSourceSchemas["test_thing"] == nil || schemas.DataSourceSchemas["test_things"] == nil {
			t.Errorf("%s: schemas", name)
		}
		for _, capabilities := range []*tfprotov6.ServerCapabilities{metadata.ServerCapabilities, schemas.ServerCapabilities} {
			if !capabilities.GetProviderSchemaOptional || !capabilities.PlanDestroy || !capabilities.MoveResourceState || !capabilities.GenerateResourceConfig {
				t.Errorf("%s: %+v", name, capabilities)
			}
		}
		identities, err := k.GetResourceIdentitySchemas(t.Context(), &tfprotov6.GetResourceIdentitySchemasRequest{})
		if err != nil || (identities.IdentitySchemas["test_thing"] != nil) != managed {
			t.Errorf("%s: identities, %v", name, err)
		}
	}
}

// What is no described kind is the framework's, which says that there is no such type.
func TestOtherTypesAreTheFrameworks(t *testing.T) {
	t.Parallel()
	tf := serve(t, coretest.Thing())
	ctx := t.Context()
	const other = "test_other"
	var all [][]*tfprotov6.Diagnostic
	check := func(diagnostics []*tfprotov6.Diagnostic, err error) {
		if err != nil {
			t.Error(err)
		}
		all = append(all, diagnostics)
	}
	validated, err := tf.ValidateResourceConfig(ctx, &tfprotov6.ValidateResourceConfigRequest{TypeName: other})
	check(validated.Diagnostics, err)
	read, err := tf.ReadResource(ctx, &tfprotov6.ReadResourceRequest{TypeName: other})
	check(read.Diagnostics, err)
	planned, err := tf.PlanResourceChange(ctx, &tfprotov6.PlanResourceChangeRequest{TypeName: other})
	check(planned.Diagnostics, err)
	applied, err := tf.ApplyResourceChange(ctx, &tfprotov6.ApplyResourceChangeRequest{TypeName: other})
	check(applied.Diagnostics, err)
	imported, err := tf.ImportResourceState(ctx, &tfprotov6.ImportResourceStateRequest{TypeName: other})
	check(imported.Diagnostics, err)
	upgraded, err := tf.UpgradeResourceState(ctx, &tfprotov6.UpgradeResourceStateRequest{TypeName: other, RawState: &tfprotov6.RawState{JSON: []byte("{}")}})
	check(upgraded.Diagnostics, err)
	moved, err := tf.MoveResourceState(ctx, &tfprotov6.MoveResourceStateRequest{TargetTypeName: other})
	check(moved.Diagnostics, err)
	identity, err := tf.UpgradeResourceIdentity(ctx, &tfprotov6.UpgradeResourceIdentityRequest{TypeName: other})
	check(identity.Diagnostics, err)
	dataValidated, err := tf.ValidateDataResourceConfig(ctx, &tfprotov6.ValidateDataResourceConfigRequest{TypeName: other})
	check(dataValidated.Diagnostics, err)
	data, err := tf.ReadDataSource(ctx, &tfprotov6.ReadDataSourceRequest{TypeName: other})
	check(data.Diagnostics, err)
	listValidated, err := tf.ValidateListResourceConfig(ctx, &tfprotov6.ValidateListResourceConfigRequest{TypeName: other})
	check(listValidated.Diagnostics, err)
	for i, diagnostics := range all {
		if len(diagnostics) == 0 {
			t.Errorf("call %d: no error", i)
		}
	}
}
