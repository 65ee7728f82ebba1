package provider_test

import (
	"regexp"
	"slices"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// modelsOf are the models of a release as `app.model`: the values of a field that can name
// any of them, in the oldest release that has the field for those before.
func modelsOf(t *testing.T, release string) []string {
	t.Helper()
	table, _ := contract.Object("/policies/event_matcher/")
	field, _ := table.Field(contract.InRequest, "model")
	definition, found := field.At(release)
	if !found {
		definition, found = field.At(field.First())
	}
	if !found || len(definition.Enum) < 60 {
		t.Fatalf("authentik %s has %d models", release, len(definition.Enum))
	}
	return definition.Enum
}

// unlisted is a model that the values of that field lack although the release has it: they
// have none of the enterprise app yet.
const unlisted = "2023.8.7 authentik_enterprise.license"

// The permission that a message names is one of the server's release, whatever app and
// model were called before or after.
func TestMessagesNamePermissionsOfTheRelease(t *testing.T) {
	t.Parallel()
	permission := regexp.MustCompile("`([a-z0-9_]+)[.]change_([a-z_0-9]+)`")
	for _, described := range provider.Kinds() {
		table, _ := described.Table()
		if !slices.ContainsFunc(table.Releases(), func(release string) bool { return slices.Contains(modelsOf(t, release), described.Model) }) {
			continue
		}
		for _, release := range table.Releases() {
			operation := &diagnostic.Operation{Kind: described, Verb: diagnostic.Change, Asked: lookup.ByID("1"), Version: func() client.Version {
				return client.Version{Release: release}
			}}
			told := operation.Failed(&client.Error{Kind: client.KindStatus, Status: 403, RequestID: "1"})
			named := permission.FindStringSubmatch(told.Detail())
			if named != nil && release+" "+named[1]+"."+named[2] == unlisted {
				continue
			}
			if named == nil || !slices.Contains(modelsOf(t, release), named[1]+"."+named[2]) {
				t.Errorf("authentik %s has no model %s of %s", release, named, described.Type)
			}
		}
	}
}
