// Command terraform-provider-authentik is the Terraform provider for authentik.
// Terraform starts it; started by hand it only says so.
package main

import (
	"flag"
	"log"
	"os"
	"runtime/debug"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6/tf6server"

	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// version is set by the build.
var version = "dev"

func main() {
	debugged := flag.Bool("debug", false, "wait for a debugger instead of for Terraform")
	flag.Parse()
	collectLess()
	if err := serve(*debugged); err != nil {
		log.Fatal(err)
	}
}

// collectLess lets the heap grow to three times of what is in use, unless GOGC says
// otherwise. Most processes end before they need the memory back: without this a quarter of
// the CPU time in which the schemas are computed is the garbage collector's. It costs
// 2 MB in a plan of 1,000 objects.
func collectLess() {
	const percent = 200
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

func serve(debugged bool) error {
	var options []tf6server.ServeOpt
	if debugged {
		options = append(options, tf6server.WithManagedDebug())
	} else if err := provider.Unlogged(); err != nil {
		return err
	}
	return tf6server.Serve(provider.Address, func() tfprotov6.ProviderServer { return provider.NewServer(version) }, options...)
}
