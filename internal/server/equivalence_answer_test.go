package server_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
)

// privateKeys are the keys of private state that the tests use. The framework reserves
// those that begin with a dot.
var privateKeys = []string{"one", "two"}

// mark is what our private state has under the key "by".
const mark = `"authentik-iac"`

// answer is a whole answer in a form that can be compared: a line for each part of it.
type answer map[string]string

// same fails unless the two answers are the same.
func (tf *terraform) same(call string, ours, theirs answer) {
	tf.Helper()
	if difference := cmp.Diff(theirs, ours); difference != "" {
		tf.Errorf("%s: the framework answers - and we answer +:\n%s", call, difference)
	}
}

// value adds a value, attribute by attribute.
func (a answer) value(t rapid.TB, part string, encoded *tfprotov6.DynamicValue, objectType tftypes.Object) answer {
	t.Helper()
	if encoded == nil {
		a[part] = "none"
		return a
	}
	decoded, err := encoded.Unmarshal(objectType)
	switch {
	case err != nil:
		a[part] = "of another type: " + err.Error()
	case decoded.IsNull() || !decoded.IsKnown():
		a[part] = decoded.String()
	default:
		var attributes map[string]tftypes.Value
		if err := decoded.As(&attributes); err != nil {
			t.Fatal(err)
		}
		for name, attribute := range attributes {
			a[part+" "+name] = attribute.String()
		}
	}
	return a
}

// identity adds an identity. No identity and one that is null are the same to Terraform.
func (a answer) identity(tf *terraform, of *tfprotov6.ResourceIdentityData) answer {
	tf.Helper()
	objectType := schema.IdentityType(tf.kind)
	if of == nil || of.IdentityData == nil {
		a["identity"] = tftypes.NewValue(objectType, nil).String()
		return a
	}
	return a.value(tf, "identity", of.IdentityData, objectType)
}

// private adds private state, without what the framework keeps for itself: after an import
// it notes that a read follows, so that the read may find another identity. Ours has the
// canonical identity from the import on. The mark of the states that this provider wrote
// is not written as the framework writes private state.
func (a answer) private(t rapid.TB, of []byte) answer {
	t.Helper()
	kept := map[string][]byte{}
	switch string(of) {
	case "":
	case `{"by":"authentik-iac"}`:
		kept["by"] = []byte(mark)
	default:
		if err := json.Unmarshal(of, &kept); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range kept {
		if !strings.HasPrefix(name, ".") {
			a["private "+name] = string(data)
		}
	}
	return a
}

// diagnostics adds where there are errors and warnings. An error inside an attribute is
// reported on the attribute itself by us, because Terraform shows no line for the inside.
// Words and the number of errors on one attribute may differ.
func (a answer) diagnostics(of []*tfprotov6.Diagnostic) answer {
	var where []string
	for _, one := range of {
		at := one.Severity.String()
		if one.Attribute != nil && len(one.Attribute.Steps()) > 0 {
			at += fmt.Sprint(" at ", one.Attribute.Steps()[0])
		}
		where = append(where, at)
	}
	slices.Sort(where)
	a["diagnostics"] = strings.Join(slices.Compact(where), ", ")
	return a
}

// deferral adds whether, and why, the answer is deferred.
func (a answer) deferral(of *tfprotov6.Deferred) answer {
	a["deferred"] = "no"
	if of != nil {
		a["deferred"] = of.Reason.String()
	}
	return a
}

// aPrivate draws private state, as the framework writes it.
func aPrivate(t *rapid.T) []byte {
	kept := map[string][]byte{}
	for _, key := range privateKeys {
		if rapid.Bool().Draw(t, "private "+key) {
			kept[key] = []byte(`"kept"`)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	encoded, err := json.Marshal(kept)
	if err != nil {
		t.Fatal(err)
	}
	return encoded
}
