package authentiktest_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

func TestBehindTheClientsBack(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	first, second := server.Add(smsPath, stage("same")), server.Add(smsPath, stage("same"))
	if got := ask(t, server, http.MethodGet, smsPath+"?name=same", ""); strings.Count(got.text, `"pk"`) != 2 {
		t.Errorf("Two of one name: %s", got.text)
	}
	if err := server.Change(smsPath, strings.ToUpper(first), map[string]any{"name": "other"}); err != nil {
		t.Fatal(err)
	}
	if got := ask(t, server, http.MethodGet, smsPath+first+"/", ""); got.body["name"] != "other" || got.body["provider"] != "twilio" {
		t.Errorf("Changed: %s", got.text)
	}
	if err := server.Remove(smsPath, second); err != nil {
		t.Fatal(err)
	}
	if got := ask(t, server, http.MethodGet, smsPath+second+"/", ""); got.status != http.StatusNotFound {
		t.Errorf("Removed: %s", got.text)
	}
	if server.Change(smsPath, second, nil) == nil || server.Remove(smsPath, "x") == nil {
		t.Error("What is gone can be changed or removed.")
	}
	copied := server.Objects(smsPath)
	copied[0]["name"] = "mine"
	if got := server.Objects(smsPath); got[0]["name"] != "other" || got[0]["auth_type"] != "basic" || got[0]["verify_only"] != false {
		t.Errorf("Stored: %v", got)
	}
}

func TestReferences(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	const known, unknown = "6f1c7f1e-58a5-4f6a-8a0c-0d3f0d1f5a11", "00000000-0000-4000-8000-000000000000"
	path := smsPath + server.Add(smsPath, stage("a")) + "/"
	patch := func(id string) int {
		return ask(t, server, http.MethodPatch, path, `{"configure_flow": "`+id+`"}`).status
	}
	if patch(unknown) != http.StatusOK {
		t.Error("Without any flow known, a flow is refused.")
	}
	server.Add("/flows/instances/", map[string]any{"pk": known})
	if patch(unknown) != http.StatusBadRequest || patch(known) != http.StatusOK {
		t.Error("Known flows do not count.")
	}
}

func TestWriteOnlySecretsAreKept(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2026.8.5"))
	created := ask(t, server, http.MethodPost, smsPath, stageBody)
	if _, ok := created.body["auth"]; ok || created.status != http.StatusCreated {
		t.Fatalf("Created: %s", created.text)
	}
	pk, _ := created.body["pk"].(string)
	if got := ask(t, server, http.MethodPatch, smsPath+pk+"/", `{"name": "b"}`); got.status != http.StatusOK {
		t.Errorf("Without the secret: %s", got.text)
	}
	if got := server.Objects(smsPath)[0]; got["auth"] != "secret" || got["name"] != "b" {
		t.Errorf("Stored: %v", got)
	}
	if got := ask(t, server, http.MethodPut, smsPath+pk+"/", `{"name": "b"}`); got.status != http.StatusBadRequest || got.body["auth"] == nil {
		t.Errorf("PUT without the secret: %s", got.text)
	}
	if got := ask(t, server, http.MethodGet, smsPath+"?auth=secret", ""); strings.Count(got.text, `"pk"`) != 1 {
		t.Errorf("Filtered by the secret: %s", got.text)
	}
}

// What the rights allow, in the three generations of authentik's permissions.
func TestRights(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		release string
		rights  []string
		// Statuses of: list, retrieve, retrieve of an unknown id, create, update, update of an
		// unknown id, delete.
		want [7]int
	}{
		{"2022.10.4", nil, [7]int{200, 404, 404, 403, 403, 403, 403}},
		{"2022.10.4", []string{"view"}, [7]int{200, 404, 404, 403, 403, 403, 403}},
		{"2023.10.7", nil, [7]int{403, 403, 403, 403, 403, 403, 403}},
		{"2023.10.7", []string{"view"}, [7]int{200, 200, 404, 403, 403, 403, 403}},
		{"2025.12.4", nil, [7]int{403, 403, 403, 403, 403, 403, 403}},
		{"2025.12.4", []string{"view"}, [7]int{200, 200, 404, 403, 403, 404, 403}},
		{"2025.12.4", []string{"add"}, [7]int{403, 403, 403, 201, 403, 403, 403}},
		{"2025.12.4", []string{"change"}, [7]int{403, 403, 403, 403, 403, 403, 403}},
		{"2025.12.4", []string{"view", "add", "change", "delete"}, [7]int{200, 200, 404, 201, 200, 404, 204}},
	} {
		t.Run(test.release+" "+strings.Join(test.rights, ","), func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(test.release))
			path := smsPath + server.Add(smsPath, stage("b")) + "/"
			const unknown = smsPath + "00000000-0000-4000-8000-000000000000/"
			token := server.AddToken(test.rights...)
			status := func(method, path, body string) int {
				return askAs(t, server, token, method, path, body).status
			}
			got := [7]int{
				status(http.MethodGet, smsPath, ""), status(http.MethodGet, path, ""), status(http.MethodGet, unknown, ""),
				status(http.MethodPost, smsPath, stageBody), status(http.MethodPatch, path, "{}"), status(http.MethodPatch, unknown, "{}"),
				status(http.MethodDelete, path, ""),
			}
			if got != test.want {
				t.Errorf("Answered %v, wanted %v.", got, test.want)
			}
			if version := status(http.MethodGet, "/admin/version/", ""); version != http.StatusOK {
				t.Errorf("The version: %d", version)
			}
		})
	}
}

func TestNoToken(t *testing.T) {
	t.Parallel()
	for release, want := range map[string]int{"2024.2.4": 403, "2024.4.1": 500, "2024.4.4": 403} {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		if got := askAs(t, server, "", http.MethodGet, smsPath+server.Add(smsPath, stage("a"))+"/", ""); got.status != want {
			t.Errorf("%s: %d", release, got.status)
		}
		if got := askAs(t, server, "", http.MethodGet, smsPath, ""); got.status != http.StatusForbidden {
			t.Errorf("%s, list: %d", release, got.status)
		}
	}
}

func TestMissingSlashRedirectedOnce(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2023.8.7"))
	got := ask(t, server, http.MethodPost, strings.TrimSuffix(smsPath, "/")+"?a=b", stageBody)
	if got.status != http.StatusMovedPermanently || got.header.Get("Location") != "/api/v3"+smsPath+"?a=b" {
		t.Errorf("Answered %d to %s.", got.status, got.header.Get("Location"))
	}
}
