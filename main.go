// Command terraform-provider-authentik is the Terraform provider for authentik.
// Terraform starts it; started by hand it only says so.
package main

import (
	"flag"
	"log"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6/tf6server"

	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// unreleased is the version of a build by hand, whose schemas may be newer than the
// prepared ones.
const unreleased = "dev"

// version is set by the build.
var version = unreleased

func main() {
	debugged := flag.Bool("debug", false, "wait for a debugger instead of for Terraform")
	flag.Parse()
	collectLess()
	if err := serve(*debugged); err != nil {
		log.Fatal(err)
	}
}

// collectLess collects nothing before the heap has 16 MB, and lets it grow to three times
// of what is in use from then on, unless GOGC says otherwise. Most processes end before they
// need the memory back: a sixth of the CPU time in which the schemas are computed was the
// garbage collector's.
func collectLess() {
	const (
		first = 400 // of the 4 MB that Go takes as the least
		later = 200
	)
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(first)
	// The first collection finds that nobody has the marker any more.
	runtime.AddCleanup(&struct{ marker *int }{}, func(percent int) { debug.SetGCPercent(percent) }, later)
}

func serve(debugged bool) error {
	var options []tf6server.ServeOpt
	if debugged {
		options = append(options, tf6server.WithManagedDebug())
	} else if err := provider.Unlogged(); err != nil {
		return err
	}
	var with []provider.Option
	if version != unreleased {
		with = append(with, provider.WithPreparedSchemas())
	}
	return tf6server.Serve(provider.Address, func() tfprotov6.ProviderServer { return provider.NewServer(version, with...) }, options...)
}
