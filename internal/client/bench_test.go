package client_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// smsBody is an SMS stage with one flow, as a server sends it.
func smsBody(i int) string {
	return fmt.Sprintf(`{"pk":%q,"name":"stage %d","component":"ak-stage-authenticator-sms-form","verbose_name":"SMS Authenticator Setup Stage","verbose_name_plural":"SMS Authenticator Setup Stages","meta_model_name":"authentik_stages_authenticator_sms.authenticatorsmsstage","flow_set":[{"pk":"ab4042dc-fcc7-421d-9e69-d7ac2c62714c","policybindingmodel_ptr_id":"d0a545ad-37e2-4a52-82ae-e4d5c8072f6b","name":"SMS setup","slug":"sms-setup","title":"Set up SMS","designation":"stage_configuration","background_url":"/static/dist/assets/images/flow_background.jpg","policy_engine_mode":"any","compatibility_mode":false,"export_url":"/api/v3/flows/instances/sms-setup/export/","layout":"stacked","denied_action":"message_continue"}],"configure_flow":null,"friendly_name":"","provider":"twilio","from_number":"+1","account_sid":"AC1","auth":"secret","auth_password":"","auth_type":"basic","verify_only":false,"mapping":null}`, key(i), i)
}

// respond answers without a network, so that what is measured is the client.
type respond string

func (r respond) RoundTrip(request *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: readCloser{strings.NewReader(string(r))}, Request: request}, nil
}

type readCloser struct{ *strings.Reader }

func (readCloser) Close() error { return nil }

func BenchmarkRetrieve(b *testing.B) {
	api := measured(b, smsBody(0))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := api.Read(b.Context(), client.Collection{Path: smsPath}, key(0)); err != nil {
			b.Fatal(err)
		}
	}
}

// A page of 100 objects, as it is read ahead, and one object served from it.
func BenchmarkReadAhead(b *testing.B) {
	bodies := make([]string, 100)
	for i := range bodies {
		bodies[i] = smsBody(i)
	}
	page := `{"pagination":{"next":0,"count":100,"total_pages":1},"results":[` + strings.Join(bodies, ",") + `]}`
	b.Run("page", func(b *testing.B) {
		api := measured(b, page)
		b.SetBytes(int64(len(page)))
		b.ReportAllocs()
		for b.Loop() {
			if err := client.RequestPage(b.Context(), api, stages, 1); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("object", func(b *testing.B) {
		api := measured(b, page)
		for i := range 4 {
			_, _ = api.Read(b.Context(), stages, key(i)) // the page is no object, but pays for it
		}
		b.ReportAllocs()
		for b.Loop() {
			if _, err := api.Read(b.Context(), stages, key(7)); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	api := measured(b, smsBody(0))
	write := client.Write{Fields: map[string]any{
		"name": "stage", "provider": "twilio", "from_number": "+1", "account_sid": "AC1", "auth": "secret", "auth_password": "", "auth_type": "basic",
		"verify_only": false, "mapping": nil, "configure_flow": nil, "friendly_name": "",
	}}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := api.Update(b.Context(), smsPath, key(0), write); err != nil {
			b.Fatal(err)
		}
	}
}

// measured is a client that gets the same answer to everything.
func measured(b *testing.B, body string) *client.Client {
	b.Helper()
	address, err := client.ParseURL("http://localhost")
	if err != nil {
		b.Fatal(err)
	}
	return client.New(client.Config{URL: address, Token: markedToken, ReadAhead: true, Transport: respond(body)})
}
