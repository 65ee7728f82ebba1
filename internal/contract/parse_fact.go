package contract

import (
	"fmt"
	"strconv"
	"strings"
)

// readFact reads one word about a field.
func readFact(d *Definition, word string) error {
	if stated := flag(d, word); stated != nil {
		*stated = true
		return nil
	}
	name, value, _ := strings.Cut(word, "=")
	switch name {
	case "format":
		d.Format = value
		return nil
	case "min-length":
		return readLength(&d.MinLength, value)
	case "max-length":
		return readLength(&d.MaxLength, value)
	case "min":
		return readLimit(&d.Minimum, value)
	case "max":
		return readLimit(&d.Maximum, value)
	case "pattern":
		d.Pattern = unescaped(value)
		return nil
	case "default":
		d.Default = unescaped(value)
		return nil
	case enumWord:
		d.Enum = readEnum(value)
		return nil
	default:
		return fmt.Errorf("unknown fact %q", word)
	}
}

// unescaped has the spaces and bars of an escaped word again. Few words have any, and a replacer
// allocates for all.
func unescaped(word string) string {
	if !strings.Contains(word, "%") {
		return word
	}
	return unescape.Replace(word)
}

func readEnum(words string) []string {
	values := strings.Split(words, "|")
	for i := range values {
		values[i] = unescaped(values[i])
	}
	return values
}

func readLength(length *uint64, value string) (err error) {
	if *length, err = strconv.ParseUint(value, 10, 64); err != nil {
		return fmt.Errorf("%q is not a length", value)
	}
	return nil
}

func readLimit(limit **int64, value string) error {
	number, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return fmt.Errorf("%q is not a limit", value)
	}
	*limit = &number
	return nil
}
