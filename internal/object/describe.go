package object

import (
	"fmt"
	"strings"
	"sync"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// secretNote says where a secret can be read that recent releases keep to themselves.
const secretNote = "authentik returns it up to 2026.2.6, 2026.5.6 and 2026.8.1; from 2026.2.7, 2026.5.7 and 2026.8.2 on this is null."

// describe completes the description by what is known of the values and of the
// releases that have the field. field is its name in the contract table.
func (a *Attribute) describe(field string, history history) string {
	sentences := append([]string{a.Description}, a.form("One of", ", or what a newer server knows")...)
	switch {
	case a.EmptyIsNull:
		sentences = append(sentences, "Where it was never set it is empty or null, as the release has it.")
	case a.Default == "" || a.Required:
		// What an empty text means is the description's to say; what is required
		// has a default in the resource only.
	case a.Default != nil && a.standard() != "":
		sentences = append(sentences, fmt.Sprintf("authentik's default is %s.", a.standard()))
	case a.Nullable:
		sentences = append(sentences, "Null where it is not set.")
	}
	span := history.response[field]
	if a.Secret && history.kept[field] {
		span = secretNote
	}
	return strings.Join(append(sentences, sentence(span)...), " ")
}

// describeArgument is the description for the resource.
func (a *Attribute) describeArgument(history history) string {
	sentences := append([]string{a.Description}, a.form("One of", ". Another value, as a newer authentik may have, is sent as it is, with a warning")...)
	if a.Kind == Int && a.Max > 0 {
		sentences = append(sentences, fmt.Sprintf("From %d to %d.", a.Min, a.Max))
	}
	switch {
	case a.Default == "":
		sentences = append(sentences, "Default: empty.")
	case a.Default != nil && a.standard() == "":
		sentences = append(sentences, "Default: none.")
	case a.Default != nil:
		sentences = append(sentences, fmt.Sprintf("Default: %s.", a.standard()))
	case a.Computed && a.Nullable:
		sentences = append(sentences, "Left out or null, the server decides when the object is made, and it is cleared later on where the release has that.")
	case a.Computed:
		sentences = append(sentences, "Left out, the server decides.")
	case a.Nullable:
		sentences = append(sentences, "Left out or null, it is cleared.")
	}
	return strings.Join(append(sentences, sentence(history.request[a.APIName()])...), " ")
}

// form are the sentences about what a value looks like.
func (a *Attribute) form(choice, others string) []string {
	var sentences []string
	if a.Kind == Duration {
		sentences = append(sentences, "A duration such as `hours=1;minutes=30`, in microseconds, milliseconds, seconds, minutes, hours, days or weeks.")
	}
	if a.Kind == Time {
		sentences = append(sentences, "A point in time such as `2026-12-31T23:59:59Z`.")
	}
	if a.Kind == JSON {
		sentences = append(sentences, "JSON; compared by meaning, not by spelling.")
	}
	if len(a.Values) > 0 {
		if a.Kind == List || a.Kind == Set {
			choice = "Each one of"
		}
		sentences = append(sentences, fmt.Sprintf("%s `%s`%s.", choice, strings.Join(a.Values, "`, `"), others))
	}
	return sentences
}

// standard is the default for a sentence, empty for an empty list.
func (a *Attribute) standard() string {
	if elements, ok := a.Default.([]string); ok {
		if len(elements) == 0 {
			return ""
		}
		return "`" + strings.Join(elements, "`, `") + "`"
	}
	return fmt.Sprintf("`%v`", a.Default)
}

func sentence(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

// history holds, for the fields that not every release of the contract table has,
// the sentence that says which ones do.
type history struct {
	response, request map[string]string
	// kept are the fields that the newest release does not return any more.
	kept map[string]bool
}

func newHistory(path string) history {
	if known, ok := histories.Load(path); ok {
		if spans, ok := known.(history); ok {
			return spans
		}
	}
	spans := drawHistory(path)
	histories.Store(path, spans)
	return spans
}

// histories are those of the paths, because each object has five schemas.
var histories sync.Map

func drawHistory(path string) history {
	spans := history{map[string]string{}, map[string]string{}, map[string]bool{}}
	table, ok := contract.Object(path)
	if !ok {
		return spans
	}
	releases := table.Releases()
	for _, field := range table.Response() {
		spans.response[field.Name] = span(field, releases)
		spans.kept[field.Name] = field.Last() != releases[len(releases)-1]
	}
	for _, field := range table.Request() {
		spans.request[field.Name] = span(field, releases)
	}
	return spans
}

// span says which of the releases have the field, nothing where all have.
func span(field contract.Field, releases []string) string {
	first, last := field.First(), field.Last()
	if branch(first) == branch(last) && last != releases[len(releases)-1] {
		return "In authentik " + branch(first) + " only."
	}
	var parts []string
	if first != releases[0] || first != contract.Oldest() {
		parts = append(parts, "since authentik "+branch(first))
	}
	if last != releases[len(releases)-1] {
		parts = append(parts, "up to authentik "+branch(last))
	}
	if len(parts) == 0 {
		return ""
	}
	text := strings.Join(parts, " and ")
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// branch is the year and month of a release.
func branch(release string) string {
	if parts := strings.SplitN(release, ".", 3); len(parts) == 3 {
		return parts[0] + "." + parts[1]
	}
	return release
}
