package resource

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Validate finds what is wrong with a configuration, as far as its values are known.
// writeOnly says whether this Terraform supports write-only arguments. What an object on
// the server may be without is left to the plan, see checkNeeded.
func (r *Resource) Validate(config value.Object, writeOnly bool) diag.Diagnostics {
	var diagnostics diag.Diagnostics
	validateReadOnly(lookup.ID, config, &diagnostics)
	fields := r.Kind.All()
	for i := range fields {
		field := &fields[i]
		if field.ReadOnly || field.Reveal.Path != "" {
			validateReadOnly(field.Name, config, &diagnostics)
		}
		switch {
		case field.ReadOnly:
		case field.Secret:
			r.validateSecret(field, config, writeOnly, &diagnostics)
		case field.MustBeSet() && config[field.Name].Type() != nil && config[field.Name].IsNull():
			// Terraform itself reports only an argument that is left out.
			diagnostics.AddAttributeError(at(field.Name), "Missing argument", fmt.Sprintf("`%s` must be set.", field.Name))
		default:
			validateArgument(field, field.Name, config[field.Name], r.acceptsEmpty(field), &diagnostics)
		}
	}
	if diagnostics.HasError() {
		return diagnostics
	}
	for _, finding := range r.findings(config) {
		if !r.isOfWrites(finding, config) {
			diagnostics.Append(about(finding))
		}
	}
	return diagnostics
}

// validateReadOnly refuses to configure what only the server sets.
func validateReadOnly(name string, config value.Object, diagnostics *diag.Diagnostics) {
	if value.IsSet(config[name]) {
		problem := value.ReadOnly(name)
		diagnostics.AddAttributeError(at(name), problem.Summary, problem.Detail)
	}
}

func about(finding kind.Finding) diag.Diagnostic {
	return diagnostic.Argument(at(finding.Attribute), finding.Warning, finding.Summary, finding.Detail)
}

// findings are what the kind's rules find.
func (r *Resource) findings(config value.Object) []kind.Finding {
	var all []kind.Finding
	for _, rule := range r.Kind.Rules {
		all = append(all, rule(arguments{r.Kind, config})...)
	}
	return all
}

// acceptsEmpty says whether the argument may be an empty string.
func (r *Resource) acceptsEmpty(field *kind.Field) bool {
	return r.Kind.AcceptsEmpty(field) || !field.Required && field.Nullable || !field.Required && field.Default == ""
}

// validateArgument reports problems on the argument itself: Terraform shows no line for
// what is inside of one.
func validateArgument(field *kind.Field, name string, config value.Value, acceptsEmpty bool, diagnostics *diag.Diagnostics) {
	for _, problem := range value.Validate(field, config, acceptsEmpty) {
		detail := problem.Detail
		if problem.Path != "" {
			detail = fmt.Sprintf("In `%s%s`: %s", name, problem.Path, detail)
		}
		diagnostics.Append(diagnostic.Argument(at(name), problem.Warning, problem.Summary, detail))
	}
}

// validateSecret checks the three attributes of a secret. One that is not known yet may
// turn out to be null.
func (r *Resource) validateSecret(field *kind.Field, config value.Object, supported bool, diagnostics *diag.Diagnostics) {
	plainName, writeOnlyName, versionName := field.Name, field.Name+diagnostic.WriteOnlySuffix, field.Name+diagnostic.VersionSuffix
	plain, writeOnly, version := config[plainName], config[writeOnlyName], config[versionName]
	validateArgument(field, plainName, plain, r.acceptsEmpty(field), diagnostics)
	validateArgument(field, writeOnlyName, writeOnly, r.acceptsEmpty(field), diagnostics)
	if value.IsKnown(version) && !value.IsSet(writeOnly) {
		diagnostics.AddAttributeError(at(versionName), "Missing argument", fmt.Sprintf("`%s` has no effect without `%s`.", versionName, writeOnlyName))
	}
	switch {
	case value.IsSet(writeOnly) && !supported:
		advice := "Upgrade Terraform or OpenTofu."
		if !field.WriteOnly {
			advice = fmt.Sprintf("Use `%s`, which is kept in the state, or upgrade.", plainName)
		}
		diagnostics.AddAttributeError(at(writeOnlyName), "Write-only arguments are not supported", fmt.Sprintf(
			"`%s` needs Terraform 1.11 or OpenTofu 1.11 or later. %s", writeOnlyName, advice))
	case value.IsKnown(plain) && value.IsKnown(writeOnly):
		diagnostics.AddAttributeError(at(writeOnlyName), "Conflicting arguments", fmt.Sprintf("Only one of `%s` and `%s` may be set.", plainName, writeOnlyName))
	case value.IsKnown(writeOnly) && !value.IsSet(version) && field.NeedsVersion():
		diagnostics.AddAttributeError(at(writeOnlyName), "Missing argument", fmt.Sprintf(
			"`%s` must be set with `%s`: nothing else in the state says that the secret was there, so that it could not be removed later.", versionName, writeOnlyName))
	}
}
