// Package reference says how objects that others refer to are found by name, for import
// IDs and for messages about a reference that is not an ID.
package reference

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// The kinds of objects that fields refer to.
var (
	Application             = kind.Reference{Path: "/core/applications/", Filter: "slug", Title: "application", Attribute: "uuid"}
	Brand                   = kind.Reference{Path: "/core/brands/", Filter: "domain", Key: "brand_uuid", Title: "brand", Attribute: "id"}
	Certificate             = kind.Reference{Path: "/crypto/certificatekeypairs/", Filter: "name", Title: "certificate-key pair", Attribute: "id"}
	EndpointsConnector      = kind.Reference{Path: "/endpoints/connectors/", Filter: "name", Key: "connector_uuid", Title: "endpoint connector", Attribute: "id"}
	Flow                    = kind.Reference{Path: "/flows/instances/", Filter: "slug", Title: "flow", Attribute: "uuid"}
	GoogleWorkspaceProvider = kind.Reference{Path: "/providers/google_workspace/", Filter: "name", Title: "Google Workspace provider", Attribute: "id"}
	MicrosoftEntraProvider  = kind.Reference{Path: "/providers/microsoft_entra/", Filter: "name", Title: "Microsoft Entra provider", Attribute: "id"}
	Group                   = kind.Reference{Path: "/core/groups/", Filter: "name", Title: "group", Attribute: "id"}
	OAuth2Provider          = kind.Reference{Path: "/providers/oauth2/", Filter: "name", Title: "OAuth2 provider", Attribute: "id"}
	OAuthSource             = kind.Reference{Path: "/sources/oauth/", Filter: "slug", Title: "OAuth source", Attribute: "uuid"}
	Outpost                 = kind.Reference{Path: "/outposts/instances/", Filter: "name", Title: "outpost", Attribute: "id"}
	Permission              = kind.Reference{Path: "/rbac/permissions/", Filter: "codename", Key: "id", Title: "permission", Attribute: "id"}
	Policy                  = kind.Reference{Path: "/policies/all/", Filter: "name", Title: "policy", Attribute: "id"}
	PropertyMapping         = kind.Reference{Path: "/propertymappings/all/", Filter: "name", Title: "property mapping", Attribute: "id"}
	PromptField             = kind.Reference{Path: "/stages/prompt/prompts/", Filter: "name", Title: "prompt field", Attribute: "id"}
	Provider                = kind.Reference{Path: "/providers/all/", Filter: "name", Title: "provider", Attribute: "id"}
	RACProvider             = kind.Reference{Path: "/providers/rac/", Filter: "name", Title: "RAC provider", Attribute: "id"}
	Role                    = kind.Reference{Path: "/rbac/roles/", Filter: "name", Title: "role", Attribute: "id"}
	SCIMSource              = kind.Reference{Path: "/sources/scim/", Filter: "slug", Title: "SCIM source", Attribute: "uuid"}
	ServiceConnection       = kind.Reference{Path: "/outposts/service_connections/all/", Filter: "name", Title: "service connection", Attribute: "id"}
	Source                  = kind.Reference{Path: "/sources/all/", Filter: "slug", Title: "source", Attribute: "uuid"}
	Stage                   = kind.Reference{Path: "/stages/all/", Filter: "name", Title: "stage", Attribute: "id"}
	PasswordStage           = kind.Reference{Path: "/stages/password/", Filter: "name", Title: "password stage", Attribute: "id"}
	CaptchaStage            = kind.Reference{Path: "/stages/captcha/", Filter: "name", Title: "captcha stage", Attribute: "id"}
	ValidateStage           = kind.Reference{Path: "/stages/authenticator/validate/", Filter: "name", Title: "authenticator validation stage", Attribute: "id"}
	StageBinding            = kind.Reference{Path: "/flows/bindings/", Title: "flow stage binding", Attribute: "id"}
	SCIMProvider            = kind.Reference{Path: "/providers/scim/", Filter: "name", Title: "SCIM provider", Attribute: "id"}
	NotificationMapping     = kind.Reference{Path: "/propertymappings/notification/", Filter: "name", Title: "webhook mapping", Attribute: "id"}
	Transport               = kind.Reference{Path: "/events/transports/", Filter: "name", Title: "notification transport", Attribute: "id"}
	User                    = kind.Reference{Path: "/core/users/", Filter: "username", Title: "user", Attribute: "id"}
	AgentConnector          = kind.Reference{Path: "/endpoints/agents/connectors/", Filter: "name", Key: "connector_uuid", Title: "agent connector", Attribute: "id"}
	DeviceAccessGroup       = kind.Reference{Path: "/endpoints/device_access_groups/", Filter: "name", Key: "pbm_uuid", Title: "device access group", Attribute: "id"}
	RequestRule             = kind.Reference{Path: "/requests/rules/", Filter: "name", Key: "uuid", Title: "request rule", Attribute: "id"}
	RequestRuleBinding      = kind.Reference{Path: "/requests/rule-bindings/", Key: "uuid", Title: "request rule binding", Attribute: "id"}
	ScopeMapping            = kind.Reference{Path: "/propertymappings/provider/scope/", Filter: "name", Title: "scope mapping", Attribute: "id"}
	UserUUID                = kind.Reference{Path: "/core/users/", Filter: "username", Key: "uuid", Title: "user", Attribute: "uuid"}
)
