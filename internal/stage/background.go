package stage

import (
	"net/url"
	"slices"
	"strings"
)

// signatures are the query parameters, in lower case, with which a server or an
// object store signs the URL of a file for some minutes: authentik's own from
// 2025.12 on, and the two ways of S3.
var signatures = []string{"token", "awsaccesskeyid", "signature", "expires"}

// signaturePrefix begins the parameters of S3's current way of signing.
const signaturePrefix = "x-amz-"

// WithoutSignature takes the signature off a URL and leaves everything else as it
// is, byte for byte. The signature is made anew every few minutes, is no part of
// what a flow is configured with, and lets whoever holds it fetch the file.
func WithoutSignature(address string) string {
	address, fragment, hasFragment := strings.Cut(address, "#")
	path, query, hasQuery := strings.Cut(address, "?")
	if hasQuery {
		kept := slices.DeleteFunc(strings.Split(query, "&"), isSignature)
		if len(kept) > 0 {
			path += "?" + strings.Join(kept, "&")
		}
	}
	if hasFragment {
		path += "#" + fragment
	}
	return path
}

func isSignature(parameter string) bool {
	name, _, _ := strings.Cut(parameter, "=")
	if decoded, err := url.QueryUnescape(name); err == nil {
		name = decoded
	}
	name = strings.ToLower(name)
	return slices.Contains(signatures, name) || strings.HasPrefix(name, signaturePrefix)
}
