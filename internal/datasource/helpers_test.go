package datasource_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/datasource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

type values = coretest.Values

const unknown = coretest.Unknown

// source is a server, and the data sources of objects on it.
type source struct {
	*testing.T
	server *coretest.Server
	*datasource.DataSource
}

func connect(t *testing.T, k *kind.Kind, prepare ...func(*coretest.Server)) source {
	t.Helper()
	server := coretest.New()
	server.Path = k.API.Path
	if k.API.Address != "" {
		server.Address = k.API.Address
	}
	for _, change := range prepare {
		change(server)
	}
	return source{t, server, &datasource.DataSource{Kind: k, Connection: server.Connect(t)}}
}

// read reads one object; the messages are "" where that works.
func (s source) read(config values) (value.Object, string) {
	state, diagnostics := s.Read(s.Context(), coretest.DataConfig(s.Kind, config))
	return state, messages(diagnostics)
}

// labels are the names of what a list has, or the message of its failure.
func (s source) labels(config values, limit int) string {
	var all []string
	for item, failure := range s.Items(s.Context(), coretest.Filters(s.Kind, config), limit) {
		if failure != nil {
			all = append(all, messages(diag.Diagnostics{failure}))
			continue
		}
		all = append(all, s.Label(item.Decoded))
	}
	return strings.Join(all, " ")
}

func messages(diagnostics diag.Diagnostics) string {
	var all []string
	for _, one := range diagnostics {
		at := ""
		if located, ok := one.(diag.DiagnosticWithPath); ok {
			at = located.Path().String() + ": "
		}
		all = append(all, fmt.Sprintf("%s%s: %s", at, one.Summary(), one.Detail()))
	}
	return strings.Join(all, "\n")
}
