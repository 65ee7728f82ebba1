package schema

import (
	"fmt"
	"math"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// texts writes the descriptions of a kind's attributes.
type texts struct {
	kind *kind.Kind
	// releases are those that have the kind; table is nil where the contract lacks it.
	releases []string
	table    *contract.Contract
}

func newTexts(k *kind.Kind) *texts {
	table, ok := k.Table()
	if !ok {
		return &texts{kind: k}
	}
	return &texts{kind: k, table: table, releases: table.Releases()}
}

// field describes a field of an answer.
func (t *texts) field(field *kind.Field, prefix string) string {
	sentences := append([]string{field.Description}, t.form(field, contract.InResponse, prefix, "; newer releases may return others")...)
	switch {
	case field.EmptyIsNull:
		sentences = append(sentences, "Empty or null if it was never set, depending on the release.")
	case field.ReadOnly || field.Default == "" || field.Required:
	case field.Default != nil && standard(field) != "":
		sentences = append(sentences, "authentik's default is "+standard(field)+".")
	case field.Nullable && field.Default == nil:
		sentences = append(sentences, "Null if it is not set.")
	}
	if span := t.span(contract.InResponse, field, prefix); span != "" {
		sentences = append(sentences, span)
	}
	return strings.Join(sentences, " ")
}

// argument describes a field of a request.
func (t *texts) argument(field *kind.Field, prefix string) string {
	sentences := []string{field.Description}
	if field.Usage != "" {
		sentences = append(sentences, field.Usage)
	}
	if field.Type == kind.Set {
		sentences = append(sentences, "The order does not matter.")
	}
	sentences = append(sentences, t.form(field, contract.InRequest, prefix, ". Other values are sent unchanged, with a warning")...)
	if bounds := bounds(field); bounds != "" {
		sentences = append(sentences, bounds)
	}
	if field.IsWithheld() && !field.Secret {
		sentences = append(sentences, withheldText(field))
	}
	required := t.requirement(field, prefix)
	switch {
	case field.MustBeSet(), field.MustBeGiven():
	case required != "":
		sentences = append(sentences, required)
	case field.IfConfigured:
		sentences = append(sentences, "If not set, Terraform neither changes it nor keeps it in the state.")
	case field.Default == "":
		sentences = append(sentences, "Default: empty.")
	case field.Default != nil && standard(field) == "":
		sentences = append(sentences, "Default: none.")
	case field.Default != nil:
		sentences = append(sentences, "Default: "+standard(field)+".")
	case field.ClearedIfUnset:
		sentences = append(sentences, "Removing it from the configuration clears it, where the release allows that.")
	case field.Derived:
		sentences = append(sentences, "If not set, the server derives it whenever the object is written.")
	case field.Computed:
		sentences = append(sentences, "If not set, the server sets it.")
	case field.Nullable:
		sentences = append(sentences, "Default: none.")
	}
	switch {
	case field.Cascades:
		sentences = append(sentences, fmt.Sprintf("A change replaces the %s, because authentik deletes it along with the object referred to.", t.kind.Title))
	case field.Replaces:
		sentences = append(sentences, fmt.Sprintf("A change replaces the %s.", t.kind.Title))
	}
	if span := t.span(contract.InRequest, field, prefix); span != "" {
		sentences = append(sentences, span)
	}
	return strings.Join(sentences, " ")
}

// Shown describes what a data source reads.
func Shown(k *kind.Kind, field *kind.Field) string { return newTexts(k).field(field, "") }

// Setting describes an argument that, where it is not set, keeps the value that the server
// has.
func Setting(k *kind.Kind, field *kind.Field) string {
	return strings.TrimSpace(Shown(k, field) + " " + bounds(field))
}

// bounds says which numbers the server accepts, "" for all that fit its column.
func bounds(field *kind.Field) string {
	switch {
	case field.Type != kind.Int || field.Max <= field.Min || field.Min <= math.MinInt32 && field.Max >= math.MaxInt32:
		return ""
	case field.Max >= math.MaxInt32:
		return fmt.Sprintf("At least %d.", field.Min)
	case field.Min <= math.MinInt32:
		return fmt.Sprintf("At most %d.", field.Max)
	}
	return fmt.Sprintf("From %d to %d.", field.Min, field.Max)
}

// form are the sentences on what a value looks like.
func (t *texts) form(field *kind.Field, location contract.Location, prefix, others string) []string {
	var sentences []string
	switch field.Type {
	case kind.Duration:
		sentences = append(sentences, "A duration such as `hours=1;minutes=30`, with the units microseconds, milliseconds, seconds, minutes, hours, days and weeks.")
	case kind.Time:
		sentences = append(sentences, "A point in time such as `2026-12-31T23:59:59Z`.")
	case kind.JSON:
		sentences = append(sentences, "JSON; formatting and the order of keys do not matter.")
	default:
	}
	if len(field.Values) == 0 {
		return sentences
	}
	choice := "One of"
	if field.IsCollection() {
		choice = "Each one of"
	}
	values := t.values(location, field, prefix)
	return append(sentences, choice+" "+values+others+".")
}

// standard is the default for a sentence, "" for an empty list.
func standard(field *kind.Field) string {
	switch elements := field.Default.(type) {
	case []string:
		if len(elements) == 0 {
			return ""
		}
		return "`" + strings.Join(elements, "`, `") + "`"
	case []int:
		if len(elements) == 0 {
			return ""
		}
	}
	return fmt.Sprintf("`%v`", field.Default)
}
