package authentiktest

import (
	"maps"
	"net/http"
	"slices"
	"strings"
)

// usedBy lists the objects that refer to one, and what would become of them with it.
func usedBy(s *Server, c *call) *reply {
	using := make([]any, 0)
	for _, candidate := range slices.SortedFunc(maps.Keys(s.referrers[c.of.pk()]), byNumber) {
		for field, reference := range s.model(candidate.path).references {
			if s.get(reference.to, c.of.pk()) != c.of || !slices.Contains(ids(candidate.fields[field]), c.of.pk()) {
				continue
			}
			action := "set_null"
			_, many := candidate.fields[field].([]any)
			switch {
			case reference.cascades:
				action = "cascade"
			case many:
				action = "cascade_many"
			}
			app, model := s.classOf(candidate)
			using = append(using, values{
				"app": app, "model_name": model, "pk": candidate.pk(), "name": keyText(candidate.fields["name"]), "action": action,
			})
		}
	}
	return jsonReply(http.StatusOK, using)
}

// classOf names an object's app and class.
func (s *Server) classOf(of *row) (app, model string) {
	meta, _ := s.value(of, "meta_model_name")
	app, model, _ = strings.Cut(keyText(meta), ".")
	if app == "" {
		app, model = classes[of.path].app, classes[of.path].model
	}
	return app, model
}
