package contract

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// constant is a fact of which an object has one per release, on a line that begins with the word.
type constant struct {
	word string
	// get writes the fact, "" when the view does not have it; set reads it.
	get func(View) string
	set func(*View, string) error
}

// pathWord begins a line with the path of releases before a rename.
const pathWord = "path"

// constants lists the facts of which an object has one per release, in the table's order.
var constants = []constant{
	{pathWord, func(v View) string { return v.Path }, func(v *View, value string) error {
		v.Path = value
		return nil
	}},
	{"model", func(v View) string { return v.Model }, func(v *View, value string) error {
		v.Model = value
		return nil
	}},
	{"key", func(v View) string { return strings.TrimSpace(v.Key + " " + v.KeyType + " " + v.KeyField) }, setKey},
	{"methods", methodNames, setMethods},
	{"list", listStyle, setListStyle},
}

// setKey reads the parameter of the path, its type and the field that holds it.
func setKey(v *View, value string) error {
	words := strings.Fields(value)
	if len(words) != 3 {
		return errors.New("a key needs the parameter of the path, its type and the field that holds it")
	}
	v.Key, v.KeyType, v.KeyField = words[0], words[1], words[2]
	return nil
}

func methodNames(v View) string {
	names := make([]string, 0, len(v.Methods))
	for _, method := range v.Methods {
		names = append(names, string(method))
	}
	return strings.Join(names, " ")
}

func setMethods(v *View, value string) error {
	for name := range strings.FieldsSeq(value) {
		if !slices.Contains(Methods(), Method(name)) {
			return fmt.Errorf("%q is not a method", name)
		}
		v.Methods = append(v.Methods, Method(name))
	}
	return nil
}

// paged and plain are the two styles of lists; the name of the items' schema may follow.
const (
	paged = "paged"
	plain = "plain"
)

func listStyle(v View) string {
	switch {
	case !v.Can(List):
		return ""
	case v.Paged:
		return strings.TrimSpace(paged + " " + v.ListModel)
	default:
		return strings.TrimSpace(plain + " " + v.ListModel)
	}
}

func setListStyle(v *View, value string) error {
	style, model, _ := strings.Cut(value, " ")
	if style != paged && style != plain {
		return fmt.Errorf("%q is no style of a list", style)
	}
	v.Paged, v.ListModel = style == paged, model
	return nil
}
