package authentiktest_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// state is what the recorded server held when most of its recordings were made.
type state struct {
	flow, mapping string
	stages        []map[string]any
}

var states = map[string]state{
	"2023.10.7": {
		flow:    "f2b720b7-96e9-4774-a301-d6cdf208df52",
		mapping: "23784650-c363-4eb8-9816-ca56b6d30c1f",
		stages: []map[string]any{
			{
				"pk": "5a5794c4-3e2a-4659-9b66-67ea65b2be5d", "name": "rec-sms-a", "provider": "twilio",
				"from_number": "+15550100", "account_sid": "AC-example", "auth": "example-auth", "friendly_name": nil,
			},
			{
				"pk": "b4206714-e986-4fd3-9905-010c926b3398", "name": "rec-sms-b", "provider": "generic",
				"from_number": "Example", "account_sid": "https://sms.example.org/send?x=1", "auth": "user",
				"auth_password": "pässwörd", "verify_only": true, "friendly_name": "Meine SMS",
				"configure_flow": "f2b720b7-96e9-4774-a301-d6cdf208df52", "mapping": "23784650-c363-4eb8-9816-ca56b6d30c1f",
			},
		},
	},
	"2025.12.4": {
		flow:    "ab4042dc-fcc7-421d-9e69-d7ac2c62714c",
		mapping: "e2e327df-9175-4211-9046-c1a482f3d343",
		stages: []map[string]any{
			{
				"pk": "2c56e12c-0fea-496b-a1e4-c39d9945129e", "name": "sms-twilio", "provider": "twilio",
				"from_number": "ak2", "account_sid": "https://sms.example.com/send", "auth": "user",
			},
			{
				"pk": "e45d2c62-2561-49ef-a57b-44b2a0478614", "name": "sms-generic", "provider": "generic",
				"from_number": "ak2", "account_sid": "https://sms.example.com/send", "auth": "user",
				"auth_password": "secret", "verify_only": true, "friendly_name": "Text message",
				"configure_flow": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "mapping": "e2e327df-9175-4211-9046-c1a482f3d343",
			},
		},
	},
}

// prepare brings the server into the state that the recording implies, and gives the token that
// the recorded request used.
func prepare(server *authentiktest.Server, recorded recording) string {
	known := states[recorded.release]
	server.Add("/flows/instances/", map[string]any{"pk": known.flow})
	server.Add("/propertymappings/notification/", map[string]any{"pk": known.mapping})
	server.Add("/stages/user_login/", map[string]any{"name": "default-authentication-login"})
	server.SetStarting(strings.Contains(recorded.name, "starting"))

	answer, _ := recorded.Response.Body.(map[string]any)
	_, isList := answer["pagination"].(map[string]any)
	switch pk := pkOf(recorded.Request.Path); {
	case isList:
		prepareList(server, recorded, answer)
	case recorded.Request.Method == http.MethodPost && recorded.Response.Status == http.StatusCreated:
		addReferences(server, answer)
		addStages(server, known, answer["name"])
	case pk == "" || recorded.Response.Status == http.StatusNotFound:
		addStages(server, known, nil)
	default:
		prepareObject(server, recorded, pk, answer)
	}
	return tokenFor(server, recorded)
}

// pkOf gives the id in the path of a single object, "" for other paths.
func pkOf(requestPath string) string {
	_, rest, _ := strings.Cut(requestPath, smsPath)
	id, _, _ := strings.Cut(rest, "/")
	if id, err := url.PathUnescape(id); err == nil && !strings.HasPrefix(id, "?") {
		return id
	}
	return ""
}

// addStages adds the stages of the recorded server, except the one with the name.
func addStages(server *authentiktest.Server, known state, except any) {
	for _, stage := range known.stages {
		if stage["name"] != except {
			server.Add(smsPath, stage)
		}
	}
}

// addReferences makes known what the object refers to.
func addReferences(server *authentiktest.Server, object map[string]any) {
	if flow, ok := object["configure_flow"].(string); ok {
		server.Add("/flows/instances/", map[string]any{"pk": flow})
	}
	if mapping, ok := object["mapping"].(string); ok {
		server.Add("/propertymappings/notification/", map[string]any{"pk": mapping})
	}
}

