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

	// minLine is that of a line of a secret with several, which can be a word.
	minLine = 16
)

// secrets are the values of the configuration that no message may repeat.
func (c *Client) secrets() []string {
	return append(slices.Collect(maps.Values(c.config.Headers)), c.config.Token)
}

// redact removes secrets from a string, for servers and proxies that repeat what they
// were sent.
func redact(text string, secrets []string) string { return Redact(text, secrets, minSecret) }

// Redact removes secrets from a string, those that have as many bytes as the shortest. All
// occurrences are found before any is replaced: one secret may contain another or overlap
// with it, and replacing the first would leave a part of the other.
func Redact(text string, secrets []string, shortest int) string {
	hidden := make([]bool, len(text))
	found := false
	for _, secret := range secrets {
		for _, form := range forms(secret) {
			found = len(form) >= max(1, shortest) && mark(hidden, text, form) || found
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

// forms are the spellings in which a server may repeat a secret. Servers strip
// whitespace, and cleaning a message does, too; a request that is repeated as it was
// sent has it escaped; and of a key in many lines a message may have only some.
func forms(secret string) []string {
	all := []string{secret, strings.TrimSpace(secret), singleLine(secret)}
	if escaped, _, err := encode(secret); err == nil {
		all = append(all, string(escaped[1:len(escaped)-len("\"\n")]))
	}
	for line := range strings.Lines(secret) {
		if line = strings.TrimSpace(line); len(line) >= minLine {
			all = append(all, line)
		}
	}
	return all
}

// mark marks the bytes of all occurrences of a secret, overlapping ones included.
func mark(hidden []bool, text, secret string) (found bool) {
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
