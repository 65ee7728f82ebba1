package authentiktest

import (
	"encoding/json"
	"net/http"
	"slices"
)

// coreActions are the addresses below the core's objects.
func coreActions() map[string]map[string]endpoint {
	return map[string]map[string]endpoint{
		groups: {
			"add_user":    {methods: postMethods, since: "2022.12.0", answers: member(true)},
			"remove_user": {methods: postMethods, since: "2022.12.0", answers: member(false)},
		},
		users: {
			"set_password": {methods: postMethods, answers: setPassword},
			"recovery": {methods: postMethods, answers: func(*Server, *call) *reply {
				return jsonReply(http.StatusBadRequest, failures{"non_field_errors": "No recovery flow set."})
			}},
		},
		tokens: {
			"view_key": {methods: readMethods, answers: func(_ *Server, c *call) *reply {
				return jsonReply(http.StatusOK, values{"key": c.of.fields["key"]})
			}},
			"set_key": {methods: postMethods, answers: setKey},
		},
		applications: {
			"check_access": {methods: readMethods, answers: checkAccess},
			"set_icon":     {methods: postMethods, before: "2025.12.0", answers: setIcon("meta_icon")},
			"set_icon_url": {methods: postMethods, before: "2025.12.0", answers: setIconURL("meta_icon")},
		},
		allSources: {
			"set_icon":     {methods: postMethods, before: "2025.12.0", answers: setIcon("icon")},
			"set_icon_url": {methods: postMethods, before: "2025.12.0", answers: setIconURL("icon")},
		},
		certificates: {
			"view_certificate": {methods: readMethods, answers: viewPEM("certificate_data", "view_certificatekeypair_certificate")},
			"view_private_key": {methods: readMethods, answers: viewPEM("key_data", "view_certificatekeypair_key")},
		},
		"/endpoints/agents/enrollment_tokens/": {
			"view_key": {methods: readMethods, answers: func(_ *Server, c *call) *reply {
				return jsonReply(http.StatusOK, values{"key": c.of.fields["key"]})
			}},
		},
		blueprints: {"apply": {methods: postMethods, answers: applyBlueprint}},
	}
}

// coreEndpoints are the core's addresses beside the collections.
func coreEndpoints() map[string]endpoint {
	return map[string]endpoint{
		"/core/users/me/":                       {methods: readMethods, answers: me},
		"/core/users/paths/":                    {methods: readMethods, answers: userPaths},
		"/core/users/service_account/":          {methods: postMethods, answers: newServiceAccount},
		"/core/brands/current/":                 {methods: readMethods, open: true, answers: currentBrand},
		"/crypto/certificatekeypairs/generate/": {methods: postMethods, answers: generateCertificate},
	}
}

// member adds a user to a group or takes it out; both are idempotent.
func member(in bool) func(*Server, *call) *reply {
	return func(s *Server, c *call) *reply {
		required := "pk"
		if !s.since("2024.2.0") {
			required = ""
		}
		sent, refusal := c.read(s, required)
		if refusal != nil {
			return refusal
		}
		user := s.get(users, keyText(sent["pk"]))
		if user == nil {
			return detail(http.StatusNotFound, "Not found.")
		}
		list, _ := c.of.fields["users"].([]any)
		list = slices.DeleteFunc(slices.Clone(list), func(held any) bool { return keyText(held) == user.pk() })
		if in {
			list = append(list, user.fields["pk"])
		}
		s.change(c.of, values{"users": list})
		return empty()
	}
}

// requiredSince is a field that releases before one took empty, too.
func (s *Server) requiredSince(release, field string) string {
	if s.since(release) {
		return field
	}
	return ""
}

func setPassword(s *Server, c *call) *reply {
	sent, refusal := c.read(s, s.requiredSince("2024.2.0", "password"))
	if refusal != nil {
		return refusal
	}
	s.change(c.of, values{"password": sent["password"], "password_change_date": now(s), "last_updated": now(s)})
	return empty()
}

func setKey(s *Server, c *call) *reply {
	sent, refusal := c.read(s, "key")
	if refusal != nil {
		return refusal
	}
	s.change(c.of, values{"key": sent["key"]})
	return empty()
}

// checkAccess knows no policies: an application without bindings is open to everybody, and a
// superuser gets in always.
func checkAccess(s *Server, c *call) *reply {
	passing := c.caller.superuser || len(s.referring(policyBindings, "target", c.of.pk())) == 0
	return jsonReply(http.StatusOK, values{"passing": passing, "messages": []any{}, "log_messages": []any{}})
}

// setIcon takes a form with a file, or with the order to remove it.
func setIcon(field string) func(*Server, *call) *reply {
	return func(s *Server, c *call) *reply {
		rewind(c.Request)
		if err := c.ParseMultipartForm(1 << 20); err != nil {
			return detail(http.StatusUnsupportedMediaType, `Unsupported media type "`+c.Header.Get("Content-Type")+`" in request.`)
		}
		stored := ""
		if files := c.MultipartForm.File["file"]; len(files) > 0 {
			stored = "application-icons/" + files[0].Filename
		} else if c.FormValue("clear") != "true" {
			return detail(http.StatusBadRequest, "No file given")
		}
		s.change(c.of, values{field: stored})
		return jsonReply(http.StatusOK, values{})
	}
}

func setIconURL(field string) func(*Server, *call) *reply {
	return func(s *Server, c *call) *reply {
		sent, refusal := c.read(s, "url")
		if refusal != nil {
			return refusal
		}
		s.change(c.of, values{field: sent["url"]})
		return jsonReply(http.StatusOK, values{})
	}
}

func userPaths(s *Server, _ *call) *reply {
	paths := make(map[string]bool)
	for _, user := range s.all(users) {
		paths[keyText(user.fields["path"])] = true
	}
	return jsonReply(http.StatusOK, values{"paths": sortedKeys(paths)})
}

// newServiceAccount makes a user with a token, and a group when that is asked for.
func newServiceAccount(s *Server, c *call) *reply {
	sent, refusal := c.read(s, "name")
	if refusal != nil {
		return refusal
	}
	name := strip(keyText(sent["name"]))
	if s.by(users, name) != nil {
		return jsonReply(http.StatusBadRequest, failures{"name": []string{"This field must be unique."}})
	}
	expiring := sent["expiring"] != false
	user := s.add(users, values{
		"username": name, "name": name, "type": "service_account", "path": "goauthentik.io/service-accounts",
		"attributes": values{"goauthentik.io/user/token-expires": expiring},
	})
	token := s.add(tokens, values{
		"identifier": "service-account-" + name + "-password", "intent": "app_password", "user": json.Number(user), "expiring": expiring,
	})
	answer := values{
		"username": name, "user_uid": userID(s, s.get(users, user)), "user_pk": json.Number(user), "token": s.get(tokens, token).fields["key"],
	}
	if sent["create_group"] == true {
		answer["group_pk"] = s.add(groups, values{"name": name, "users": []any{json.Number(user)}})
	}
	return jsonReply(http.StatusOK, answer)
}

// applyBlueprint queues what it is asked for; the stand-in has nothing that would do it later.
func applyBlueprint(s *Server, c *call) *reply {
	answer := s.shape(c.on, c.of, nil)
	s.change(c.of, values{"status": "successful", "last_applied": now(s)})
	return jsonReply(http.StatusOK, answer)
}
