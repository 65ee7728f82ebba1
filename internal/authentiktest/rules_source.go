package authentiktest

import (
	"net/http"
	"strings"
)

const builtInSource = "goauthentik.io/sources/inbuilt"

// protectBuiltIn: the source for users of the server itself stays.
func protectBuiltIn(_ *Server, of *row) *reply {
	if keyText(of.fields["managed"]) == builtInSource {
		return jsonReply(http.StatusBadRequest, []any{"Managed sources cannot be deleted"})
	}
	return nil
}

// verifiesSomething looks only at what the body holds, a PATCH's too.
var verifiesSomething = check{since: "2025.10.0", fails: func(_ *Server, w *write) string {
	if w.values["verification_kp"] != nil && w.values["signed_assertion"] != true && w.values["signed_response"] != true {
		return "With a Verification Certificate selected, at least one of 'Verify Assertion Signature' or 'Verify Response Signature' must be selected."
	}
	return ""
}}

// syncMappings: what is synchronised needs mappings in the same body.
func syncMappings(flag, mappings string) check {
	return check{since: "2024.8.0", at: mappings, fails: func(_ *Server, w *write) string {
		if w.values[flag] == true && len(ids(w.values[mappings])) == 0 {
			what := strings.TrimPrefix(flag, "sync_")
			return "When 'Sync " + what + "' is enabled, '" + what + " property mappings' cannot be empty."
		}
		return ""
	}}
}

// onePasswordSync: only one LDAP source may write passwords back.
var onePasswordSync = []check{
	{at: "sync_users_password", before: "2024.2.0", fails: func(s *Server, w *write) string {
		if !w.has("sync_users_password") || w.values["sync_users_password"] == true { // left out, it counts as true
			return otherPasswordSync(s, w)
		}
		return ""
	}},
	{field: "sync_users_password", nested: true, since: "2024.2.0", before: "2026.2.0", fails: otherPasswordSync},
	{field: "sync_users_password", since: "2026.2.0", fails: otherPasswordSync},
}

func otherPasswordSync(s *Server, w *write) string {
	if w.has("sync_users_password") && w.values["sync_users_password"] != true {
		return ""
	}
	for _, other := range s.all(w.row.path) {
		if other != w.row && other.fields["sync_users_password"] == true {
			return "Only a single LDAP Source with password synchronization is allowed"
		}
	}
	return ""
}

// writableSource: as long as no body could name the source, the server failed at every create.
var writableSource = check{before: "2024.12.0", fails: func(_ *Server, w *write) string {
	if w.creates() && !w.has("source") {
		return crash
	}
	return ""
}}

// fixedKey: a server fails at an attempt to change the key.
var fixedKey = check{fails: func(_ *Server, w *write) string {
	if !w.creates() && w.has("id") && w.text("id") != keyText(w.row.fields["pk"]) {
		return crash
	}
	return ""
}}

func oauthIcon(s *Server, of *row) any {
	return iconURL("icon", "/static/authentik/sources/"+keyText(of.fields["provider_type"])+".svg")(s, of)
}

func shownOAuthIcon(s *Server, of *row) any {
	return shownIcon("icon", "/static/authentik/sources/"+keyText(of.fields["provider_type"])+".svg", absent{always: true})(s, of)
}

func callbackURL(s *Server, of *row) any {
	return s.URL() + "/source/oauth/callback/" + keyText(of.fields["slug"]) + "/"
}

func scimRoot(s *Server, of *row) any {
	return s.URL() + "/source/scim/" + keyText(of.fields["slug"]) + "/v2"
}
