package authentiktest_test

// Reasons why a recording is answered otherwise.
const (
	objectRights  = "The stand-in knows rights on the whole model only, not on a single object."
	emptyForBots  = "The stand-in has no users of type internal_service_account, who get empty lists instead of 403."
	noOutage      = "An outage is imitated with Respond, not by a state of the stand-in."
	noOptions     = "Nothing that the provider does sends OPTIONS."
	noOddMethod   = "The HTTP library in front of authentik refuses unknown methods; the stand-in answers 405."
	cutBody       = "The recording keeps only the beginning of the body, which is no body that can be sent."
	surrogates    = "Go's JSON decoder replaces lone surrogates where authentik refuses them."
	pythonObjects = "The message quotes an object as Python writes it, which the stand-in only approximates."
	behindRouter  = "The recording was made without authentik's router, which redirects double slashes before this."
	noUsedBy      = "Nothing that the provider does asks what an object is used by."
	noTypes       = "Nothing that the provider does asks for the list of stage types or of e-mail templates."
	noAllMappings = "Mappings of all kinds together are not in the contract table."
	noBackgrounds = "The action that set a flow's background up to 2025.10 is not imitated; Change is there for it."
	cutResults    = "The recording shows two of ten results without a mark."
)

// notImitated lists the recordings that the stand-in deliberately answers otherwise, with the
// reason. Everything else in testdata/recordings must be answered as recorded.
var notImitated = map[string]string{
	"2023.10.7/extra-auth-lone-surrogate":       surrogates,
	"2025.12.4/sms/create-surrogate":            surrogates,
	"2023.10.7/http-double-slash":               behindRouter,
	"2023.10.7/http-method-unknown":             noOddMethod,
	"2025.12.4/errors/unknown-method":           noOddMethod,
	"2023.10.7/http-options-list":               noOptions,
	"2023.10.7/http-options-object":             noOptions,
	"2023.10.7/perm-nobody-options":             noOptions,
	"2025.12.4/errors/options-list":             noOptions,
	"2025.12.4/errors/options-object":           noOptions,
	"2023.10.7/perm-isa-get-list":               emptyForBots,
	"2023.10.7/perm-isa-get-object":             emptyForBots,
	"2023.10.7/perm-isa-get-unknown":            emptyForBots,
	"2023.10.7/perm-viewone-delete-other":       objectRights,
	"2023.10.7/perm-viewone-get-list":           objectRights,
	"2023.10.7/perm-viewone-get-object":         objectRights,
	"2023.10.7/perm-viewone-get-other-object":   objectRights,
	"2023.10.7/perm-viewone-get-unknown":        objectRights,
	"2023.10.7/perm-viewone-list-name-of-other": objectRights,
	"2023.10.7/perm-viewone-list-search-nohit":  objectRights,
	"2023.10.7/perm-viewone-patch":              objectRights,
	"2023.10.7/perm-viewone-patch-foreign":      objectRights,
	"2023.10.7/perm-viewone-post":               objectRights,
	"2025.12.4/perm/obj-get-other":              objectRights,
	"2025.12.4/perm/obj-list":                   objectRights,
	"2025.12.4/perm/obj-list-name-nohit":        objectRights,
	"2025.12.4/perm/obj-list-search-nohit":      objectRights,
	"2025.12.4/perm/obj-patch":                  objectRights,
	"2025.12.4/perm/objchange-patch":            objectRights,
	"2025.12.4/perm/view-list":                  cutResults,
	"2023.10.7/router-body-33MiB":               cutBody,
	"2025.12.4/router/body-too-big":             cutBody,
	"2023.10.7/sms-create-name-4000-random":     cutBody,
	"2025.12.4/errors/db-down-get":              noOutage,
	"2025.12.4/errors/db-down-post":             noOutage,
	"2025.12.4/router/db-down-delete":           noOutage,
	"2025.12.4/router/db-down-get":              noOutage,
	"2025.12.4/router/db-down-post":             noOutage,
	"2023.10.7/sms-create-fk-object":            pythonObjects,
	"2023.10.7/flow-set_background_url":         noBackgrounds,
	"2023.10.7/all-types":                       noTypes,
	"2023.10.7/perm-viewall-all-types":          noTypes,
	"2023.10.7/type-email-templates":            noTypes,
	"2025.12.4/meta/stage-types":                noTypes,
	"2023.10.7/mapping-get-via-all":             noAllMappings,
	"2025.12.4/mapping/get-via-all":             noAllMappings,
	"2023.10.7/bind-used_by":                    noUsedBy,
	"2023.10.7/flow-used_by":                    noUsedBy,
	"2023.10.7/mapping-used_by":                 noUsedBy,
	"2023.10.7/perm-nobody-used_by":             noUsedBy,
	"2023.10.7/perm-viewall-used_by":            noUsedBy,
	"2023.10.7/perm-viewone-used_by":            noUsedBy,
	"2023.10.7/used_by-flow":                    noUsedBy,
	"2023.10.7/used_by-flow-configure":          noUsedBy,
	"2023.10.7/used_by-mapping":                 noUsedBy,
	"2023.10.7/used_by-sms-bound":               noUsedBy,
	"2025.12.4/flows/used-by":                   noUsedBy,
	"2025.12.4/mapping/used-by-none":            noUsedBy,
	"2025.12.4/mapping/used-by-sms":             noUsedBy,
	"2025.12.4/perm/view-used_by":               noUsedBy,
	"2025.12.4/sms/used-by-bound":               noUsedBy,
	"2025.12.4/sms/used-by-device":              noUsedBy,
	"2025.12.4/sms/used-by-no-token":            noUsedBy,
	"2025.12.4/stages-all/used-by":              noUsedBy,
}
