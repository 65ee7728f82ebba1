package authentiktest

import (
	"crypto/rand"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"
)

// strip removes blanks at both ends as Python's str.strip does: all that Unicode calls white
// space, no-break and ideographic spaces included, and the four ASCII separators; not U+FEFF and
// U+200B.
func strip(text string) string {
	return strings.TrimFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f
	})
}

// canonicalUUID reads a UUID in all spellings that Python's uuid.UUID takes (upper case, without
// hyphens, in braces, with urn:uuid:) and gives the one that the server answers with.
func canonicalUUID(text string) (string, bool) {
	text = strings.NewReplacer("urn:", "", "uuid:", "").Replace(text)
	digits := strings.ToLower(strings.ReplaceAll(strings.Trim(text, "{}"), "-", ""))
	if len(digits) != 32 {
		return "", false
	}
	raw, err := hex.DecodeString(digits)
	if err != nil {
		return "", false
	}
	return formatUUID(raw), true
}

// newUUID makes a random UUID of version 4.
func newUUID() string {
	raw := make([]byte, 16)
	_, _ = rand.Read(raw) // never fails, see crypto/rand
	return markUUID(raw)
}

// markUUID writes 16 bytes as a UUID of version 4.
func markUUID(raw []byte) string {
	raw = slices.Clone(raw)
	raw[6] = raw[6]&0x0f | 0x40
	raw[8] = raw[8]&0x3f | 0x80
	return formatUUID(raw)
}

func formatUUID(raw []byte) string {
	digits := hex.EncodeToString(raw)
	return strings.Join([]string{digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]}, "-")
}
