package authentiktest_test

import (
	"fmt"
	"maps"
	"strings"
)

// list adds the objects that the recorded page shows, and as many others as its count says, placed
// so that they are on the other pages.
func (w world) list(recorded recording, answer map[string]any) {
	pagination, _ := answer["pagination"].(map[string]any)
	known := states[w.release]
	w.Add(flowPath, map[string]any{"pk": known.flow, "slug": "zz"})
	w.Add(mappingPath, map[string]any{"pk": known.mapping, "name": "zz"})
	path, shown := w.collection, shownObjects(answer)
	if path == allPath {
		path = smsPath
	}
	for _, object := range shown {
		for _, stage := range known.stages {
			if stage["pk"] == object["pk"] { // the recording may be cut down to pk and name
				whole := maps.Clone(stage)
				maps.Copy(whole, object)
				object = whole
			}
		}
		w.neighbours(object)
		at := path
		if object["component"] == "ak-stage-identification-form" {
			at = "/stages/identification/"
		}
		w.add(at, object)
		w.bind(object["pk"], items(object["flow_set"]), "")
	}
	w.fill(recorded, path, shown, integer(pagination["start_index"]), integer(pagination["count"]))
	if isFiltered(recorded.Request.Path) {
		w.Add(path, map[string]any{
			"name": "decoy", "provider": "twilio", "auth": "decoy", "friendly_name": "decoy", "slug": "decoy",
			"target": someID, "stage": someID, "order": 7,
		})
	}
}

// fill adds objects until there are as many as the count says, before those shown and after them.
func (w world) fill(recorded recording, path string, shown []map[string]any, start, count int) {
	template := map[string]any{"provider": "twilio"}
	if len(shown) > 0 {
		template = shown[0]
	}
	before, after := "\x01", "\U0010FFFF"
	if strings.Contains(recorded.Request.Path, "ordering=-") {
		before, after = after, before
	}
	for i := 1; i <= count-len(shown); i++ {
		prefix := after
		if i < start {
			prefix = before
		}
		filler := maps.Clone(template)
		delete(filler, "pk")
		if path == bindingPath {
			filler["order"] = 1000 + i
		} else {
			filler["name"] = fmt.Sprintf("%s%04d", prefix, i)
			filler["field_key"], filler["slug"] = filler["name"], filler["name"]
		}
		w.add(path, filler)
	}
}

// shownObjects are the objects of a recorded page, which may be cut down to names.
func shownObjects(answer map[string]any) []map[string]any {
	results, _ := answer["results"].([]any)
	var shown []map[string]any
	for _, result := range results {
		switch result := result.(type) {
		case map[string]any:
			shown = append(shown, result)
		case string:
			if !isMark(result) {
				shown = append(shown, map[string]any{"name": result})
			}
		}
	}
	return shown
}
