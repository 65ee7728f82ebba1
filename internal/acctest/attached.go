package acctest

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"testing"
	"time"

	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/go-plugin"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6/tf6server"

	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// NewAttachedCLI creates a folder without a configuration. Its commands use a provider
// inside the test process, where others start the built one several times each: for tests
// with many commands. The provider has one configuration at a time, so there can be one
// provider block and one running command. It has the environment of the test process, so
// the block must set every argument.
func NewAttachedCLI(t *testing.T) *CLI {
	t.Helper()
	cli := newCLI(t, os.DevNull)
	started, ended := make(chan *plugin.ReattachConfig, 1), make(chan struct{})
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	failed := make(chan error, 1)
	go func() {
		failed <- tf6server.Serve(provider.Address, newServer,
			tf6server.WithDebug(ctx, started, ended), tf6server.WithLoggingSink(t), tf6server.WithGoPluginLogger(hclog.New(&hclog.LoggerOptions{Output: io.Discard})))
	}()
	t.Cleanup(func() {
		stop()
		<-ended
	})
	select {
	case at := <-started:
		attach(t, cli, at)
	case err := <-failed:
		t.Fatalf("The provider does not start: %v", err)
	case <-time.After(time.Minute):
		t.Fatal("The provider has not started within a minute.")
	}
	return cli
}

// attach makes the commands of the CLI use the running provider.
func attach(t *testing.T, cli *CLI, at *plugin.ReattachConfig) {
	t.Helper()
	providers, err := json.Marshal(map[string]any{cli.Command.Address(): map[string]any{
		"Protocol": string(at.Protocol), "ProtocolVersion": at.ProtocolVersion, "Pid": at.Pid, "Test": at.Test,
		"Addr": map[string]string{"Network": at.Addr.Network(), "String": at.Addr.String()},
	}})
	if err != nil {
		t.Fatal(err)
	}
	cli.Env = append(cli.Env, "TF_REATTACH_PROVIDERS="+string(providers))
}
