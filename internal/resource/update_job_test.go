package resource_test

import (
	"maps"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// An import does not know the secrets of a kind with a job. The apply that brings them
// under management runs the job only if the server has others.
func TestSecretsThatAreStoredDoNotRunTheJob(t *testing.T) {
	t.Parallel()
	const same, other = `{"team": "a"}`, `{"team": "b"}`
	for name, test := range map[string]struct {
		before values // what is in the state of the secret
		config values
		writes int // the update and the start of the job
	}{
		"plain":                 {nil, values{"context": same}, 0},
		"plain, with timeouts":  {nil, values{"context": same, "timeouts": values{"update": "1m"}}, 0},
		"write-only":            {nil, values{"context_wo": same, "context_wo_version": 1}, 0},
		"another one":           {nil, values{"context": other}, 2},
		"another write-only":    {nil, values{"context_wo": other, "context_wo_version": 1}, 2},
		"beside another change": {nil, values{"context": same, "enabled": false}, 1},
		"sent again":            {values{"context_wo_version": 1}, values{"context_wo": same, "context_wo_version": 2}, 2},
		"removed":               {values{"context": same}, nil, 2},
	} {
		w := manage(t, worked())
		(&worker{result: "done"}).employ(w)
		created := w.applied(values{"name": "a", "context": `{"team":"a"}`}, nil)
		state := maps.Clone(created)
		state["context"] = value.NullString()
		for attribute, is := range w.config(test.before) {
			if !is.IsNull() {
				state[attribute] = is
			}
		}
		w.server.Requests()
		config := values{"name": "a"}
		maps.Copy(config, test.config)
		state = w.applied(config, state)
		if got := w.sent(); len(got) != test.writes {
			t.Errorf("%s: sent %q", name, got)
		}
		for attribute, is := range w.config(config) {
			if attribute != "context_wo" && !is.IsNull() && is.Type().Is(tftypes.String) && !state[attribute].Equal(is) {
				t.Errorf("%s: %s is %s, want %s", name, attribute, state[attribute], is)
			}
		}
	}
}
