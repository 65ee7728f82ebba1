package samlmetadata

import (
	"encoding/base64"
	"encoding/pem"
	"errors"
	"slices"
	"strings"
)

// What identifies SAML 2.0 and its bindings.
const (
	namespace = "urn:oasis:names:tc:SAML:2.0:metadata"
	protocol  = "urn:oasis:names:tc:SAML:2.0:protocol"
	bindings  = "urn:oasis:names:tc:SAML:2.0:bindings:"
)

// entityDescriptor is the part of the schema that matters here. Its namespace is checked
// before.
type entityDescriptor struct {
	EntityID          string         `xml:"entityID,attr"`
	ServiceProviders  []spDescriptor `xml:"urn:oasis:names:tc:SAML:2.0:metadata SPSSODescriptor"`
	IdentityProviders []struct{}     `xml:"urn:oasis:names:tc:SAML:2.0:metadata IDPSSODescriptor"`
}

type spDescriptor struct {
	Protocols     string          `xml:"protocolSupportEnumeration,attr"`
	SignsRequests string          `xml:"AuthnRequestsSigned,attr"`
	WantsSigned   string          `xml:"WantAssertionsSigned,attr"`
	Keys          []keyDescriptor `xml:"urn:oasis:names:tc:SAML:2.0:metadata KeyDescriptor"`
	Logout        []endpoint      `xml:"urn:oasis:names:tc:SAML:2.0:metadata SingleLogoutService"`
	NameIDFormats []string        `xml:"urn:oasis:names:tc:SAML:2.0:metadata NameIDFormat"`
	Consumers     []endpoint      `xml:"urn:oasis:names:tc:SAML:2.0:metadata AssertionConsumerService"`
}

type keyDescriptor struct {
	Use          string   `xml:"use,attr"`
	Certificates []string `xml:"http://www.w3.org/2000/09/xmldsig# KeyInfo>X509Data>X509Certificate"`
}

type endpoint struct {
	Binding   string `xml:"Binding,attr"`
	Location  string `xml:"Location,attr"`
	IsDefault string `xml:"isDefault,attr"`
}

// serviceProvider is the first description of a service provider that knows SAML 2.0.
func (e *entityDescriptor) serviceProvider() (*spDescriptor, error) {
	for i := range e.ServiceProviders {
		if slices.Contains(strings.Fields(e.ServiceProviders[i].Protocols), protocol) {
			return &e.ServiceProviders[i], nil
		}
	}
	switch {
	case len(e.ServiceProviders) > 0:
		return nil, errors.New("the service provider (SPSSODescriptor) does not support SAML 2.0")
	case len(e.IdentityProviders) > 0:
		return nil, errors.New("the metadata has no SPSSODescriptor: it is that of an identity provider (IDPSSODescriptor), not of a service provider")
	}
	return nil, errors.New("the metadata has no SPSSODescriptor: it describes no service provider")
}

// consumer is the assertion consumer service that the metadata names as the default, or
// else the first one that is not excluded from being that, or else the first one (section
// 2.2.3 of the specification), of those with a binding that authentik has. nil for none.
func (d *spDescriptor) consumer() *endpoint {
	usable := slices.DeleteFunc(slices.Clone(d.Consumers), func(one endpoint) bool { return one.binding() == "" })
	for i := range usable {
		if isTrue(usable[i].IsDefault) {
			return &usable[i]
		}
	}
	for i := range usable {
		if usable[i].IsDefault == "" {
			return &usable[i]
		}
	}
	return firstOf(usable)
}

// firstOf is the first endpoint with a binding that authentik has, nil for none.
func firstOf(endpoints []endpoint) *endpoint {
	for i := range endpoints {
		if endpoints[i].binding() != "" {
			return &endpoints[i]
		}
	}
	return nil
}

// binding is authentik's name of the binding, empty where it has none.
func (e *endpoint) binding() string {
	switch e.Binding {
	case bindings + "HTTP-POST":
		return Post
	case bindings + "HTTP-Redirect":
		return Redirect
	}
	return ""
}

// certificate is the first certificate for the use, or for any use, in PEM; empty for
// none.
func (d *spDescriptor) certificate(use string) (string, error) {
	for _, key := range d.Keys {
		if key.Use != use && key.Use != "" || len(key.Certificates) == 0 {
			continue
		}
		der, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(key.Certificates[0]), ""))
		if err != nil || len(der) == 0 {
			return "", errors.New("the certificate for " + use + " is not encoded in base64")
		}
		return string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})), nil
	}
	return "", nil
}
