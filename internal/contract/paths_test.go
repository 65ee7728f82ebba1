package contract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// Every path of the newest release is of an object of the table, or has a reason why it is not; and
// the table has no object without a path.
func TestEveryPathIsAccountedFor(t *testing.T) {
	t.Parallel()
	paths := contract.Paths()
	if len(paths) < 600 {
		t.Fatalf("There are %d paths only.", len(paths))
	}
	left := contract.Collections()
	for _, path := range paths {
		if (path.Object == "") == (path.Reason == "") || len(path.Methods) == 0 {
			t.Errorf("%+v is of no object without a reason, or has both.", path)
		}
		if _, known := contract.Object(path.Object); path.Object != "" && !known {
			t.Errorf("%s is of %s, which is not in the table.", path.Path, path.Object)
		}
		left = slices.DeleteFunc(left, func(collection string) bool { return collection == path.Object })
	}
	if len(left) > 0 {
		t.Errorf("No path is of %v.", left)
	}
}

func TestWhatPathsAreOf(t *testing.T) {
	t.Parallel()
	want := map[string]string{
		"/core/users/":                    "/core/users/",
		"/core/users/{id}/":               "/core/users/",
		"/core/users/{id}/set_password/":  "/core/users/",
		"/stages/all/types/":              "/stages/all/types/",
		"/events/events/actions/":         "/events/events/actions/",
		"/events/events/{event_uuid}/":    "",
		"/authenticators/admin/duo/{id}/": "",
	}
	for _, path := range contract.Paths() {
		if object, asked := want[path.Path]; asked && object != path.Object {
			t.Errorf("%s is of %q, not of %q.", path.Path, path.Object, object)
		}
		delete(want, path.Path)
	}
	if len(want) > 0 {
		t.Errorf("Paths are missing: %v", want)
	}
}

func TestPathsAsText(t *testing.T) {
	t.Parallel()
	text := contract.WritePaths([]contract.Path{
		{Path: "/x/", Methods: []string{"GET", "POST"}, Object: "/x/"},
		{Path: "/y/", Methods: []string{"PUT"}, Reason: "for agents"},
	})
	if !strings.HasSuffix(text, "\n\n/x/ GET,POST /x/\n/y/ PUT - for agents\n") {
		t.Errorf("The text is:\n%s", text)
	}
}
