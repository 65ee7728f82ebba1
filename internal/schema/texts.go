package schema

import (
	"fmt"
	"math"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// mostValues is how many values of an enum a page lists.
const mostValues = 40

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
	sentences := append([]string{field.Description}, t.form(field, "; newer releases may return others")...)
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
	sentences = append(sentences, t.form(field, ". Other values are sent unchanged, with a warning")...)
	if bounds := bounds(field); bounds != "" {
		sentences = append(sentences, bounds)
	}
	switch {
	case field.MustBeSet():
	case field.IfConfigured:
		sentences = append(sentences, "If not set, Terraform neither changes it nor keeps it in the state.")
	case field.Default == "":
		sentences = append(sentences, "Default: empty.")
	case field.Default != nil && standard(field) == "":
		sentences = append(sentences, "Default: none.")
	case field.Default != nil:
		sentences = append(sentences, "Default: "+standard(field)+".")
	case field.ClearedIfUnset:
		sentences = append(sentences, "If not set, the server sets it on creation, and an update removes it if the release accepts that.")
	case field.Derived:
		sentences = append(sentences, "If not set, the server derives it whenever the object is written.")
	case field.Computed:
		sentences = append(sentences, "If not set, the server sets it.")
	case field.Nullable:
		sentences = append(sentences, "Default: none.")
	}
	switch {
	case field.Cascades:
		sentences = append(sentences, fmt.Sprintf("A change replaces the %s, because authentik deletes it together with the object that this refers to.", t.kind.Title))
	case field.Replaces:
		sentences = append(sentences, fmt.Sprintf("A change replaces the %s.", t.kind.Title))
	}
	if span := t.span(contract.InRequest, field, prefix); span != "" {
		sentences = append(sentences, span)
	}
	return strings.Join(sentences, " ")
}

// bounds says which numbers the server accepts, "" for all that fit its column.
func bounds(field *kind.Field) string {
	switch {
	case field.Type != kind.Int || field.Max <= field.Min || field.Min <= math.MinInt32 && field.Max >= math.MaxInt32:
		return ""
	case field.Max >= math.MaxInt32:
		return fmt.Sprintf("At least %d.", field.Min)
	}
	return fmt.Sprintf("From %d to %d.", field.Min, field.Max)
}

// form are the sentences on what a value looks like.
func (*texts) form(field *kind.Field, others string) []string {
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
	values := "`" + strings.Join(field.Values[:min(len(field.Values), mostValues)], "`, `") + "`"
	if more := len(field.Values) - mostValues; more > 0 {
		values += fmt.Sprintf(" and %d more", more)
	}
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
