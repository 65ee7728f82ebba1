package authentiktest_test

// Reasons why an exchange of testdata/objects is answered otherwise.
const (
	tieBreak      = "Objects of one order come in the order of keys that every server makes up."
	unseenObjects = "The answer depends on objects of the recorded server that no recording shows."
	noWorker      = "The recorded server had no worker, so that it failed at blueprints or left them unapplied; the stand-in applies them."
	fastKeys      = "Generated keys are of an elliptic curve, because RSA keys take long to generate."
	realMetadata  = "Real metadata is long and signed; the stand-in answers with its outline."
	cutArray      = "The recording keeps the first few entries of an array that the stand-in has in full or not at all."
	noNetwork     = "The server calls the identity provider at a write; the stand-in does not."
	noUpdates     = "The recorded server had no network to look for its newest release."
	odd           = "What the server answers here is of no use to a client."
	oldShape      = "Nothing that the provider does asks for this in so old a release."
	noPreview     = "Nothing that the provider does asks for a preview or for metrics."
	allUsers      = "What else uses an object depends on tasks, schedules and generated names of related objects."
	typeless      = "The provider of the recorded server was one that the stand-in would show with its type."
)

// notImitatedObjects lists the exchanges of testdata/objects that the stand-in deliberately answers
// otherwise, by pattern (release/series/exchange), with the reason.
var notImitatedObjects = map[string]string{
	"*/*/get-used_by":                                             allUsers,
	"*/*/get-preview_user":                                        noPreview,
	"*/*/get-metrics":                                             noPreview,
	"*/sources-ldap/get-debug":                                    noNetwork,
	"*/sources-oauth/patch-provider_type-back":                    noNetwork,
	"*/sources-oauth/patch-oidc_*-blanks":                         noNetwork,
	"*/sources-oauth/patch-oidc_jwks-*":                           odd,
	"*/sources-saml/get-metadata":                                 realMetadata,
	"*/_extra-proxy-saml/saml-metadata*":                          realMetadata,
	"*/endpoints-agents-enrollment_tokens/list-by-*":              tieBreak,
	"*/policies-bindings/list-by-*":                               tieBreak,
	"*/policies-bindings/list":                                    unseenObjects,
	"*/_extra-blueprints/available":                               noWorker,
	"*/_extra-blueprints/apply":                                   noWorker,
	"*/_extra-blueprints/get":                                     noWorker,
	"*/_extra-blueprints/patch-path-unknown":                      noWorker,
	"*/managed-blueprints/patch-path-blanks":                      noWorker,
	"*/_extra-certificates/generate":                              fastKeys,
	"2025.12.4/_extra-oauth2/providers-all":                       unseenObjects,
	"2026.5.0-rc1/_extra-oauth2/sources-all":                      tieBreak,
	"*/_extra-outposts/default_settings":                          oldShape,
	"*/_extra-rbac/assigned-group":                                unseenObjects,
	"*/_extra-rbac/object-permissions-of-role":                    unseenObjects,
	"*/_extra-rbac/permissions-of-model":                          unseenObjects,
	"2023.10.7/_extra-tokens/set_key-empty":                       odd,
	"*/_extra-users/me":                                           unseenObjects,
	"2023.10.7/_extra-users/paths":                                unseenObjects,
	"2023.10.7/_extra-users/recovery":                             oldShape,
	"2023.10.7/_extra-users/service_account-empty":                odd,
	"2023.10.7/core-users/get-recovery*":                          oldShape,
	"*/_extra-various/admin-*":                                    cutArray,
	"*/_extra-various/files":                                      cutArray,
	"*/_extra-various/geoip-countries":                            cutArray,
	"*/_extra-various/oauth-source-types":                         cutArray,
	"2026.5.0-rc1/_extra-various/brand-current":                   unseenObjects,
	"*/_extra-various/config":                                     noUpdates,
	"*/_extra-various/version":                                    noUpdates,
	"*/_extra-various/flows-instances":                            unseenObjects,
	"*/_extra-various/stages-all":                                 unseenObjects,
	"*/_extra-various/schedules":                                  unseenObjects,
	"2025.12.4/core-applications/list-by-*":                       unseenObjects,
	"*/core-applications/patch-provider-*":                        typeless,
	"*/core-applications/patch-backchannel_providers":             typeless,
	"*/core-applications/patch-meta_launch_url-empty":             unseenObjects,
	"*/core-tokens/list-by-*":                                     unseenObjects,
	"2025.12.4/core-tokens/patch-managed-back":                    unseenObjects,
	"2023.10.7/core-users/list-by-is_superuser":                   unseenObjects,
	"2023.10.7/events-rules/list":                                 unseenObjects,
	"*/lifecycle-rules/patch-content_type-*":                      odd,
	"2023.10.7/outposts-instances/put-required":                   tieBreak,
	"2026.5.0-rc1/policies-event_matcher/patch-name-back":         odd,
	"2026.5.0-rc1/providers-oauth2/patch-client_secret-null":      odd,
	"2026.5.0-rc1/sources-kerberos/patch-group_property_mappings": odd,
	"2023.10.7/rbac-roles/list-search":                            odd,
	"*/sources-*_connections-*/list-search":                       unseenObjects,
}
