package rbac_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// start is a server of the release and a provider that is configured for it.
func start(t *testing.T, release string) (*authentiktest.Server, *acctest.Provider) {
	t.Helper()
	server := authentiktest.New(t, authentiktest.WithRelease(release))
	for _, permission := range [][2]string{{"user", "view_user"}, {"user", "reset_user_password"}, {"group", "view_group"}, {"group", "change_group"}} {
		server.Add("/rbac/permissions/", map[string]any{"app_label": "authentik_core", "model": permission[0], "codename": permission[1], "name": "Can " + permission[1]})
	}
	provider := acctest.NewProvider(t)
	ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "max_retries": 0}))
	return server, provider
}

// ok fails the test for an error.
func ok(t *testing.T, diagnostics []*tfprotov6.Diagnostic) {
	t.Helper()
	if acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
}

// refused fails the test unless there is an error with the words.
func refused(t *testing.T, diagnostics []*tfprotov6.Diagnostic, words string) {
	t.Helper()
	if !acctest.HasError(diagnostics) || !strings.Contains(acctest.Describe(diagnostics), words) {
		t.Errorf("expected an error with %q, got %s", words, acctest.Describe(diagnostics))
	}
}

// object has fields of the server's object.
func object(t *testing.T, server *authentiktest.Server, path, pk string) map[string]any {
	t.Helper()
	for _, held := range server.Objects(path) {
		if key, isString := held["pk"].(string); isString && key == pk {
			return held
		}
		if key, isNumber := held["pk"].(float64); isNumber && strconv.Itoa(int(key)) == pk {
			return held
		}
	}
	t.Fatalf("%s has no %s", path, pk)
	return nil
}

func holds(list, element any) bool {
	elements, _ := list.([]any)
	return slices.Contains(elements, element)
}

func atoi(t *testing.T, digits string) int {
	t.Helper()
	number, err := strconv.Atoi(digits)
	if err != nil {
		t.Fatal(err)
	}
	return number
}
