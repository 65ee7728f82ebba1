package main_test

import (
	"strings"
	"testing"

	skeleton "github.com/authentik-iac/terraform-provider-authentik/internal/kind/skeleton"
)

func TestWrite(t *testing.T) {
	t.Parallel()
	var text strings.Builder
	if err := skeleton.Write(&text, "/core/brands/"); err != nil {
		t.Fatal(err)
	}
	for _, expected := range []string{`Path: "/core/brands/", Key: "brand_uuid"`, `{Name: "default", Default: false, Description: ""}`, `{Name: "flow_recovery", Refers: reference.TODO`} {
		if !strings.Contains(text.String(), expected) {
			t.Errorf("expected %s in\n%s", expected, text.String())
		}
	}
	if err := skeleton.Write(&text, "/no/such/"); err == nil || !strings.Contains(err.Error(), "/core/brands/") {
		t.Errorf("got %v for a path that is not there, expected the list of paths", err)
	}
}
