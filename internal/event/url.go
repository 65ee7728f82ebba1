package event

import (
	"net/url"
	"slices"
)

// webhookURL refuses what the server refuses as "Enter a valid URL".
func webhookURL(text string) string {
	if text == "" {
		return ""
	}
	parsed, err := url.Parse(text)
	if err != nil || parsed.Host == "" || !slices.Contains([]string{"http", "https"}, parsed.Scheme) {
		return "The value must be a URL such as `https://chat.example.com/hooks/abc`, with `http` or `https`."
	}
	return ""
}
