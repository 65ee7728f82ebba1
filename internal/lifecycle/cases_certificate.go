package lifecycle

import (
	"sync"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// pair is a certificate and its key as PEM.
type pair struct{ certificate, key string }

// pairs are the two that the cases change between, generated once.
var pairs = sync.OnceValue(func() [2]pair {
	var generated [2]pair
	for i, name := range []string{"one.example.com", "two.example.com"} {
		generated[i].certificate, generated[i].key = authentiktest.SelfSigned(name, name, 30)
	}
	return generated
})

// certificates are the cases of certificates.
func certificates() []Case {
	return []Case{{
		Type:    "certificate_key_pair",
		Minimal: map[string]any{"name": "pair", "certificate_data": pairs()[0].certificate},
		Full: map[string]any{
			"name": "pair renamed", "certificate_data": pairs()[1].certificate + "\n", "key_data": pairs()[1].key + "\n",
		},
	}}
}
