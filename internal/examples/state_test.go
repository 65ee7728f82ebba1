package examples_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
)

// stateFile is what tests need of a state.
type stateFile struct {
	Resources []struct {
		Module    string `json:"module"`
		Mode      string `json:"mode"`
		Type      string `json:"type"`
		Name      string `json:"name"`
		Instances []struct {
			Attributes map[string]any `json:"attributes"`
		} `json:"instances"`
	} `json:"resources"`
}

func readState(t *testing.T, cli *acctest.CLI) stateFile {
	t.Helper()
	var state stateFile
	if err := json.Unmarshal([]byte(read(t, filepath.Join(cli.Folder, "terraform.tfstate"))), &state); err != nil {
		t.Fatal(err)
	}
	return state
}

// count is the number of resources (managed) or data sources (data).
func (s stateFile) count(mode string) int {
	count := 0
	for _, resource := range s.Resources {
		if resource.Mode == mode {
			count += len(resource.Instances)
		}
	}
	return count
}

// within is all that the state has of a module, as text; false where nothing of the
// kind is in it.
func (s stateFile) within(module string, described *kind.Kind) (text string, ok bool) {
	var all strings.Builder
	for _, resource := range s.Resources {
		if resource.Module != "module."+module {
			continue
		}
		ok = ok || resource.Type == provider.Name+"_"+described.Type || resource.Type == provider.Name+"_"+described.Plural
		written, err := json.Marshal(resource.Instances)
		if err != nil {
			return "", false
		}
		all.Write(written)
	}
	return all.String(), ok
}

// id is the UUID of the module's own object.
func (s stateFile) id(t *testing.T, m module) string {
	t.Helper()
	for _, resource := range s.Resources {
		if resource.Module+"."+resource.Type+"."+resource.Name != m.address(t) {
			continue
		}
		if id, ok := resource.Instances[0].Attributes[schema.IdentityAttribute(m.kind)].(string); ok {
			return id
		}
	}
	t.Fatalf("%s is not in the state.", m.address(t))
	return ""
}
