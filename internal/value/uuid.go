package value

import "strings"

// CanonicalUUID writes a UUID in lower case with hyphens, from any spelling that
// authentik takes in a path: upper case, without hyphens or with them anywhere,
// in braces, with `urn:uuid:` before it. It is false where the string is no UUID.
func CanonicalUUID(text string) (string, bool) {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "urn:", ""), "uuid:", "")
	text = strings.ReplaceAll(strings.Trim(text, "{}"), "-", "")
	if len(text) != 32 || strings.Trim(text, "0123456789abcdefABCDEF") != "" {
		return "", false
	}
	text = strings.ToLower(text)
	return strings.Join([]string{text[:8], text[8:12], text[12:16], text[16:20], text[20:]}, "-"), true
}
