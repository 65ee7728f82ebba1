package authentiktest

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/json"
	"encoding/pem"
	"errors"
	"math/big"
	"net/http"
	"strings"
	"sync"
	"time"
)

// viewPEM needs a right of its own beside that to view the pair.
func viewPEM(field, right string) func(*Server, *call) *reply {
	return func(_ *Server, c *call) *reply {
		if !c.caller.may(right, certificates) {
			return detail(http.StatusForbidden, noPermission)
		}
		return jsonReply(http.StatusOK, values{"data": c.of.fields[field]})
	}
}

// generateCertificate makes a self-signed certificate. Before 2024.4 its key is always RSA.
func generateCertificate(s *Server, c *call) *reply {
	sent, refusal := c.read(s, "common_name")
	if refusal != nil {
		return refusal
	}
	name := strip(keyText(sent["common_name"]))
	days, err := json.Number(keyText(sent["validity_days"])).Int64()
	switch {
	case sent["validity_days"] == nil:
		return jsonReply(http.StatusBadRequest, failures{"validity_days": []string{isRequired}})
	case err != nil:
		return jsonReply(http.StatusBadRequest, failures{"validity_days": []string{noInteger}})
	case s.by(certificates, name) != nil:
		return jsonReply(http.StatusBadRequest, failures{"common_name": []string{"This field must be unique."}})
	}
	private, err := generateKey(s, keyText(sent["alg"]))
	if err != nil {
		return jsonReply(http.StatusBadRequest, failures{"alg": []string{"\"" + keyText(sent["alg"]) + "\" is not a valid choice."}})
	}
	certificate, key := signed(private, name, keyText(sent["subject_alt_name"]), int(days))
	pk := s.add(certificates, values{"name": name, "certificate_data": certificate, "key_data": key})
	on := routesOf(s.release, s.view)[certificates]
	return jsonReply(http.StatusOK, s.shape(on, s.get(certificates, pk), nil))
}

// sharedRSA is the RSA key of every generated pair, because generating one takes long.
var sharedRSA = sync.OnceValues(func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(rand.Reader, 2048) })

var errAlgorithm = errors.New("no such algorithm")

// generateKey generates a key by the name that the API has for its algorithm. Go has no Ed448.
func generateKey(s *Server, algorithm string) (crypto.Signer, error) {
	if !s.since("2024.4.0") {
		algorithm = ""
	}
	switch algorithm {
	case "", "rsa":
		return sharedRSA()
	case "ecdsa":
		return ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	case "ed25519":
		_, private, err := ed25519.GenerateKey(rand.Reader)
		return private, err
	}
	return nil, errAlgorithm
}

// SelfSigned generates a certificate for the common name, with DNS names separated by commas, and
// its key on an elliptic curve; both as PEM, without a line break at the end.
func SelfSigned(name, alternatives string, days int) (certificate, key string) {
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return "", ""
	}
	return signed(private, name, alternatives, days)
}

func signed(private crypto.Signer, name, alternatives string, days int) (certificate, key string) {
	template := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()),
		Subject: pkix.Name{ExtraNames: []pkix.AttributeTypeAndValue{ // in authentik's order
			{Type: asn1.ObjectIdentifier{2, 5, 4, 3}, Value: name},
			{Type: asn1.ObjectIdentifier{2, 5, 4, 10}, Value: "authentik"},
			{Type: asn1.ObjectIdentifier{2, 5, 4, 11}, Value: "Self-signed"},
		}},
		NotBefore: time.Now(), NotAfter: time.Now().AddDate(0, 0, days),
	}
	if alternatives != "" {
		template.DNSNames = strings.Split(alternatives, ",")
	}
	certified, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	if err != nil {
		return "", ""
	}
	encoded, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return "", ""
	}
	return asPEM("CERTIFICATE", certified), asPEM("PRIVATE KEY", encoded)
}

func asPEM(kind string, content []byte) string {
	return strings.TrimSpace(string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: content})))
}
