package certificate

import (
	"context"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/x509"
	"encoding/json"
	"math"
	"net/http"
	"net/url"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// complete reads the certificate, which writes an event, and takes the arguments from it:
// once, after an import.
func (p *pair) complete(ctx context.Context, api *client.Client, operation *diagnostic.Operation) diag.Diagnostics {
	fetch := KeyPair.Field("certificate_data").Fetch
	answer, err := api.Do(ctx, client.Request{Method: http.MethodGet, Path: KeyPair.API.Path + url.PathEscape(p.ID.ValueString()) + "/" + fetch.Path})
	if err != nil {
		return diag.Diagnostics{operation.Failed(err)}
	}
	var fields value.Fields
	var text types.String
	if err := json.Unmarshal(answer, &fields); err != nil {
		return diag.Diagnostics{operation.OtherObject("it is no JSON object")}
	}
	if wrong := plain.Attributes(fields, map[string]*types.String{fetch.Key: &text}); wrong != nil {
		return diag.Diagnostics{operation.Mismatched(wrong)}
	}
	found := blocks(text.ValueString())
	if len(found) == 0 {
		return diag.Diagnostics{operation.OtherObject("it has no certificate")}
	}
	read, err := x509.ParseCertificate(found[0])
	if err != nil {
		return diag.Diagnostics{operation.OtherObject("its certificate cannot be read")}
	}
	const day = 24 * time.Hour
	p.CommonName = types.StringValue(read.Subject.CommonName)
	p.Days = types.Int64Value(int64(math.Round(float64(read.NotAfter.Sub(read.NotBefore)) / float64(day))))
	p.Algorithm = types.StringValue(algorithmOf(read))
	p.Alternatives = types.ListNull(types.StringType)
	if len(read.DNSNames) == 0 {
		return nil
	}
	var diagnostics diag.Diagnostics
	p.Alternatives, diagnostics = types.ListValueFrom(ctx, types.StringType, read.DNSNames)
	return diagnostics
}

// algorithmOf is the `alg` that led to the certificate's key. Go has no Ed448, and no name
// for it.
func algorithmOf(read *x509.Certificate) string {
	switch read.PublicKey.(type) {
	case *ecdsa.PublicKey:
		return "ecdsa"
	case ed25519.PublicKey:
		return "ed25519"
	case nil:
		return "ed448"
	}
	return rsa
}
