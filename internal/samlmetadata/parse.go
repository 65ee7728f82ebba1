// Package samlmetadata reads the SAML 2.0 metadata of a service provider
// (https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf). It does not
// verify signatures: whoever fetches the metadata has to trust where it comes from.
package samlmetadata

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
)

// MaxSize is how many bytes a document may have; metadata of one entity has a few thousand.
const MaxSize = 1 << 20

// maxDepth is how deep elements may be nested.
const maxDepth = 64

// ServiceProvider is what an identity provider has to know of a service provider. What
// the metadata lacks is empty.
type ServiceProvider struct {
	EntityID string
	// ACSURL and ACSBinding are where responses go and how: Redirect or Post.
	ACSURL, ACSBinding string
	// SLSURL and SLSBinding are where logout requests go and how: Redirect or Post.
	SLSURL, SLSBinding string
	// Signing and Encryption are certificates in PEM.
	Signing, Encryption string
	// NameIDFormats are URIs, in the order of the metadata.
	NameIDFormats []string
	// SignsRequests and WantsSignedAssertions are what it says of signatures.
	SignsRequests, WantsSignedAssertions bool
}

// The bindings that authentik has, by its names.
const (
	Redirect = "redirect"
	Post     = "post"
)

// Parse reads the metadata of one service provider. An error says what is wrong
// with the document, and has no part of it.
func Parse(document string) (*ServiceProvider, error) {
	document = strings.TrimSpace(strings.TrimPrefix(document, "\ufeff"))
	if err := inspect(document); err != nil {
		return nil, err
	}
	var entity entityDescriptor
	if err := decoder(document).Decode(&entity); err != nil {
		return nil, notWellFormed(err)
	}
	described, err := entity.serviceProvider()
	if err != nil {
		return nil, err
	}
	consumer := described.consumer()
	if consumer == nil {
		return nil, errors.New("the metadata has no AssertionConsumerService with the binding HTTP-POST or HTTP-Redirect, the only ones that authentik has")
	}
	result := &ServiceProvider{
		EntityID: strings.TrimSpace(entity.EntityID), ACSURL: strings.TrimSpace(consumer.Location), ACSBinding: consumer.binding(),
		SignsRequests: isTrue(described.SignsRequests), WantsSignedAssertions: isTrue(described.WantsSigned),
	}
	if result.EntityID == "" {
		return nil, errors.New("the EntityDescriptor has no entityID")
	}
	if !isURL(result.ACSURL) {
		return nil, errors.New("the Location of the AssertionConsumerService is not an http or https URL")
	}
	if logout := firstOf(described.Logout); logout != nil {
		result.SLSURL, result.SLSBinding = strings.TrimSpace(logout.Location), logout.binding()
		if !isURL(result.SLSURL) {
			return nil, errors.New("the Location of the SingleLogoutService is not an http or https URL")
		}
	}
	for _, format := range described.NameIDFormats {
		if format = strings.TrimSpace(format); !slices.Contains(result.NameIDFormats, format) {
			result.NameIDFormats = append(result.NameIDFormats, format)
		}
	}
	if result.Signing, err = described.certificate("signing"); err != nil {
		return nil, err
	}
	result.Encryption, err = described.certificate("encryption")
	return result, err
}

// decoder reads XML. The string is UTF-8 whatever the document declares, because
// Terraform has no other.
func decoder(document string) *xml.Decoder {
	decoder := xml.NewDecoder(strings.NewReader(document))
	decoder.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil }
	return decoder
}

// inspect refuses what is no metadata of one entity, before anything of it is kept.
func inspect(document string) error {
	beginning := strings.ToLower(document[:min(len(document), 200)])
	switch {
	case document == "":
		return errors.New("the document is empty")
	case len(document) > MaxSize:
		return fmt.Errorf("the document has more than %d bytes", MaxSize)
	case strings.Contains(beginning, "<html") || strings.Contains(beginning, "<!doctype html"):
		return errors.New("the document is an HTML page, not SAML metadata; the URL that it comes from may need a sign-in, or be that of a page about the metadata")
	}
	decoder := decoder(document)
	for depth, isRoot := 0, true; ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) && !isRoot {
			return nil
		}
		if err != nil {
			return notWellFormed(err)
		}
		switch token := token.(type) {
		case xml.Directive:
			return errors.New("the document has a document type definition, which SAML metadata must not have")
		case xml.StartElement:
			if err := checkRoot(token.Name, isRoot, depth); err != nil {
				return err
			}
			isRoot = false
			depth++
		case xml.EndElement:
			depth--
		}
		if depth > maxDepth {
			return fmt.Errorf("the document has elements nested deeper than %d", maxDepth)
		}
	}
}

// checkRoot refuses another root element than an EntityDescriptor, and a second one.
func checkRoot(name xml.Name, isRoot bool, depth int) error {
	switch {
	case !isRoot && depth == 0:
		return errors.New("the document has more than one root element")
	case !isRoot:
		return nil
	case name.Space == namespace && name.Local == "EntitiesDescriptor":
		return errors.New("the document describes several entities; use the EntityDescriptor of the service provider alone")
	case name.Space != namespace || name.Local != "EntityDescriptor":
		return errors.New("the root element is not an EntityDescriptor of SAML 2.0 metadata (" + namespace + ")")
	}
	return nil
}

// notWellFormed says where the document is no XML, without a part of it.
func notWellFormed(err error) error {
	if syntax, ok := errors.AsType[*xml.SyntaxError](err); ok {
		return fmt.Errorf("the document is not well-formed XML (line %d)", syntax.Line)
	}
	return errors.New("the document is not well-formed XML")
}

func isURL(location string) bool {
	parsed, err := url.Parse(location)
	return err == nil && (parsed.Scheme == "https" || parsed.Scheme == "http") && parsed.Host != ""
}

// isTrue reads an xs:boolean.
func isTrue(value string) bool {
	value = strings.TrimSpace(value)
	return value == "true" || value == "1"
}
