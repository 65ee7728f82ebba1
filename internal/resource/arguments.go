package resource

import (
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// arguments are what the user wrote, for the kind's rules.
type arguments struct {
	kind   *kind.Kind
	config value.Object
}

var _ kind.Arguments = arguments{}

func (a arguments) String(name string) (string, bool) {
	set := a.config[name]
	if !value.IsSet(set) {
		set = a.config[name+diagnostic.WriteOnlySuffix]
	}
	if !value.IsSet(set) {
		standard, ok := a.kind.Field(name).Default.(string)
		return standard, ok
	}
	return value.String(set), set.IsKnown() && set.Type().Is(tftypes.String)
}

func (a arguments) Bool(name string) (set, known bool) {
	argument := a.config[name]
	if !value.IsSet(argument) {
		standard, ok := a.kind.Field(name).Default.(bool)
		return standard, ok
	}
	return value.Bool(argument), argument.IsKnown()
}

func (a arguments) Int(name string) (number int64, known bool) {
	argument := a.config[name]
	if !value.IsSet(argument) {
		standard, ok := a.kind.Field(name).Default.(int)
		return int64(standard), ok
	}
	number, _ = value.Number(argument).Int64()
	return number, argument.IsKnown()
}

func (a arguments) IsEmpty(name string) bool {
	argument := a.config[name]
	return !value.IsSet(argument) || argument.IsKnown() && len(value.Elements(argument)) == 0
}

func (a arguments) IsUnset(name string) bool {
	return !value.IsSet(a.config[name]) && !value.IsSet(a.config[name+diagnostic.WriteOnlySuffix])
}

func (a arguments) IsKnown(name string) bool {
	for _, argument := range []string{name, name + diagnostic.WriteOnlySuffix} {
		if set := a.config[argument]; value.IsSet(set) && !set.IsKnown() {
			return false
		}
	}
	return true
}
