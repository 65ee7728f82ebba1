package authentiktest

import "strings"

// shownIcon is the name of an icon's file; up to 2025.10 it was the address, if there was one.
func shownIcon(field, standard string, otherwise absent) func(*Server, *row) any {
	return func(s *Server, of *row) any {
		if s.since("2025.12.0") {
			return keyText(of.fields[field])
		}
		if address := iconURL(field, standard)(s, of); address != nil && keyText(of.fields[field]) != "" {
			return address
		}
		return otherwise
	}
}

// iconURL is the address of an icon, the standard one when none is set; null without either.
func iconURL(field, standard string) func(*Server, *row) any {
	return func(s *Server, of *row) any {
		stored := keyText(of.fields[field])
		switch {
		case stored == "" && standard == "":
			return nil
		case stored == "":
			return s.webPath() + standard
		case strings.HasPrefix(stored, "fa://"):
			return stored
		default:
			return s.fileURL(stored)
		}
	}
}

// themedIcon are the addresses of an icon whose name holds the theme, else null.
func themedIcon(field string) func(*Server, *row) any {
	return func(s *Server, of *row) any { return s.themed(keyText(of.fields[field])) }
}

// launchURL is where an application starts, formatted with the data of the user who asks.
func launchURL(s *Server, of *row) any {
	if set := keyText(of.fields["meta_launch_url"]); set != "" {
		return strings.ReplaceAll(set, "%(username)s", "akadmin")
	}
	provider := s.get(allProviders, keyText(of.fields["provider"]))
	if provider == nil {
		return nil
	}
	switch provider.path {
	case proxies:
		return provider.fields["external_host"]
	case oauth2:
		return launchOf(shownURIs(s, provider))
	case samlProviders:
		return s.webPath() + "/application/saml/" + keyText(of.fields["slug"]) + "/sso/binding/init/"
	default:
		return nil
	}
}

// launchOf is the address before the path of the first redirect URI.
func launchOf(uris any) any {
	var first string
	switch uris := uris.(type) {
	case string:
		first, _, _ = strings.Cut(uris, "\n")
	case []any:
		for _, entry := range uris {
			entry, _ := entry.(map[string]any)
			if kind := keyText(entry["redirect_uri_type"]); kind == "" || kind == "authorization" {
				first = keyText(entry["url"])
				break
			}
		}
	}
	scheme, rest, ok := strings.Cut(first, "://")
	if !ok {
		return nil
	}
	host, _, _ := strings.Cut(rest, "/")
	return scheme + "://" + host
}

// launchFormat is an address with or without names of the user's fields in it.
func launchFormat(_ *Server, text string) string {
	if text != "" && !strings.HasPrefix(text, "http://") && !strings.HasPrefix(text, "https://") && !strings.HasPrefix(text, "blank://") {
		return "Enter a valid URL."
	}
	return ""
}
