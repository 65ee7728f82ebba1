package schema

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

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
		return "A change to " + either(replacing) + " replaces it; all other arguments are updated in place."
	}
	return "All arguments are updated in place; only `terraform destroy`, or removing the resource from the configuration, deletes it."
}

// leftOut says what a list for `terraform query` does not find, with a space before it; ""
// for nothing.
func leftOut(k *kind.Kind) string {
	if k.Unmanaged == nil {
		return ""
	}
	return " It leaves out " + k.Unmanaged.Are + "."
}
