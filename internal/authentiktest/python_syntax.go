package authentiktest

import (
	"regexp"
	"slices"
	"strings"
)

// keywords are words of Python that another word may follow.
var keywords = []string{
	"return", "not", "pass", "import", "from", "raise", "del", "assert", "yield", "lambda", "await", "if", "for", "while", "def", "class", "global",
}

var words = regexp.MustCompile(`^[a-zA-Z_]+( [a-zA-Z_]+)+$`)

// expression is code in Python, of which the stand-in sees only the coarsest mistakes: a bracket
// that is not closed, and words one after the other.
var expression = check{field: "expression", fails: func(_ *Server, w *write) string {
	text := w.text("expression")
	wrong := ""
	for _, pair := range []string{"()", "[]", "{}"} {
		if strings.Count(text, pair[:1]) > strings.Count(text, pair[1:]) {
			wrong = "'" + pair[:1] + "' was never closed"
		}
	}
	first, _, _ := strings.Cut(text, " ")
	if words.MatchString(text) && !slices.Contains(keywords, first) {
		wrong = "invalid syntax"
	}
	if wrong == "" {
		return ""
	}
	return "Expression Syntax Error: " + wrong + " (" + keyText(w.will("name")) + ", line 2)"
}}
