package client

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/http/httpguts"
)

// Defaults of [Config].
const (
	// DefaultRequestTimeout suits real servers, which take seconds for a write
	// when several arrive at the same time.
	DefaultRequestTimeout = 60 * time.Second
	// DefaultMaxRetries waits about fifteen seconds in total.
	DefaultMaxRetries = 4
)

// Config says how to reach one authentik instance.
type Config struct {
	// URL is authentik's address, as [ParseURL] returns it.
	URL *url.URL
	// Token is the API token, as [CheckToken] accepts it. It is sent to URL's
	// origin only.
	Token string
	// Headers are sent along with every request, for a proxy in front of
	// authentik; see [CheckHeader].
	Headers map[string]string
	// TLS is the configuration that [TLSConfig] returns; nil means Go's defaults.
	TLS *tls.Config
	// RequestTimeout limits one attempt, from dialing to the last byte of the
	// response. Zero means [DefaultRequestTimeout].
	RequestTimeout time.Duration
	// MaxRetries is how often a request is sent again after a transient failure.
	// Zero means never.
	MaxRetries int
	// FirstRetry is the mean pause before the first retry, which doubles from
	// there. Zero means one second.
	FirstRetry time.Duration
	// UserAgent names the program to the server.
	UserAgent string
	// ReadAhead lets [Client.Read] list a collection of which many objects are read.
	ReadAhead bool
	// Transport sends the requests. Nil means over the network, with TLS; tests without one
	// set it.
	Transport http.RoundTripper
	// Now is the clock by which listed objects expire. Nil means [time.Now].
	Now func() time.Time
}

// ParseURL reads the address of an authentik instance, such as
// `https://auth.example.com` or, for a sub-path, `https://example.com/auth/`.
// Slashes at its end are dropped, because authentik's router responds to a double
// slash with a redirect. The error says what is wrong without repeating the
// address, which may hold a password.
func ParseURL(address string) (*url.URL, error) {
	if address == "" {
		return nil, errors.New("the URL is empty")
	}
	if strings.TrimSpace(address) != address {
		return nil, errors.New("the URL has leading or trailing whitespace")
	}
	parsed, err := url.Parse(address)
	if err != nil {
		// The parser's own error repeats the whole address.
		return nil, errors.New("the URL cannot be parsed; it must look like https://auth.example.com")
	}
	if err := checkURL(parsed, address); err != nil {
		return nil, err
	}
	parsed.Path = strings.TrimRight(parsed.Path, "/")
	parsed.Path = strings.TrimRight(strings.TrimSuffix(parsed.Path, "/api/v3"), "/")
	parsed.RawPath = ""
	return parsed, nil
}

func checkURL(parsed *url.URL, address string) error {
	switch {
	case parsed.Scheme != "http" && parsed.Scheme != "https":
		return errors.New("the URL must start with https:// (or http://)")
	case parsed.User != nil:
		return errors.New("the URL must not contain a user name or password; give the API token as `token`")
	case parsed.Hostname() == "" || parsed.Opaque != "":
		return errors.New("the URL has no host name; it must look like https://auth.example.com")
	case parsed.RawQuery != "" || parsed.ForceQuery:
		return errors.New("the URL must not have a query (the part from `?` on)")
	case strings.Contains(address, "#"):
		return errors.New("the URL must not have a fragment (the part from `#` on)")
	}
	if port := parsed.Port(); port != "" || strings.HasSuffix(parsed.Host, ":") {
		if number, err := strconv.ParseUint(port, 10, 16); err != nil || number == 0 {
			return errors.New("the URL's port must be a number from 1 to 65535")
		}
	}
	path := strings.TrimRight(parsed.Path, "/")
	if strings.Contains(path, "//") || strings.Contains(path+"/", "/../") || strings.Contains(path+"/", "/./") {
		return errors.New("the URL's path must not have empty, `.` or `..` segments")
	}
	if strings.HasSuffix(path, "/api") {
		return errors.New("the URL must be authentik's own address, without `/api`")
	}
	return nil
}

// CheckToken says what is wrong with an API token, without repeating it. Only
// characters that authentik accepts in a header are allowed: it responds to
// anything beyond printable ASCII with a server error.
func CheckToken(token string) error {
	if token == "" {
		return errors.New("the token is empty")
	}
	if strings.TrimSpace(token) != token {
		return errors.New("the token has leading or trailing whitespace, often a line break from the file that it was read from; `trimspace` or `chomp` removes it")
	}
	if strings.Contains(token, " ") {
		return errors.New("the token contains a space, at which authentik would cut it off")
	}
	for _, char := range token {
		if char < 0x20 || char > 0x7e {
			return errors.New("the token contains a character that is not allowed in an HTTP header; only printable ASCII is")
		}
	}
	return nil
}

// CheckHeader says what is wrong with an extra header. Names that the client
// sets itself are refused, because overwriting them breaks every request. The
// value is never part of the error.
func CheckHeader(name, value string) error {
	if !httpguts.ValidHeaderFieldName(name) {
		return fmt.Errorf("%q is not a valid header name", name)
	}
	switch http.CanonicalHeaderKey(name) {
	case "Authorization", "Accept", "Accept-Encoding", "Connection", "Content-Length", "Content-Type", "Host", "Range", "Te", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent", "X-Http-Method-Override":
		return fmt.Errorf("the header %q is set by the provider itself", name)
	}
	if strings.TrimSpace(value) != value || !httpguts.ValidHeaderFieldValue(value) {
		return fmt.Errorf("the value of the header %q has leading or trailing whitespace or a character that is not allowed in a header", name)
	}
	return nil
}

// TLSFiles are the PEM strings that [TLSConfig] reads.
type TLSFiles struct {
	// CACertificate is trusted in addition to the system's authorities.
	CACertificate string
	// ClientCertificate and ClientKey identify the client to the server. Both
	// or neither.
	ClientCertificate, ClientKey string
	// Insecure turns the verification of the server's certificate off.
	Insecure bool
}

// Errors of [TLSConfig], one for each input that can be wrong.
var (
	ErrCACertificate     = errors.New("this is not a PEM certificate (-----BEGIN CERTIFICATE-----)")
	ErrClientCertificate = errors.New("this is not a PEM certificate (-----BEGIN CERTIFICATE-----)")
	ErrClientKey         = errors.New("this is not an unencrypted PEM private key that belongs to the client certificate")
)

// TLSConfig returns the TLS configuration for a [Config]. Its errors are
// [ErrCACertificate], [ErrClientCertificate] and [ErrClientKey]; they never
// repeat any of the input.
func TLSConfig(files TLSFiles) (*tls.Config, error) {
	config := &tls.Config{
		MinVersion: tls.VersionTLS12,
		//nolint:gosec // The user asked for it by name, and the documentation says what it costs.
		InsecureSkipVerify: files.Insecure,
	}
	if files.CACertificate != "" {
		pool, err := x509.SystemCertPool()
		if err != nil {
			pool = x509.NewCertPool()
		}
		if !pool.AppendCertsFromPEM([]byte(files.CACertificate)) {
			return nil, ErrCACertificate
		}
		config.RootCAs = pool
	}
	if files.ClientCertificate == "" && files.ClientKey == "" {
		return config, nil
	}
	if !x509.NewCertPool().AppendCertsFromPEM([]byte(files.ClientCertificate)) {
		return nil, ErrClientCertificate
	}
	pair, err := tls.X509KeyPair([]byte(files.ClientCertificate), []byte(files.ClientKey))
	if err != nil {
		return nil, ErrClientKey
	}
	config.Certificates = []tls.Certificate{pair}
	return config, nil
}
