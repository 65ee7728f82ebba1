package stage_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// secretReleases are one that returns secrets and one that keeps them.
var secretReleases = map[string]bool{"2025.12.4": true, "2026.2.7": false}

// twilio are the arguments of a stage but for its secret.
func twilio(more map[string]any) map[string]any {
	config := map[string]any{"name": "sms", "sms_provider": "twilio", "from_number": "+1", "account_sid": "AC1"}
	maps.Copy(config, more)
	return config
}

// secretCase is one stage on one server.
type secretCase struct {
	*testing.T

	server   *authentiktest.Server
	provider *acctest.Provider
	resource *acctest.Managed
}

func onSecretReleases(t *testing.T, test func(c *secretCase, returned bool)) {
	t.Helper()
	for release, returned := range secretReleases {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			provider := configured(t, server, nil)
			test(&secretCase{t, server, provider, provider.Resource(t, smsType)}, returned)
		})
	}
}

// apply applies, and makes sure that the next plan is empty.
func (c *secretCase) apply(config map[string]any) {
	c.Helper()
	ok(c.T, c.resource.Apply(config))
	ok(c.T, c.resource.Refresh())
	if _, changes, _ := c.resource.Plan(config); len(changes) > 0 {
		c.Fatalf("the plan after the apply changes %v", changes)
	}
}

// stored is the server's value of a secret.
func (c *secretCase) stored(name string) any {
	c.Helper()
	return c.server.Objects(smsPath)[0][name]
}

// sent counts the writes that held `auth`.
func (c *secretCase) sent() int {
	count := 0
	for _, request := range c.server.Requests() {
		if _, held := request.Body["auth"]; held {
			count++
		}
	}
	return count
}

// leaves makes sure that the state does not hold the text.
func (c *secretCase) leaves(text string) {
	c.Helper()
	for name, value := range c.resource.State {
		if strings.Contains(value.String(), text) {
			c.Errorf("%s of the state holds the secret", name)
		}
	}
}

func TestSecretsAreSentOnlyWhenTheyChange(t *testing.T) {
	t.Parallel()
	onSecretReleases(t, func(c *secretCase, _ bool) {
		c.apply(twilio(map[string]any{"auth": "one"}))
		c.apply(twilio(map[string]any{"auth": "one", "from_number": "+2"}))
		if got := c.sent(); got != 1 || c.stored("auth") != "one" {
			c.Errorf("sent %d times", got)
		}
		c.apply(twilio(map[string]any{"auth": "two", "from_number": "+2"}))
		if got := c.sent(); got != 2 || c.stored("auth") != "two" || plain(c.T, c.resource.State["auth"]) != "two" {
			c.Errorf("sent %d times", got)
		}
	})
}

func TestSecretsDrift(t *testing.T) {
	t.Parallel()
	onSecretReleases(t, func(c *secretCase, returned bool) {
		config := twilio(map[string]any{"auth": "one"})
		c.apply(config)
		if err := c.server.Change(smsPath, fmt.Sprint(plain(c.T, c.resource.State["id"])), map[string]any{"auth": "outside"}); err != nil {
			c.Fatal(err)
		}
		ok(c.T, c.resource.Refresh())
		if _, changes, _ := c.resource.Plan(config); (len(changes) > 0) != returned {
			c.Errorf("the plan changes %v", changes)
		}
	})
}

func TestWriteOnlySecretsNeverEnterTheState(t *testing.T) {
	t.Parallel()
	onSecretReleases(t, func(c *secretCase, _ bool) {
		version := func(auth string, number int) map[string]any {
			return twilio(map[string]any{"auth_wo": auth, "auth_wo_version": number})
		}
		c.apply(version("marked-one", 1))
		c.leaves("marked")
		c.apply(version("marked-two", 1)) // not raised, not sent
		if c.stored("auth") != "marked-one" {
			c.Error("a secret was sent without a new version")
		}
		c.apply(version("marked-two", 2))
		if c.stored("auth") != "marked-two" || c.sent() != 2 {
			c.Errorf("sent %d times", c.sent())
		}
		c.leaves("marked")
		// From the state to write-only, and back.
		c.apply(twilio(map[string]any{"auth": "visible"}))
		c.apply(version("marked-three", 2))
		if c.stored("auth") != "marked-three" {
			c.Error("the secret was not sent when it became write-only")
		}
		c.leaves("marked")
		c.leaves("visible")
		// Without a version: sent when it takes the plain one's place, and not again.
		c.apply(twilio(map[string]any{"auth": "visible"}))
		c.apply(twilio(map[string]any{"auth_wo": "marked-four"}))
		c.apply(twilio(map[string]any{"auth_wo": "marked-five", "from_number": "+2"}))
		if c.stored("auth") != "marked-four" {
			c.Error("the secret was not sent once")
		}
		c.leaves("visible")
	})
}

func TestOptionalSecretsAreCleared(t *testing.T) {
	t.Parallel()
	onSecretReleases(t, func(c *secretCase, _ bool) {
		for _, password := range []map[string]any{
			{"auth": "a", "auth_password": "one"},
			{"auth": "a", "auth_password_wo": "one", "auth_password_wo_version": 1},
		} {
			c.apply(twilio(password))
			if c.stored("auth_password") != "one" {
				c.Error("the password was not stored")
			}
			c.apply(twilio(map[string]any{"auth": "a"}))
			if c.stored("auth_password") != "" {
				c.Error("the password was not cleared")
			}
		}
	})
}

func TestImportedStagesGetTheirSecretOnce(t *testing.T) {
	t.Parallel()
	onSecretReleases(t, func(c *secretCase, _ bool) {
		for name, secret := range map[string]map[string]any{
			"plain":      {"auth": "marked-new"},
			"write-only": {"auth_wo": "marked-new", "auth_wo_version": 1},
		} {
			id := c.server.Add(smsPath, map[string]any{"name": name, "provider": "twilio", "from_number": "+1", "account_sid": "AC1", "auth": "marked-old"})
			imported := c.provider.Resource(c.T, smsType)
			ok(c.T, imported.Import(id))
			c.resource = imported
			c.leaves("marked")
			before := c.sent()
			config := twilio(secret)
			config["name"] = name
			c.apply(config)
			if c.sent() != before+1 {
				c.Errorf("%s: sent %d times", name, c.sent()-before)
			}
		}
	})
}

// An empty secret in the state, as another provider leaves it, does not open the way for
// the write-only one.
func TestWriteOnlySecretsAfterAnEmptyOne(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2025.12.4", "2026.8.5"} {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		stage := configured(t, server, nil).Resource(t, smsType)
		config := map[string]any{"name": "sms", "from_number": "+1", "account_sid": "AC1", "auth": "one", "auth_password": ""}
		ok(t, stage.Apply(config))
		delete(config, "auth_password")
		config["auth_password_wo"], config["auth_password_wo_version"] = "marked", 1
		ok(t, stage.Apply(config))
		if !stage.State["auth_password"].IsNull() {
			t.Errorf("%s: the state has the secret", release)
		}
		if server.Objects(smsPath)[0]["auth_password"] != "marked" {
			t.Errorf("%s: the secret was not sent", release)
		}
		if _, changes, _ := stage.Plan(config); len(changes) > 0 {
			t.Errorf("%s: the plan changes %v", release, changes)
		}
	}
}
