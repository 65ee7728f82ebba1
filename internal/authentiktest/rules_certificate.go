package authentiktest

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/sha1" //nolint:gosec // G505: the API shows this fingerprint
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/hex"
	"encoding/pem"
	"strings"
)

// certificate is a certificate with or without its private key. What it says of itself is read
// from the PEM, which no answer holds; a test may also give the fields as they are to be shown.
func certificate() *model {
	details := inclusion{parameter: "include_details", standard: true, before: "2026.2.0"}
	return &model{
		included: map[string]inclusion{
			"fingerprint_sha256": details, "fingerprint_sha1": details, "cert_expiry": details, "cert_subject": details, "key_type": details,
			"private_key_type": details,
		},
		derived: computed{
			"fingerprint_sha256": ofCertificate(func(c *x509.Certificate) any { sum := sha256.Sum256(c.Raw); return colons(sum[:]) }),
			"fingerprint_sha1": ofCertificate(func(c *x509.Certificate) any {
				sum := sha1.Sum(c.Raw) //nolint:gosec // G401: as above
				return colons(sum[:])
			}),
			"cert_expiry":  ofCertificate(func(c *x509.Certificate) any { return c.NotAfter.UTC().Format("2006-01-02T15:04:05Z") }),
			"cert_subject": ofCertificate(func(c *x509.Certificate) any { return subject(c) }),
			"key_type":     ofCertificate(keyType), "private_key_type": func(s *Server, of *row) any {
				if keyText(of.fields["key_data"]) == "" {
					return nil
				}
				return ofCertificate(keyType)(s, of)
			},
			"private_key_available": func(_ *Server, of *row) any {
				block, _ := pem.Decode([]byte(keyText(of.fields["key_data"])))
				return block != nil && strings.HasSuffix(block.Type, "PRIVATE KEY")
			},
			"certificate_download_url": download("view_certificate"),
			"private_key_download_url": download("view_private_key"),
		},
		unique: []uniqueness{{field: "name", scope: certificates, message: "Certificate-Key Pair with this name already exists."}},
		formats: map[string]format{
			"certificate_data": pemOf("CERTIFICATE", "Unable to load certificate."),
			"key_data":         pemOf("PRIVATE KEY", "Unable to load private key (possibly encrypted?)."),
		},
		filters: map[string]filter{"has_key": func(_ *Server, _ target, _ []string) (func(*row) bool, string) { return nil, "" }},
		order:   []string{"name"}, search: []string{"name"},
	}
}

func ofCertificate(show func(*x509.Certificate) any) func(*Server, *row) any {
	return func(_ *Server, of *row) any {
		block, _ := pem.Decode([]byte(keyText(of.fields["certificate_data"])))
		if block == nil {
			return nil
		}
		read, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil
		}
		return show(read)
	}
}

func colons(sum []byte) string {
	parts := make([]string, 0, len(sum))
	for _, one := range sum {
		parts = append(parts, hex.EncodeToString([]byte{one}))
	}
	return strings.Join(parts, ":")
}

// subject is the subject of a certificate by RFC 4514: the most special part first.
func subject(of *x509.Certificate) string {
	var names pkix.RDNSequence
	if _, err := asn1.Unmarshal(of.RawSubject, &names); err != nil {
		return ""
	}
	return names.String()
}

func keyType(of *x509.Certificate) any {
	switch of.PublicKey.(type) {
	case *rsa.PublicKey:
		return "rsa"
	case *ecdsa.PublicKey:
		return "ec"
	case ed25519.PublicKey:
		return "ed25519"
	default:
		return nil
	}
}

func download(what string) func(*Server, *row) any {
	return func(s *Server, of *row) any {
		return s.webPath() + apiRoot + certificates + of.pk() + "/" + what + "/?download"
	}
}

func pemOf(kind, message string) format {
	return func(_ *Server, text string) string {
		if block, _ := pem.Decode([]byte(text + "\n")); text != "" && (block == nil || !strings.HasSuffix(block.Type, kind)) {
			return message
		}
		return ""
	}
}
