package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Captcha is the stage that tells people from programs (/api/v3/stages/captcha/). No
// release returns its private key.
var Captcha = kind.Kind{
	Type:    "stage_captcha",
	Plural:  "stages_captcha",
	Title:   "captcha stage",
	Family:  Family,
	Summary: "A captcha stage is a step of a flow in which a captcha service such as reCAPTCHA, hCaptcha or Cloudflare Turnstile keeps out bots.",
	API:     kind.Endpoint{Path: "/stages/captcha/"},
	Model:   "authentik_stages_captcha.captchastage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "public_key"},
	Deletes: itsBindings,
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name:        "public_key",
			Description: "Public key of the captcha service (site key).",
		},
		{
			Name: "private_key", Secret: true,
			Description: "Private key of the captcha service (secret key).",
		},
		{
			Name: "js_url", Default: "https://www.recaptcha.net/recaptcha/api.js",
			Description: "URL of the captcha service's script.",
		},
		{
			Name: "api_url", Default: "https://www.recaptcha.net/recaptcha/api/siteverify",
			Description: "URL at which the captcha service verifies a response.",
		},
		{
			Name: "request_content_type", Default: "application/x-www-form-urlencoded",
			Description: "Content type of authentik's request to `api_url`.",
		},
		{
			Name: "interactive", Default: false,
			Description: "Whether the captcha is interactive and is therefore shown on the page.",
		},
		{
			Name: "score_min_threshold", Default: 0.5, Incumbent: 1.0,
			Description: "Minimum score that counts as human, for services that return a score, usually from 0 to 1.",
		},
		{
			Name: "score_max_threshold", Default: 1.0, Incumbent: 0.5,
			Description: "Maximum score that counts as human, for services that return a score, usually from 0 to 1.",
		},
		{
			Name: "error_on_invalid_score", Default: true,
			Description: "Whether a score outside the thresholds ends the flow. Otherwise the flow continues, and policies can evaluate the score.",
		},
	}),
}
