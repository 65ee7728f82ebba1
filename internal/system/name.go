package system

import (
	"regexp"
	"strings"
	"unicode"
)

var fileName = regexp.MustCompile(`^[a-zA-Z0-9._/-]+$`)

// wrongName says what the server would refuse about a file's name (validate_file_name in
// admin/files/validation.py), "" for nothing.
func wrongName(name string) string {
	plain := strings.ReplaceAll(name, "%(theme)s", "theme")
	switch {
	case !fileName.MatchString(plain):
		return "A file's name may have letters (a to z), digits, dots, hyphens, underscores and slashes, and `%(theme)s`."
	case strings.HasPrefix(plain, "/") || strings.Contains(plain, ".."):
		return "A file's name may neither begin with a slash nor have two dots in a row."
	}
	return ""
}

// sentence begins with a capital letter and ends with a period.
func sentence(text string) string {
	first := []rune(text)
	first[0] = unicode.ToUpper(first[0])
	return strings.TrimSuffix(string(first), ".") + "."
}