// prepareObject adds the object that the request is about, as it was before the request: what
// the answer shows, with other values where the request changed them.
func prepareObject(server *authentiktest.Server, recorded recording, pk string, answer map[string]any) {
	addStages(server, states[recorded.release], answer["name"])
	object := map[string]any{"name": "as recorded", "provider": "twilio", "from_number": "1", "account_sid": "1", "auth": "1"}
	for _, stage := range states[recorded.release].stages {
		if stage["pk"] == pk {
			maps.Copy(object, stage)
		}
	}
	if recorded.Response.Status == http.StatusOK {
		maps.Copy(object, answer)
		addReferences(server, answer)
		var sent map[string]any
		_ = json.Unmarshal(recorded.Request.Body, &sent) // what is no object changes nothing
		for field, value := range sent {
			if _, isText := value.(string); isText && !strings.HasSuffix(field, "_set") {
				object[field] = "before"
			}
		}
	}
	object["pk"] = pk
	server.Add(smsPath, object)
}

// prepareList adds the objects that the recorded page shows, and as many others as its count
// says, placed so that they are on the other pages.
func prepareList(server *authentiktest.Server, recorded recording, answer map[string]any) {
	pagination, _ := answer["pagination"].(map[string]any)
	shown := shownObjects(answer)
	for _, object := range shown {
		for _, stage := range states[recorded.release].stages {
			if stage["pk"] == object["pk"] { // the recording may be cut down to pk and name
				whole := maps.Clone(stage)
				maps.Copy(whole, object)
				object = whole
			}
		}
		addReferences(server, object)
		server.Add(smsPath, object)
	}
	template := map[string]any{"provider": "twilio"}
	if len(shown) > 0 {
		template = shown[0]
	}
	before, after := "\x01", "\U0010FFFF"
	if strings.Contains(recorded.Request.Path, "ordering=-") {
		before, after = after, before
	}
	start, count := integer(pagination["start_index"]), integer(pagination["count"])
	for i := 1; i <= count-len(shown); i++ {
		prefix := after
		if i < start {
			prefix = before
		}
		filler := maps.Clone(template)
		delete(filler, "pk")
		filler["name"] = fmt.Sprintf("%s%04d", prefix, i)
		server.Add(smsPath, filler)
	}
	if isFiltered(recorded.Request.Path) {
		server.Add(smsPath, map[string]any{"name": "decoy", "provider": "twilio", "auth": "decoy", "friendly_name": "decoy"})
	}
}

// shownObjects are the objects of a recorded page, which may be cut down to names.
func shownObjects(answer map[string]any) []map[string]any {
	results, _ := answer["results"].([]any)
	var shown []map[string]any
	for _, result := range results {
		switch result := result.(type) {
		case map[string]any:
			shown = append(shown, result)
		case string:
			if !isMark(result) {
				shown = append(shown, map[string]any{"name": result})
			}
		}
	}
	return shown
}

// isFiltered tells whether the request selects objects, so that an object that does not fit must
// not be in the answer.
func isFiltered(requestPath string) bool {
	parsed, err := url.Parse(requestPath)
	if err != nil {
		return false
	}
	for parameter, values := range parsed.Query() {
		switch parameter {
		case "page", "page_size", "ordering", "nope", "unknown", "foo":
			continue
		}
		if strings.TrimSpace(values[0]) != "" && values[0] != "maybe" {
			return true
		}
	}
	return false
}

func integer(value any) int {
	number, _ := value.(float64)
	return int(number)
}

// tokenFor gives the token that the request was recorded with.
func tokenFor(server *authentiktest.Server, recorded recording) string {
	const wrong = "wrong"
	switch recorded.name {
	case "auth/inactive-user", "auth/expired-token":
		return wrong
	}
	header := recorded.Request.Headers["Authorization"]
	_, who, _ := strings.Cut(header, "<")
	switch strings.TrimSuffix(who, ">") {
	case "TOKEN-APPPW", "TOKEN-EXPIRED", "TOKEN-INACTIVE", "app password":
		return wrong
	case "TOKEN-NOBODY", "TOKEN-LOWPRIV", "token of none":
		return server.AddToken()
	case "TOKEN-VIEW", "token of view":
		return server.AddToken("view")
	case "TOKEN-FULL":
		return server.AddToken("view", "add", "change", "delete")
	case "token of addonly":
		return server.AddToken("add")
	case "token of addview":
		return server.AddToken("add", "view")
	case "token of changeonly":
		return server.AddToken("change")
	case "token of viewchange":
		return server.AddToken("view", "change")
	default:
		return server.Token()
	}
}
