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
	Summary: "A captcha stage is the step of a flow in which a captcha service tells people from programs: reCAPTCHA, hCaptcha, Cloudflare Turnstile or another of their kind.",
	API:     kind.Endpoint{Path: "/stages/captcha/"},
	Model:   "authentik_stages_captcha.captchastage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "public_key"},
	Deletes: itsBindings,
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name:        "public_key",
			Description: "The site key that the captcha service gave out, which browsers see.",
		},
		{
			Name: "private_key", Secret: true,
			Description: "The secret key that the captcha service gave out.",
		},
		{
			Name: "js_url", Default: "https://www.recaptcha.net/recaptcha/api.js",
			Description: "URL of the captcha service's script.",
		},
		{
			Name: "api_url", Default: "https://www.recaptcha.net/recaptcha/api/siteverify",
			Description: "URL at which authentik has the captcha service check the result.",
		},
		{
			Name: "request_content_type", Default: "application/x-www-form-urlencoded",
			Description: "Form in which authentik sends the result to `api_url`.",
		},
		{
			Name: "interactive", Default: false,
			Description: "Whether the captcha is shown on the page, for services that ask users to do something.",
		},
		{
			Name: "score_min_threshold", Default: 0.5, Incumbent: 1.0,
			Description: "Lowest score that is taken for a person, of a service that gives scores, usually 0 to 1.",
		},
		{
			Name: "score_max_threshold", Default: 1.0, Incumbent: 0.5,
			Description: "Highest score that is taken for a person, of a service that gives scores, usually 0 to 1.",
		},
		{
			Name: "error_on_invalid_score", Default: true,
			Description: "Whether a score outside of the thresholds stops the flow. If not, policies can judge it.",
		},
	}),
}
