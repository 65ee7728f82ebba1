package certificate

import (
	"bytes"
	"crypto"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Types of PEM blocks.
const (
	certificateBlock = "CERTIFICATE"
	keyBlock         = "PRIVATE KEY"
	encryptedBlock   = "ENCRYPTED PRIVATE KEY"
)

// blocks are the contents of the certificates in a PEM text, the first one first.
func blocks(text string) [][]byte {
	var found [][]byte
	for rest := []byte(text); ; {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			return found
		}
		if block.Type == certificateBlock {
			found = append(found, block.Bytes)
		}
	}
}

// isFingerprint says whether the text is a SHA-256 fingerprint as authentik writes it.
func isFingerprint(text string) bool {
	sum, err := hex.DecodeString(strings.ReplaceAll(strings.TrimSpace(text), ":", ""))
	return err == nil && len(sum) == sha256.Size
}

// fingerprint is that of the first certificate of a PEM text, which is the one that
// authentik reads, or the text if it is a fingerprint itself; "" for anything else.
func fingerprint(text string) string {
	if isFingerprint(text) {
		return strings.ToLower(strings.ReplaceAll(strings.TrimSpace(text), ":", ""))
	}
	found := blocks(text)
	if len(found) == 0 {
		return ""
	}
	sum := sha256.Sum256(found[0])
	return hex.EncodeToString(sum[:])
}

// sameCertificate compares by fingerprint. Two PEM texts must also have the same
// certificates after the first one, which the server stores and does not fingerprint.
func sameCertificate(one, other string) bool {
	left, right := blocks(one), blocks(other)
	if len(left) > 0 && len(right) > 0 {
		return bytes.Equal(bytes.Join(left, nil), bytes.Join(right, nil))
	}
	sum := fingerprint(one)
	return sum != "" && sum == fingerprint(other)
}

// isCertificate is the check of `certificate_data`.
func isCertificate(text string) string {
	if isFingerprint(text) {
		return ""
	}
	block, _ := pem.Decode([]byte(text))
	switch {
	case block == nil:
		return "The value must be a certificate in PEM format, which begins with `-----BEGIN CERTIFICATE-----`."
	case strings.HasSuffix(block.Type, keyBlock):
		return "The value is a private key. Use the certificate here, and the key in `key_data`."
	case block.Type != certificateBlock:
		return "The value is PEM of another type than `CERTIFICATE`."
	}
	if _, err := x509.ParseCertificate(block.Bytes); err != nil {
		return "The value is PEM, but holds no X.509 certificate."
	}
	return ""
}

// isPrivateKey is the check of `key_data`. Go cannot read every type of key that
// authentik can, so the content is not parsed.
func isPrivateKey(text string) string {
	if text == "" {
		return ""
	}
	block, _ := pem.Decode([]byte(text))
	switch {
	case block == nil:
		return "The value must be a private key in PEM format, such as one that begins with `-----BEGIN PRIVATE KEY-----`."
	case block.Type == encryptedBlock || block.Headers["DEK-Info"] != "":
		return "The private key is encrypted, which authentik refuses. Decrypt it, for example with `openssl pkey`."
	case block.Type == certificateBlock:
		return "The value is a certificate. Use the private key here, and the certificate in `certificate_data`."
	case !strings.HasSuffix(block.Type, keyBlock):
		return "The value is PEM of another type than a private key."
	}
	return ""
}

// keyFits finds a key of another certificate, which authentik would store.
func keyFits(arguments kind.Arguments) []kind.Finding {
	certificate, known := arguments.String("certificate_data")
	key, keyKnown := arguments.String("key_data")
	if !known || !keyKnown {
		return nil
	}
	found := blocks(certificate)
	public, ok := publicKey(key)
	if len(found) == 0 || !ok {
		return nil
	}
	parsed, err := x509.ParseCertificate(found[0])
	if err != nil || public.Equal(parsed.PublicKey) {
		return nil
	}
	return []kind.Finding{{
		Attribute: "key_data", Summary: "Private key of another certificate",
		Detail: "The public key of the first certificate in `certificate_data` is not that of the private key. authentik would store the pair all the same, and clients would refuse what it signs.",
	}}
}

// equaler is what every public key of the standard library is.
type equaler interface{ Equal(crypto.PublicKey) bool }

// publicKey is the public half of a private key; false where Go cannot read the key.
func publicKey(text string) (equaler, bool) {
	block, _ := pem.Decode([]byte(text))
	if block == nil {
		return nil, false
	}
	signer, ok := parseKey(block.Bytes).(crypto.Signer)
	if !ok {
		return nil, false
	}
	public, ok := signer.Public().(equaler)
	return public, ok
}

// parseKey reads a key in any of the formats that authentik reads, nil for none.
func parseKey(content []byte) any {
	if key, err := x509.ParsePKCS8PrivateKey(content); err == nil {
		return key
	}
	if key, err := x509.ParsePKCS1PrivateKey(content); err == nil {
		return key
	}
	if key, err := x509.ParseECPrivateKey(content); err == nil {
		return key
	}
	return nil
}

// withLineEnd ends PEM with the line end that the server cut off.
func withLineEnd(text string) string {
	if !strings.HasPrefix(text, "-----BEGIN ") {
		return text
	}
	return strings.TrimSpace(text) + "\n"
}
