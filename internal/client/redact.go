package client

import (
	"maps"
	"slices"
	"strings"
	"unicode"
)

const (
	redacted = "(redacted)"

	// minSecret is the length in bytes below which a value is not redacted: it is no
	// secret, and replacing it would garble every message.
	minSecret = 4
)

// secrets are the values of the configuration that no message may repeat.
func (c *Client) secrets() []string {
	return append(slices.Collect(maps.Values(c.config.Headers)), c.config.Token)
}

// redact removes secrets from a string, for servers and proxies that repeat what they
// were sent. All occurrences are found before any is replaced: one secret may contain
// another or overlap with it, and replacing the first would leave a part of the other.
func redact(text string, secrets []string) string {
	hidden := make([]bool, len(text))
	found := false
	for _, secret := range secrets {
		// Servers strip whitespace, and cleaning a message does, too.
		for _, form := range [...]string{secret, strings.TrimSpace(secret), singleLine(secret)} {
			found = mark(hidden, text, form) || found
		}
	}
	if !found {
		return text
	}
	var result strings.Builder
	for i := range len(text) {
		switch {
		case !hidden[i]:
			result.WriteByte(text[i])
		case i == 0 || !hidden[i-1]:
			result.WriteString(redacted)
		}
	}
	return result.String()
}

// mark marks the bytes of all occurrences of a secret, overlapping ones included.
func mark(hidden []bool, text, secret string) (found bool) {
	if len(secret) < minSecret {
		return false
	}
	for start := 0; ; start++ {
		next := strings.Index(text[start:], secret)
		if next < 0 {
			return found
		}
		found = true
		start += next
		for i := range len(secret) {
			hidden[start+i] = true
		}
	}
}

// printable makes a string of a server or a library fit for a message: without secrets,
// on one line, printable, and at most limit characters long.
func printable(text string, limit int, secrets []string) string {
	// Secrets first, because cleaning could tear them apart; and once more, because it
	// could put them together.
	text = redact(singleLine(redact(text, secrets)), secrets)
	if characters := []rune(text); len(characters) > limit {
		text = string(characters[:limit]) + "…"
	}
	return text
}

// singleLine replaces whitespace by single spaces and drops what is not printable.
func singleLine(text string) string {
	text = strings.Map(func(char rune) rune {
		switch {
		case unicode.IsSpace(char):
			return ' '
		case !unicode.IsPrint(char):
			return -1
		}
		return char
	}, text)
	return strings.Join(strings.Fields(text), " ")
}
