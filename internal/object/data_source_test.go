package object_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
)

func list(objects ...string) string {
	return `{"pagination":{"next":0,"count":` + strconv.Itoa(len(objects)) + `},"results":[` + strings.Join(objects, ",") + `]}`
}

func TestAnswersThatAreAnotherObject(t *testing.T) {
	t.Parallel()
	other := strings.Replace(thingID, "2", "3", 1)
	byName := map[string]any{"name": "one"}
	for name, test := range map[string]struct {
		arguments map[string]any
		body      string
		says      string
	}{
		"other id":           {byID(), `{"pk":"` + other + `","name":"one"}`, "`pk` is another one"},
		"no field known":     {byID(), `{"detail":"marked"}`, "none of the fields"},
		"empty object":       {byID(), `{}`, "none of the fields"},
		"list item no pk":    {byName, list(`{"name":"one"}`), "no `pk`"},
		"list item pk null":  {byName, list(`{"pk":null,"name":"one"}`), "no `pk`"},
		"filter is ignored":  {byName, list(`{"pk":"` + thingID + `","name":"two"}`), "did not filter"},
		"another case":       {byName, list(`{"pk":"` + thingID + `","name":"One"}`), "did not filter"},
		"name is not in it":  {byName, list(`{"pk":"` + thingID + `"}`), "did not filter"},
		"none":               {byName, list(), `name "one"`},
		"several":            {byName, list(`{"pk":"`+thingID+`","name":"one"}`, `{"pk":"`+other+`","name":"one"}`), `2 objects`},
		"more on other page": {byName, `{"pagination":{"next":2,"count":7},"results":[{"pk":"` + thingID + `","name":"one"}]}`, `7 objects`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := read(t, test.arguments, test.body)
			if detail := r.failed(); !strings.Contains(detail, test.says) || strings.Contains(detail, "marked") {
				t.Errorf("got %s", detail)
			}
		})
	}
}

func TestHalfAnAnswerIsRead(t *testing.T) {
	t.Parallel()
	r := read(t, byID(), `{"name":"one","flag":true}`).succeeded()
	if id, _ := r.text(path.Root("id")); id != thingID {
		t.Errorf("id is %q", id)
	}
	if pk, ok := r.text(path.Root("pk")); ok {
		t.Errorf("pk is %q", pk)
	}
}

func TestOmitSecrets(t *testing.T) {
	t.Parallel()
	body := `{"pk":"` + thingID + `","name":"one","secret":"marked"}`
	for _, test := range []struct {
		omit any
		want string
	}{{nil, "marked"}, {false, "marked"}, {true, ""}} {
		r := read(t, map[string]any{"id": thingID, "omit_secrets": test.omit}, body).succeeded()
		if got, ok := r.text(path.Root("secret")); got != test.want || ok != (test.want != "") {
			t.Errorf("omit_secrets = %v: got %q (%v)", test.omit, got, ok)
		}
		if strings.Contains(r.state.Raw.String(), "marked") != (test.want != "") {
			t.Errorf("omit_secrets = %v: the state is wrong about the secret", test.omit)
		}
	}
}

func TestUnknownProviderConfiguration(t *testing.T) {
	t.Parallel()
	detail := readWith(t, byID(), &object.Connection{Unknown: []string{"url", "token"}}).failed()
	if !strings.Contains(detail, "url, token") {
		t.Errorf("got %s", detail)
	}
}
