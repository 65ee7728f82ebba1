package main_test

import (
	"strings"
	"testing"

	compatibility "github.com/authentik-iac/terraform-provider-authentik/internal/contract/compatibility"
)

// The page has what the release notes say.
func TestPage(t *testing.T) {
	t.Parallel()
	page := compatibility.Page([]string{"1.8", "1.15"}, []string{"1.10", "1.12"})
	for _, line := range []string{
		"| 2024.4 | `authentik_stage_source`, `authentik_webauthn_device_type`, `authentik_source_scim`, `authentik_source_scim_user`, `authentik_source_scim_group` |",
		"| `authentik_stage_authenticator_validate` | 2025.2.4 | `device_classes` may be `email` |",
		"| 2023.4.3 | `friendly_name` is returned | `authentik_stage_authenticator_",
		"| 2025.10.4 | `friendly_name` is empty instead of null where it is not set | `authentik_stage_authenticator_",
		"| 2025.12.4 | `flow_set.background_url` is returned; `flow_set.background` is no longer returned, so null | ",
		"| `authentik_stage_authenticator_sms` | 2026.2.7 | `auth_password` is no longer returned, so null; `auth` is no longer returned, so null |",
		"| `authentik_stage_authenticator_sms` | 2026.5.6 | `auth_password` is returned; `auth` is returned |",
		"`flow_set.layout` may be `sidebar_left_frame_background`",
		"| `authentik_flow` | 2025.12.4 | `background_themed_urls` is returned; `background_url` is returned |",
		"Real servers of 2023.10.7, 2025.12.4, 2026.5.0-rc1 were recorded",
		"Terraform 1.8 and OpenTofu 1.10 are the oldest",
		"| acceptance tests run with | 1.8, 1.15 | 1.10, 1.12 |",
		"| Write-only arguments and ephemeral variables | since 1.11 | since 1.11 |",
		"| List resources and `terraform query` | since 1.14 | not available |",
	} {
		if !strings.Contains(page, line) {
			t.Errorf("the page lacks %s\n%s", line, page)
		}
	}
}
