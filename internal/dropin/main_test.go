package dropin_test

import (
	"os"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
)

// The lock files of outpost attachments go into a temporary folder.
func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "dropin")
	if err != nil {
		panic(err)
	}
	for _, name := range []string{"XDG_CACHE_HOME", "HOME", "LocalAppData"} {
		if err := os.Setenv(name, folder); err != nil {
			panic(err)
		}
	}
	code := acctest.Main(m)
	_ = os.RemoveAll(folder)
	os.Exit(code)
}
