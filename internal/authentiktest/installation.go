package authentiktest

import "encoding/json"

// addInstallation adds what no authentik is without, whatever its blueprints: the administrator
// and who the server itself is.
func (s *Server) addInstallation() {
	s.add(users, values{
		"pk": 3, "username": "akadmin", "name": "authentik Default Admin", "email": "root@example.com", "uuid": derivedUUID("akadmin"),
	})
	s.add(groups, values{"pk": defaultKey("authentik Admins"), "name": "authentik Admins", "is_superuser": true, "users": []any{3}})
	s.users[s.token] = user{superuser: true, key: json.Number("3")}
}
