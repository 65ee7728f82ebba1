package client_test

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/synctest"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// pauses are the simulated times between the attempts of a read that the server puts off.
// The client has the configuration of production, but for the number of retries.
func pauses(t *testing.T, retries int, retryAfter string) []time.Duration {
	t.Helper()
	var arrived []time.Time
	api := simulated(t, func(r *http.Request) (*http.Response, error) {
		arrived = append(arrived, time.Now())
		recorder := httptest.NewRecorder()
		if retryAfter != "" {
			recorder.Header().Set("Retry-After", retryAfter)
		}
		answer(http.StatusServiceUnavailable, "application/json", `{"error":"authentik starting"}`)(recorder, r)
		response := recorder.Result()
		response.Request = r
		return response, nil
	}, func(c *client.Config) { c.MaxRetries, c.FirstRetry = retries, 0 })
	_, err := api.Read(t.Context(), sms, smsID)
	failure(t, err, client.KindStatus)
	var between []time.Duration
	for i := 1; i < len(arrived); i++ {
		between = append(between, arrived[i].Sub(arrived[i-1]))
	}
	return between
}

// The pauses are about a second, two, four and so on, half as much more or less, so that
// many clients do not come back at once. None is longer than half a minute and a half of
// it.
func TestPausesDouble(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		got := pauses(t, 8, "")
		if len(got) != 8 {
			t.Fatalf("%d pauses", len(got))
		}
		random := false
		for i, pause := range got {
			mean := min(time.Second<<i, 30*time.Second)
			if pause < mean/2 || pause > mean*3/2 {
				t.Errorf("pause %d is %s, not about %s", i+1, pause, mean)
			}
			random = random || pause != mean
		}
		if !random {
			t.Error("every client would come back at the same time")
		}
	})
}

// Retry-After is honoured in both of its forms, up to half a minute. What is no time in
// the future leaves the usual pauses.
func TestRetryAfter(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		header         func() string
		shortest, most time.Duration
	}{
		"seconds":  {func() string { return "7" }, 7 * time.Second, 7 * time.Second},
		"date":     {func() string { return time.Now().Add(9 * time.Second).UTC().Format(http.TimeFormat) }, 9 * time.Second, 9 * time.Second},
		"hours":    {func() string { return "7200" }, 30 * time.Second, 30 * time.Second},
		"nonsense": {func() string { return "soon" }, time.Second / 2, 3 * time.Second / 2},
		"negative": {func() string { return "-7" }, time.Second / 2, 3 * time.Second / 2},
		"past":     {func() string { return time.Now().Add(-time.Hour).UTC().Format(http.TimeFormat) }, time.Second / 2, 3 * time.Second / 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				got := pauses(t, 1, test.header())
				if len(got) != 1 || got[0] < test.shortest || got[0] > test.most {
					t.Errorf("the pauses are %s, not %s to %s", got, test.shortest, test.most)
				}
			})
		})
	}
}
