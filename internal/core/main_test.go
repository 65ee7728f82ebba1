package core_test

import (
	"os"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
)

func TestMain(m *testing.M) { os.Exit(acctest.Main(m)) }
