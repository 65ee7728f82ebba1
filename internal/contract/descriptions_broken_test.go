package contract_test

import (
	"slices"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// with is the kind with other fields, as it was before the contract completed it.
func with(described *kind.Kind, fields []kind.Field) *kind.Kind {
	return &kind.Kind{
		Type: described.Type, Plural: described.Plural, Title: described.Title, Titles: described.Titles, Article: described.Article,
		Summary: described.Summary, Family: described.Family, Model: described.Model, API: described.API, Fields: fields,
		Parameters: described.Parameters, ManagedList: described.ManagedList,
		Excluded: described.Excluded, Lookups: described.Lookups, NamesRepeat: described.NamesRepeat, Filters: described.Filters,
		ReadOnly: described.ReadOnly, ReadOnlyBecause: described.ReadOnlyBecause, Enterprise: described.Enterprise, Deletes: described.Deletes, Rules: described.Rules,
		Downgrade: described.Downgrade, Upgrade: described.Upgrade,
	}
}

// mutation breaks a field. completed is the field as the contract completed it. It is
// false where the field cannot be broken in this way.
type mutation func(field, completed *kind.Field) bool

// mutations are for fields of every level, ofArguments for arguments only.
var (
	mutations = map[string]mutation{
		"renamed": func(field, completed *kind.Field) bool {
			field.API, field.Formerly = completed.APIName()+"s", nil
			return true
		},
		"of another type": func(field, completed *kind.Field) bool {
			field.Type = completed.Type
			if field.Type == kind.List {
				field.Type = kind.Set // no document distinguishes the two
			}
			if field.Type++; field.Type > kind.Objects {
				field.Type = kind.String
			}
			return true
		},
		"nullable": func(field, completed *kind.Field) bool {
			field.Nullable = true
			return !completed.Nullable
		},
		"with another value": func(field, completed *kind.Field) bool {
			field.Values = append(slices.Clone(completed.Values), "another")
			return !field.FreeForm
		},
		"with a value less": func(field, completed *kind.Field) bool {
			if len(completed.Values) > 1 {
				field.Values = completed.Values[1:]
			}
			return len(completed.Values) > 1
		},
	}
	ofArguments = map[string]mutation{
		"read-only": func(field, completed *kind.Field) bool {
			field.ReadOnly, field.Secret = true, false
			return completed.Type != kind.Objects && completed.Type != kind.Object && field.Via.Path == ""
		},
		"optional": func(field, completed *kind.Field) bool {
			field.Optional = true
			// An empty list may be sent of what is required.
			return completed.Required && !field.Required && completed.Default == nil && !completed.Computed && !completed.IsCollection()
		},
		"without a default": func(field, completed *kind.Field) bool {
			field.Default = nil
			return !completed.Required && !completed.Nullable && !completed.Computed && (completed.Type == kind.Bool || completed.Type == kind.Int || completed.Type == kind.Float)
		},
		"with a default of another type": func(field, completed *kind.Field) bool {
			field.Default = map[bool]any{true: "no", false: false}[completed.Type == kind.Bool]
			return !completed.Required && !completed.Secret && !completed.Computed && !completed.IfConfigured
		},
	}
)

// The tests above find what is wrong: every field of every description, broken in every
// way. Without a description that agrees to begin with that would prove nothing.
func TestDescriptionsThatDisagreeAreFound(t *testing.T) {
	t.Parallel()
	for _, described := range provider.Kinds() {
		if findings := disagreements(with(described, described.Fields)); len(findings) > 0 {
			t.Fatalf("%s does not agree to begin with: %v", described.Type, findings)
		}
		for i := range described.Fields {
			if field := described.Field(described.Fields[i].Name); field.Local || field.Secret && (field.Via.Path != "" || field.Reveal.Path != "") && !described.Returns(field) {
				continue // no body has it, so that the contract has nothing to compare it with
			}
			for name, mutate := range mutations {
				breakField(t, described, i, name, mutate)
			}
			if completed := described.Field(described.Fields[i].Name); !described.ReadOnly && !completed.ReadOnly {
				_, _, accepted := described.Accepted(completed, contract.Newest())
				for name, mutate := range ofArguments {
					if accepted || name != "read-only" { // what only older releases accept may be read-only
						breakField(t, described, i, name, mutate)
					}
				}
			}
			for j := range described.Fields[i].Fields {
				for name, mutate := range mutations {
					breakInner(t, described, i, j, name, mutate)
				}
			}
			if described.Excluded[described.Fields[i].APIName()] != "" {
				continue // the reason for not writing it stands for the field
			}
			expectFindings(t, described, "without "+described.Fields[i].Name, with(described, slices.Delete(slices.Clone(described.Fields), i, i+1)))
		}
		for name, empty := range map[string]func(*kind.Kind){
			"plural": func(k *kind.Kind) { k.Plural = "" }, "title": func(k *kind.Kind) { k.Title = "" },
			"look-ups": func(k *kind.Kind) { k.Lookups = nil }, "summary": func(k *kind.Kind) { k.Summary = "" },
			"right look-up":   func(k *kind.Kind) { k.Lookups = []kind.Lookup{kind.By("no_such_field")} },
			"right model":     func(k *kind.Kind) { k.Model += "s" },
			"right exclusion": func(k *kind.Kind) { k.Excluded = map[string]string{"no_such_field": "There is none."} },
		} {
			broken := with(described, described.Fields)
			empty(broken)
			expectFindings(t, described, "without the "+name, broken)
		}
	}
}

func breakField(t *testing.T, described *kind.Kind, i int, name string, mutate mutation) {
	t.Helper()
	fields := slices.Clone(described.Fields)
	if mutate(&fields[i], described.Field(fields[i].Name)) {
		expectFindings(t, described, fields[i].Name+" "+name, with(described, fields))
	}
}

func breakInner(t *testing.T, described *kind.Kind, i, j int, name string, mutate mutation) {
	t.Helper()
	fields := slices.Clone(described.Fields)
	fields[i].Fields = slices.Clone(fields[i].Fields)
	if mutate(&fields[i].Fields[j], &described.Field(fields[i].Name).Fields[j]) {
		expectFindings(t, described, fields[i].Name+"."+fields[i].Fields[j].Name+" "+name, with(described, fields))
	}
}

func expectFindings(t *testing.T, described *kind.Kind, what string, broken *kind.Kind) {
	t.Helper()
	if len(disagreements(broken)) == 0 {
		t.Errorf("%s: %s goes unnoticed", described.Type, what)
	}
}
