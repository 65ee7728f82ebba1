package dropin_test

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
)

// Every data source that a configuration of goauthentik/authentik has is valid here, finds
// the same object, and has every attribute that another block can refer to.
func TestRecordedDataSourcesRead(t *testing.T) {
	t.Parallel()
	readAll(t, allRecorded(t))
}

func TestSelectedDataSourcesRead(t *testing.T) {
	t.Parallel()
	readAll(t, selected(t))
}

func readAll(t *testing.T, states fs.FS) {
	t.Helper()
	files, err := fs.Glob(states, "*/data_sources-*/refreshed.tfstate")
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no states: %v", err)
	}
	for _, file := range files {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			folder := path.Dir(file)
			state := readState(t, states, file)
			blocks := readConfiguration(t, states, folder+"/main.tf", "data", state)
			provider := movedTo(t, recordedServer(t, states, folder))
			if len(blocks) < 10 {
				t.Errorf("there are %d data sources only", len(blocks))
			}
			for _, block := range blocks {
				if problem := readOne(provider, block, state.attributes("data", block)); problem != "" {
					t.Errorf("%s.%s %s", block.kind, block.name, problem)
				}
			}
		})
	}
}

// readOne reads a data source and says what differs from what goauthentik/authentik read.
func readOne(provider *acctest.Provider, block block, before map[string]any) string {
	schema, described := provider.Schema().DataSourceSchemas[block.kind]
	if !described {
		return "does not exist"
	}
	read, diagnostics := provider.Read(block.kind, coerceAll(schema, block.arguments))
	if acctest.HasError(diagnostics) {
		return "cannot be read: " + acctest.Describe(diagnostics)
	}
	var missing []string
	for name := range before {
		if _, ok := read[name]; !ok && !slices.Contains(notShown, strings.TrimPrefix(block.kind, "authentik_")+"."+name) {
			missing = append(missing, name)
		}
	}
	if len(missing) > 0 {
		slices.Sort(missing)
		return "lacks " + strings.Join(missing, ", ")
	}
	if !slices.Contains(constantIDs, before["id"]) && !read["id"].Equal(tftypes.NewValue(tftypes.String, before["id"])) {
		return "is another object"
	}
	return ""
}

// notShown are attributes that this provider leaves out: a constant that means nothing,
// and a picture of kilobytes.
var notShown = []string{"groups.id", "users.id", "user.avatar"}

// constantIDs are the `id` of goauthentik/authentik's data sources for several objects.
var constantIDs = []any{"0", "-1"}
