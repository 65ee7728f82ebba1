package main_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/uuid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/examples"
	draw "github.com/authentik-iac/terraform-provider-authentik/internal/examples/draw"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

func TestCommittedFilesAreFresh(t *testing.T) {
	t.Parallel()
	for _, described := range provider.Kinds() {
		files, err := draw.Files(described)
		if err != nil {
			t.Error(err)
		}
		if !described.ReadOnly && len(files) != 5 {
			t.Errorf("%s has %d files", described.Type, len(files))
		}
		for name, fresh := range files {
			committed, err := os.ReadFile(examples.Folder(filepath.FromSlash(name)))
			if err != nil || string(committed) != fresh {
				t.Errorf("%s is not what the example says; run `make generate`. It would be:\n%s", name, fresh)
			}
		}
	}
}

// The UUIDs of the examples look like those that authentik generates, and differ.
func TestEveryKindHasAnIDOfItsOwn(t *testing.T) {
	t.Parallel()
	kinds := map[string]string{}
	for _, described := range provider.Kinds() {
		id := draw.ID(described)
		if described.Key().Type != kind.UUID {
			continue
		}
		if parsed, err := uuid.Parse(id); err != nil || parsed.Version() != 4 || parsed.Variant() != uuid.RFC4122 {
			t.Errorf("%s of %s is no random UUID", id, described.Type)
		}
		if other, ok := kinds[id]; ok {
			t.Errorf("%s and %s share an ID", other, described.Type)
		}
		kinds[id] = described.Type
	}
}
