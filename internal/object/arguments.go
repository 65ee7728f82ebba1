package object

import "github.com/hashicorp/terraform-plugin-go/tftypes"

// Arguments are what the user wrote for a resource, for [Object.Check].
type Arguments struct {
	object *Object
	config values
}

// Text is the argument's text or, where it is left out, its default. It says false
// where the text is not known yet or there is none.
func (a Arguments) Text(name string) (string, bool) {
	value := a.config[name]
	if !isSet(value) {
		standard, ok := a.object.attribute(name).Default.(string)
		return standard, ok
	}
	return text(value), value.IsKnown()
}

// Flag is the argument's truth or, where it is left out, its default. It says false
// for known where that is not known yet.
func (a Arguments) Flag(name string) (flag, known bool) {
	value := a.config[name]
	if !isSet(value) {
		standard, ok := a.object.attribute(name).Default.(bool)
		return standard, ok
	}
	if !value.IsKnown() || value.As(&flag) != nil {
		return false, false
	}
	return flag, true
}

// Empty says whether the argument is certainly a list or set without elements, by
// being left out or by being written so.
func (a Arguments) Empty(name string) bool {
	value := a.config[name]
	if !isSet(value) {
		return true
	}
	var elements []tftypes.Value
	return value.IsKnown() && value.As(&elements) == nil && len(elements) == 0
}

// LeftOut says whether the argument, and its write-only form where it has one, is
// not in the configuration.
func (a Arguments) LeftOut(name string) bool {
	return !isSet(a.config[name]) && !isSet(a.config[name+writeOnlySuffix])
}

// Finding is what is wrong with an argument.
type Finding struct {
	// Attribute is the argument that the message stands on.
	Attribute string
	// Summary and Detail are the message; they must not repeat a value.
	Summary, Detail string
	// Certain makes it an error; otherwise it is a warning.
	Certain bool
}
