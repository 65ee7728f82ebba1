package authentiktest_test

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// state is what the recorded server held when most of its recordings were made.
type state struct {
	flow, mapping string
	mappingName   string
	stages        []map[string]any
	// flows and bound are there for recordings about flows and bindings.
	flows, bound []map[string]any
}

var states = map[string]state{
	"2023.10.7": {
		flow:        "f2b720b7-96e9-4774-a301-d6cdf208df52",
		mapping:     "23784650-c363-4eb8-9816-ca56b6d30c1f",
		mappingName: "rec mapping",
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
		flows: []map[string]any{
			{"pk": "f2b720b7-96e9-4774-a301-d6cdf208df52", "slug": "rec-sms-setup"},
			{"pk": "5796f352-4c2f-4930-a1bc-6dfafe11504f", "slug": "rec-auth"},
		},
		bound: []map[string]any{
			{
				"pk": "33b3b771-d0b9-41af-b044-263df5593761", "order": 10,
				"target": "5796f352-4c2f-4930-a1bc-6dfafe11504f", "stage": "b4206714-e986-4fd3-9905-010c926b3398",
			},
			{
				"pk": "00f58129-13f4-4783-b5dd-ffe7df22ebaa", "order": 20, "evaluate_on_plan": true,
				"target": "5796f352-4c2f-4930-a1bc-6dfafe11504f", "stage": "b4206714-e986-4fd3-9905-010c926b3398",
			},
		},
	},
	"2025.12.4": {
		flow:        "ab4042dc-fcc7-421d-9e69-d7ac2c62714c",
		mapping:     "e2e327df-9175-4211-9046-c1a482f3d343",
		mappingName: "sms body",
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
		flows: []map[string]any{
			{"pk": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "slug": "sms-setup"},
			{
				"pk": "f657c279-bfe5-4b49-9019-e2db4d9cbbcd", "slug": "auth-flow",
				"policybindingmodel_ptr_id": "882209fd-0b33-4ff3-9364-5ffb8300e71c",
			},
		},
		bound: []map[string]any{
			{
				"pk": "cd507d2f-28dd-4805-8beb-eea128031f9e", "order": 10,
				"target": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "stage": "2c56e12c-0fea-496b-a1e4-c39d9945129e",
			},
			{
				"pk": "eb695f67-447e-4b81-a961-07059c55d280", "order": 20,
				"target": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "stage": "2c56e12c-0fea-496b-a1e4-c39d9945129e",
			},
			{
				"pk": "d745b983-1391-4a1b-88ca-5ce2893e878e", "order": 5, "evaluate_on_plan": true,
				"target": "f657c279-bfe5-4b49-9019-e2db4d9cbbcd", "stage": "2c56e12c-0fea-496b-a1e4-c39d9945129e",
			},
		},
	},
}

// prepare brings the server into the state that the recording implies, and gives the token that
// the recorded request used.
func prepare(server *authentiktest.Server, recorded recording) string {
	server.SetStarting(strings.Contains(recorded.name, "starting"))
	collection, id := leadsTo(recorded.Request.Path)
	answer, _ := recorded.Response.Body.(map[string]any)
	_, isList := answer["pagination"].(map[string]any)
	world := world{Server: server, release: recorded.release, collection: collection}
	switch {
	case isList:
		world.list(recorded, answer)
	case recorded.Response.Status == http.StatusCreated:
		world.stages(answer["name"])
		world.neighbours(answer)
	case id == "" || recorded.Response.Status == http.StatusNotFound:
		world.everything(id)
	default:
		world.object(recorded, id, answer)
	}
	return tokenFor(server, recorded)
}

// leadsTo gives the collection and the id in a path, "" for what is not there.
func leadsTo(requestPath string) (collection, id string) {
	for _, path := range contract.Collections() {
		_, rest, found := strings.Cut(requestPath, "/api/v3"+path)
		if !found {
			continue
		}
		id, _, _ := strings.Cut(rest, "/")
		if id, err := url.PathUnescape(id); err == nil && !strings.HasPrefix(id, "?") {
			return path, id
		}
		return path, ""
	}
	return "", ""
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
		return server.AddToken("view " + smsPath)
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
