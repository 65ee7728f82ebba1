package client_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

func TestParseURL(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		address, want string // want is empty where the address is refused
	}{
		{"https://auth.example.com", "https://auth.example.com"},
		{"https://auth.example.com/", "https://auth.example.com"},
		{"https://auth.example.com///", "https://auth.example.com"},
		{"http://127.0.0.1:9000", "http://127.0.0.1:9000"},
		{"https://[::1]:9443/auth/", "https://[::1]:9443/auth"},
		{"https://example.com/a%20b/", "https://example.com/a%20b"},
		{"", ""},
		{" https://auth.example.com", ""},
		{"https://auth.example.com\n", ""},
		{"auth.example.com", ""},
		{"auth.example.com:9000", ""},
		{"//auth.example.com", ""},
		{"ftp://auth.example.com", ""},
		{"https://", ""},
		{"https:///auth", ""},
		{"https:auth.example.com", ""},
		{"https://:9000", ""},
		{"https://auth.example.com:", ""},
		{"https://auth.example.com:0", ""},
		{"https://auth.example.com:65536", ""},
		{"https://auth.example.com:http", ""},
		{"https://marked-user:marked-password@auth.example.com", ""},
		{"https://marked-user@auth.example.com", ""},
		{"https://auth.example.com?token=marked-password", ""},
		{"https://auth.example.com?", ""},
		{"https://auth.example.com/#marked-password", ""},
		{"https://auth.example.com/#", ""},
		{"https://auth.example.com//auth", ""},
		{"https://auth.example.com/../auth", ""},
		{"https://auth.example.com/api/v3", "https://auth.example.com"},
		{"https://auth.example.com/auth/api/v3/", "https://auth.example.com/auth"},
		{"https://auth.example.com/api", ""},
		{"https://marked-password%zz", ""},
		{"https://auth.example.com/\x7f", ""},
	} {
		t.Run(test.address, func(t *testing.T) {
			t.Parallel()
			parsed, err := client.ParseURL(test.address)
			switch {
			case test.want == "" && err == nil:
				t.Fatalf("accepted as %s", parsed)
			case test.want == "":
				if strings.Contains(err.Error(), "marked") {
					t.Fatalf("the error repeats the address: %v", err)
				}
			case err != nil:
				t.Fatal(err)
			case parsed.String() != test.want:
				t.Fatalf("got %s, want %s", parsed, test.want)
			}
		})
	}
}

func TestCheckToken(t *testing.T) {
	t.Parallel()
	for token, good := range map[string]bool{
		"abcDEF123":       true,
		"inner marked":    false,
		"!#$%&'()*+,-./~": true,
		"":                false,
		" marked":         false,
		"marked ":         false,
		"marked\n":        false,
		"mar\nked":        false,
		"mar\x00ked":      false,
		"mar\x7fked":      false,
		"märked":          false,
		"\u00a0marked":    false,
	} {
		err := client.CheckToken(token)
		if (err == nil) != good {
			t.Errorf("CheckToken(%q) = %v", token, err)
		}
		if err != nil && strings.Contains(err.Error(), "ked") {
			t.Errorf("the error repeats the token: %v", err)
		}
	}
}

func TestCheckHeader(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, value string
		good        bool
	}{
		{"CF-Access-Client-Secret", "marked", true},
		{"X-Empty", "", true},
		{"Accept-Language", "de", true},
		{"", "marked", false},
		{"with blank", "marked", false},
		{"X-A:", "marked", false},
		{"authorization", "marked", false},
		{"ACCEPT", "marked", false},
		{"Host", "marked", false},
		{"X-A", " marked", false},
		{"X-A", "mar\r\nX-B: ked", false},
	} {
		err := client.CheckHeader(test.name, test.value)
		if (err == nil) != test.good {
			t.Errorf("CheckHeader(%q, %q) = %v", test.name, test.value, err)
		}
		if err != nil && strings.Contains(err.Error(), "ked") {
			t.Errorf("the error repeats the value: %v", err)
		}
	}
}

func TestTLSConfigRefusesWhatIsNoPEM(t *testing.T) {
	t.Parallel()
	certificate, key := selfSigned(t, "client")
	_, otherKey := selfSigned(t, "other")
	for name, test := range map[string]struct {
		files client.TLSFiles
		want  error
	}{
		"nothing":                {client.TLSFiles{}, nil},
		"insecure":               {client.TLSFiles{Insecure: true}, nil},
		"authority":              {client.TLSFiles{CACertificate: certificate}, nil},
		"client":                 {client.TLSFiles{ClientCertificate: certificate, ClientKey: key}, nil},
		"authority is no PEM":    {client.TLSFiles{CACertificate: "marked"}, client.ErrCACertificate},
		"authority is a key":     {client.TLSFiles{CACertificate: key}, client.ErrCACertificate},
		"certificate is no PEM":  {client.TLSFiles{ClientCertificate: "marked", ClientKey: key}, client.ErrClientCertificate},
		"key is no PEM":          {client.TLSFiles{ClientCertificate: certificate, ClientKey: "marked"}, client.ErrClientKey},
		"key of another":         {client.TLSFiles{ClientCertificate: certificate, ClientKey: otherKey}, client.ErrClientKey},
		"certificate for a key":  {client.TLSFiles{ClientCertificate: certificate, ClientKey: certificate}, client.ErrClientKey},
		"certificate without it": {client.TLSFiles{ClientCertificate: certificate}, client.ErrClientKey},
	} {
		config, err := client.TLSConfig(test.files)
		if !errors.Is(err, test.want) {
			t.Errorf("%s: got %v, want %v", name, err, test.want)
		}
		if err == nil && config.InsecureSkipVerify != test.files.Insecure {
			t.Errorf("%s: InsecureSkipVerify is %v", name, config.InsecureSkipVerify)
		}
	}
}
