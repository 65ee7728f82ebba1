package schema

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
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

// span says which releases have the field, "" where all have that have the kind.
func (t *texts) span(location contract.Location, field *kind.Field, prefix string) string {
	if t.table == nil {
		return ""
	}
	has := t.releasesOf(location, field, prefix)
	if len(has) == 0 || len(has) == len(t.releases) {
		return ""
	}
	first, last := has[0], has[len(has)-1]
	newest := t.releases[len(t.releases)-1]
	if kind.Branch(first) == kind.Branch(last) && last != newest {
		return "In authentik " + kind.Branch(first) + " only."
	}
	var parts []string
	if first != t.releases[0] {
		parts = append(parts, "since authentik "+kind.Branch(first))
	}
	if last != newest {
		if field.Secret {
			return "authentik returns it " + untilPatch(has, t.releases) + "; later releases do not, and it is null."
		}
		parts = append(parts, "up to authentik "+kind.Branch(last))
	}
	if len(parts) == 0 {
		return ""
	}
	text := strings.Join(parts, " and ")
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// releasesOf are the releases that have the field under any of its names, ascending.
func (t *texts) releasesOf(location contract.Location, field *kind.Field, prefix string) []string {
	found, _ := t.table.Field(location, prefix+field.APIName())
	if len(field.Formerly) == 0 {
		return found.Releases()
	}
	var has []string
	for _, release := range t.releases {
		if slices.ContainsFunc(field.APINames(), func(name string) bool {
			found, _ := t.table.Field(location, prefix+name)
			return found.In(release)
		}) {
			has = append(has, release)
		}
	}
	return has
}

// untilPatch says up to which releases a secret is returned: the release itself of a
// branch that stops returning it in a patch, so that the last release of each such
// branch is named.
func untilPatch(has, all []string) string {
	var last []string
	for i, release := range all {
		if !slices.Contains(has, release) {
			continue
		}
		if i+1 < len(all) && !slices.Contains(has, all[i+1]) {
			last = append(last, release)
		}
	}
	return "up to authentik " + enumerate(last, "and")
}

// names lists attribute names for a sentence.
func names(all []string) string { return enumerate(quoted(all), "and") }

// either lists attribute names of which each one alone matters.
func either(all []string) string { return enumerate(quoted(all), "or") }

func quoted(all []string) []string {
	marked := make([]string, 0, len(all))
	for _, name := range all {
		marked = append(marked, "`"+name+"`")
	}
	return marked
}

// Alternatives is "a, b or c"; there is at least one.
func Alternatives(all []string) string { return enumerate(all, "or") }

// enumerate is "a, b and c"; there is at least one.
func enumerate(all []string, conjunction string) string {
	last := len(all) - 1
	if last == 0 {
		return all[0]
	}
	return strings.Join(all[:last], ", ") + " " + conjunction + " " + all[last]
}

// IDWord is what the primary key is called.
func IDWord(k *kind.Kind) string {
	if k.Key().Type == kind.UUID {
		return "UUID"
	}
	return "ID"
}

// resourceID says what `id` of the resource is.
func resourceID(k *kind.Kind) string {
	if k.IsAddressedByName() {
		return fmt.Sprintf("The `%s` of the %s. Other objects refer to the %[2]s by `%[3]s`.", k.Address().Name, k.Title, k.Key().Name)
	}
	return fmt.Sprintf("%s of the %s, by which other objects refer to it.", IDWord(k), k.Title)
}

// dataSourceID says what `id` of the data source is.
func dataSourceID(k *kind.Kind) string {
	text := fmt.Sprintf("%s of the %s, by which other objects refer to it.", IDWord(k), k.Title)
	return text + " " + ExactlyOne(k)
}

// ExactlyOne is the sentence on the arguments of the data source.
func ExactlyOne(k *kind.Kind) string {
	if len(k.Lookups) == 0 {
		return "Required."
	}
	ways := []string{"`" + lookup.ID + "`"}
	for _, way := range k.Lookups {
		ways = append(ways, "`"+strings.Join(way.Fields, "` with `")+"`")
	}
	if k.ManagedList {
		ways = append(ways, "`"+ManagedList+"`")
	}
	last := len(ways) - 1
	text := "Exactly one of " + strings.Join(ways[:last], ", ") + " and " + ways[last] + " must be set"
	if len(k.Selects) > 0 {
		return text + ", or any of " + names(k.Selects) + " together. Where several objects match, that is an error, or with the provider's `defaults = \"goauthentik\"` the first one is taken."
	}
	return text + "."
}

// lookupMeaning says what the field is as an argument of the data source, "" for none.
func lookupMeaning(k *kind.Kind, field *kind.Field) string {
	for _, way := range k.Lookups {
		switch {
		case field.Name == way.Narrower:
			return "As an argument with " + names(way.Fields) + ", it distinguishes several matches."
		case !slices.Contains(way.Fields, field.Name):
		case field.Type == kind.UUID || field.Type == kind.Int || field.Type == kind.Bool:
			return "As an argument, it selects the object. " + ExactlyOne(k)
		default:
			return "As an argument, it is compared exactly and case-sensitively. " + ExactlyOne(k)
		}
	}
	if slices.Contains(k.Selects, field.Name) {
		return "As an argument, it selects the object, as `id` says."
	}
	return ""
}

// needs says which releases have the kind, with a space before it; "" where all have.
func needs(k *kind.Kind) string {
	table, ok := k.Table()
	if !ok {
		return ""
	}
	releases := table.Releases()
	switch first, last := kind.Branch(releases[0]), kind.Branch(releases[len(releases)-1]); {
	case last != kind.Branch(contract.Newest()):
		return " Only authentik " + first + " to " + last + " has " + k.Plurals() + "."
	case releases[0] != contract.Oldest():
		return " Needs authentik " + first + " or later."
	}
	return ""
}

// manages is the resource's first paragraph.
func manages(k *kind.Kind) string {
	text := "Manages " + k.A() + ". " + k.Summary + needs(k)
	if k.Enterprise {
		text += "\n\n-> **Enterprise:** authentik creates and changes " + k.Plurals() + " only with an enterprise license. Reading and deleting them needs none."
	}
	if k.API.Adopted {
		text += "\n\n-> authentik creates " + k.Plurals() + " by itself. The resource adopts the existing one and changes it."
	}
	if k.API.Kept {
		text += "\n\n~> **Destroying** the resource removes it from the state and leaves it on the server as it is."
	}
	if k.Deletes != "" {
		text += "\n\n~> **Deleting the " + k.Title + "** also deletes " + k.Deletes + ". " + deletion(k)
	}
	return text
}

// deletion says when Terraform deletes the object.
func deletion(k *kind.Kind) string {
	var replacing []string
	for _, field := range k.All() {
		if field.Cascades || field.Replaces {
			replacing = append(replacing, field.Name)
		}
	}
	if len(replacing) > 0 {
		return "A change of " + either(replacing) + " replaces it; all other changes are updates in place."
	}
	return "All changes of arguments are updates in place; only `terraform destroy` or removing the resource from the configuration deletes it."
}

func secretText(k *kind.Kind, field *kind.Field, texts *texts) string {
	rule := fmt.Sprintf("At most one of `%s` and `%s` may be set.", field.Name, field.Name+diagnostic.WriteOnlySuffix)
	if field.Required {
		rule = fmt.Sprintf("Exactly one of `%s` and `%s` must be set.", field.Name, field.Name+diagnostic.WriteOnlySuffix)
	}
	text := texts.argument(field, "")
	if field.Generated {
		text = strings.Join([]string{field.Description, "If neither is set, the server generates it.", texts.span(contract.InRequest, field, "")}, " ")
	}
	return strings.TrimSpace(text) + " Terraform keeps it in the state. " + rule + " " + visibility(k, field)
}

func writeOnlyText(field *kind.Field) string {
	version := field.Name + diagnostic.VersionSuffix
	if field.WriteOnly {
		return fmt.Sprintf("%s Terraform keeps it neither in the plan nor in the state. It is sent on creation and whenever `%s` changes. Requires Terraform 1.11 or OpenTofu 1.11.", field.Description, version)
	}
	return fmt.Sprintf("Like `%s`, but Terraform keeps it neither in the plan nor in the state. It is sent on creation and whenever `%s` changes. Requires Terraform 1.11 or OpenTofu 1.11.", field.Name, version)
}

func versionText(field *kind.Field) string {
	required := " Without it, the secret is sent only on creation, or when it replaces `" + field.Name + "`."
	if field.WriteOnly {
		required = " Without it, the secret is sent only on creation."
	} else if !field.Required && !field.Generated && field.Via.Path == "" {
		required = " Required with it, because Terraform could not detect otherwise that the secret is no longer set."
	}
	return fmt.Sprintf("Any number. Change it to send `%s` again, since Terraform cannot detect that the secret changed. Set it after an import to send the secret.%s", field.Name+diagnostic.WriteOnlySuffix, required)
}

// visibility says where a change of the secret on the server is seen.
func visibility(k *kind.Kind, field *kind.Field) string {
	table, ok := k.Table()
	if !ok {
		return ""
	}
	found, answered := table.Field(contract.InResponse, field.APIName())
	switch {
	case !answered:
		return "authentik never returns it, so Terraform cannot detect changes on the server."
	case found.Last() == contract.Newest():
		return "authentik returns it, so that Terraform detects changes on the server."
	}
	return "Terraform detects changes on the server only where authentik returns it (" + untilPatch(found.Releases(), table.Releases()) + ")."
}

// ImportWays are the forms of an import ID, for messages and pages.
func ImportWays(k *kind.Kind) []string {
	ways := []string{"its " + IDWord(k)}
	if k.IsAddressedByName() {
		ways = append(ways, "its `"+k.Address().Name+"`")
	}
	for _, way := range k.Lookups {
		if len(way.All()) == 1 && (k.Field(way.Fields[0]) == k.Address() || k.Field(way.Fields[0]) == k.Key()) {
			continue
		}
		var parts []string
		for _, name := range way.All() {
			text := name
			if refers := k.Field(name).Refers; refers.Filter != "" {
				text = refers.Filter + " of the " + refers.Title
			}
			part := name + "=<" + text + ">"
			if len(parts) > 0 {
				part = "," + part
			}
			if name == way.Narrower {
				part = "[" + part + "]"
			}
			parts = append(parts, part)
		}
		ways = append(ways, "`"+strings.Join(parts, "")+"`")
	}
	return ways
}
