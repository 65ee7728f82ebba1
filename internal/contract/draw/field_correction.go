package main

import (
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// fieldCorrection is what the documents have wrong about fields of answers, as recordings of real
// servers show. Documents of releases between recorded ones are wrong in the same way.
type fieldCorrection struct {
	fields  []string // keys, at any depth
	below   []string // the beginnings of the paths of their objects; nil for every object
	first   string   // the first release that is wrong, "" for the oldest
	last    string   // the last release that is wrong, "" for the newest
	correct func(*contract.Definition)
}

// nullable is for a key that is null when there is nothing.
func nullable(d *contract.Definition) { d.Nullable = true }

// optional is for a key that is left out when there is nothing.
func optional(d *contract.Definition) { d.Required = false }

// optionalUnlessNull is for a key that was left out before it could be null.
func optionalUnlessNull(d *contract.Definition) { d.Required = d.Required && d.Nullable }

// typed is for JSON fields, which the documents of these releases leave open. What the server
// answers is an object, as in the releases before and after.
func typed(d *contract.Definition) {
	if d.Type == "any" {
		d.Type = "object"
	}
}

var fieldCorrections = []fieldCorrection{
	// Recorded with null or without the key on 2023.10.7; the documents are right from 2025.8.
	{[]string{"assigned_application_name", "assigned_application_slug"}, nil, "", "2025.6.4", nullable},
	{[]string{"assigned_backchannel_application_name", "assigned_backchannel_application_slug"}, nil, "", "2025.6.4", optional},
	{[]string{"service_connection_obj"}, []string{"/outposts/instances/"}, "", "2025.6.4", nullable},
	{[]string{"group_obj"}, []string{"/events/rules/"}, "", "2025.6.4", nullable},
	// A group without a parent leaves the key out, recorded on 2023.10.7.
	{[]string{"parent_name"}, nil, "", "2024.2.4", optionalUnlessNull},
	// A source without an icon leaves the key out, recorded on 2023.10.7; 2025.12 has another field.
	{[]string{"icon"}, []string{"/sources/"}, "", "2025.10.4", optional},
	// Recorded with null on 2025.12.4, the first two on 2023.10.7 too.
	{[]string{"policy_obj", "group_obj", "user_obj"}, []string{"/policies/bindings/", "/endpoints/device_bindings/"}, "", "2026.2.2", nullable},
	{[]string{"provider_obj"}, []string{"/core/applications/"}, "", "2025.12.4", nullable},
	{[]string{"destination_group_obj"}, []string{"/events/rules/"}, "", "2026.2.2", nullable},
	{[]string{"device_group_obj"}, []string{"/endpoints/agents/enrollment_tokens/"}, "", "2025.12.4", nullable},
	// Recorded on 2025.12.4 and 2026.5.0-rc1, and in the newest document still.
	{[]string{"connector_obj"}, []string{"/endpoints/device_bindings/"}, "", "", nullable},
	{[]string{"source_obj"}, []string{"/sources/group_connections/"}, "", "", optional},
	{[]string{
		"attributes", "context", "credentials", "kubeconfig", "metadata", "oidc_jwks", "settings",
	}, nil, "2024.2.4", "2025.6.4", typed},
}

// correctFields corrects the fields of a view.
func correctFields(release string, view contract.View) {
	for _, correction := range fieldCorrections {
		if contract.Compare(release, correction.first) < 0 || correction.last != "" && contract.Compare(release, correction.last) > 0 {
			continue
		}
		within := func(beginning string) bool { return strings.HasPrefix(view.Path, beginning) }
		if correction.below != nil && !slices.ContainsFunc(correction.below, within) {
			continue
		}
		for _, fields := range []contract.Definitions{view.Response, view.Request} {
			for i := range fields {
				name := fields[i].Name[strings.LastIndexByte(fields[i].Name, '.')+1:]
				if slices.Contains(correction.fields, name) {
					correction.correct(&fields[i])
				}
			}
		}
	}
}
