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
		"| `authentik_stage_source` | 2024.4 |",
		"| 2025.2.4 | `device_classes` may be `email` |",
		"| 2023.4.3 | `friendly_name` is returned |",
		"| 2025.10.4 | `friendly_name` is empty instead of null where it is not set |",
		"| 2025.12.4 | `flow_set.background` is no longer returned, so null; `flow_set.background_url` is returned |",
		"| 2026.2.7 | `auth` is no longer returned, so null; `auth_password` is no longer returned, so null |",
		"| 2026.5.6 | `auth` is returned; `auth_password` is returned |",
		"`flow_set.layout` may be `sidebar_left_frame_background`",
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
