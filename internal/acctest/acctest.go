// Package acctest holds what acceptance tests share: the provider for
// terraform-plugin-testing, the provider over its protocol without Terraform, and
// the built provider under the real command line.
package acctest

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// newServer is the provider in the test process. It retries as often as it is told to. The
// pauses are too short to wait for, unless there is a real server, which may need them;
// the client's own tests show how long they are.
func newServer() tfprotov6.ProviderServer {
	if url, _ := live(); url != "" {
		return provider.NewServer("test")
	}
	return provider.NewServer("test", provider.WithFirstRetry(time.Microsecond))
}

// Factories returns the provider for a test case of terraform-plugin-testing.
func Factories() map[string]func() (tfprotov6.ProviderServer, error) {
	return map[string]func() (tfprotov6.ProviderServer, error){
		provider.Name: func() (tfprotov6.ProviderServer, error) { return newServer(), nil },
	}
}

// ProviderBlock returns a provider block for the server at url. Further lines, such as
// `max_retries = 4`, are added to the block or replace its arguments. There are no
// retries by default, so that failing tests are fast.
func ProviderBlock(url, token string, lines ...string) string {
	settings := map[string]string{"url": fmt.Sprintf("%q", url), "token": fmt.Sprintf("%q", token), "max_retries": "0"}
	for _, line := range lines {
		name, value, _ := strings.Cut(line, "=")
		settings[strings.TrimSpace(name)] = strings.TrimSpace(value)
	}
	names := make([]string, 0, len(settings))
	for name := range settings {
		names = append(names, name)
	}
	sort.Strings(names)
	var block strings.Builder
	block.WriteString("provider \"" + provider.Name + "\" {\n")
	for _, name := range names {
		fmt.Fprintf(&block, "  %s = %s\n", name, settings[name])
	}
	block.WriteString("}\n")
	return block.String()
}

// Live returns the address and token of the real server that the environment
// names, and skips the test where it names none.
func Live(t *testing.T) (url, token string) {
	t.Helper()
	url, token = live()
	if url == "" || token == "" {
		t.Skip("needs a real authentik: set AUTHENTIK_URL and AUTHENTIK_TOKEN")
	}
	return url, token
}

func live() (url, token string) { return os.Getenv("AUTHENTIK_URL"), os.Getenv("AUTHENTIK_TOKEN") }
