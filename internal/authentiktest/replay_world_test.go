package authentiktest_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// world is the server while it is brought into a state.
type world struct {
	*authentiktest.Server
	release    string
	collection string // that the recorded request is about
}

// computed are fields that the stand-in has to find by itself, so that a recording proves it.
var computed = []string{
	"component", "verbose_name", "verbose_name_plural", "meta_model_name", "flow_set", "stages", "stage_obj", "connector_obj",
	"export_url", "background_url", "background_themed_urls", "promptstage_set",
}

// add adds an object without what the server computes. What it refers to comes first.
func (w world) add(path string, object map[string]any) {
	stored := maps.Clone(object)
	if address, ok := object["background_url"].(string); ok && stored["background"] == nil {
		// The name of the file that the address leads to.
		if file, uploaded := strings.CutPrefix(address, "/files/media/public/"); uploaded {
			stored["background"], _, _ = strings.Cut(file, "?")
		}
	}
	for _, name := range computed {
		delete(stored, name)
	}
	w.Add(path, stored)
}

// everything adds all that the recorded server held, except the object with the id.
func (w world) everything(id string) {
	w.stages(nil)
	known := states[w.release]
	if w.collection == flowPath {
		for _, flow := range known.flows {
			w.Add(flowPath, flow)
		}
	}
	if w.collection == bindingPath {
		for _, binding := range known.bound {
			if binding["pk"] != id {
				w.Add(bindingPath, binding)
			}
		}
		w.Add(dummyPath, map[string]any{"pk": "dd271c41-a5e5-4c22-8725-5abacb85d5d1"})
	}
	w.Add(promptPath, map[string]any{"pk": "3de319b0-3d4e-4c9a-a077-f55e5031d12c"})
	w.Add(promptPath, map[string]any{"pk": "d66f2d59-f9d2-4505-8103-aa8bb1669413"})
}

// stages adds the stages of the recorded server with the flows and the mapping that they refer to,
// except the stage with the name.
func (w world) stages(except any) {
	w.Add("/stages/user_login/", map[string]any{"name": "default-authentication-login"})
	known := states[w.release]
	if w.collection != flowPath {
		for _, flow := range known.flows {
			w.Add(flowPath, flow)
		}
	}
	if known.mappingName != except {
		w.Add(mappingPath, map[string]any{"pk": known.mapping, "name": known.mappingName})
	}
	for _, stage := range known.stages {
		if stage["name"] != except {
			w.Add(smsPath, stage)
		}
	}
}

// neighbours adds what an object refers to, and the bindings that its answer tells of.
func (w world) neighbours(object map[string]any) {
	for field, path := range map[string]string{
		"configure_flow": flowPath, "target": flowPath, "flow": flowPath, "target_flow": flowPath, "mapping": mappingPath,
	} {
		if id, ok := object[field].(string); ok {
			w.ensure(path, map[string]any{"pk": id})
		}
	}
	for _, id := range items(object["fields"]) {
		w.ensure(promptPath, map[string]any{"pk": id})
	}
	for _, stage := range items(object["promptstage_set"]) {
		if stage != trimmedMark {
			w.Add("/stages/prompt/stages/", map[string]any{"name": stage, "fields": []any{object["pk"]}})
		}
	}
	for i, stage := range items(object["stages"]) {
		w.Add(bindingPath, map[string]any{"target": object["pk"], "stage": stage, "order": 1000 + i})
	}
	if connector, ok := object["connector_obj"].(map[string]any); ok {
		w.add("/endpoints/agents/connectors/", connector)
	}
	if stage, ok := object["stage_obj"].(map[string]any); ok {
		w.ensure(smsPath, map[string]any{"pk": stage["pk"], "name": stage["name"]})
		w.bind(stage["pk"], items(stage["flow_set"]), fmt.Sprint(object["target"]))
	} else if id, ok := object["stage"].(string); ok {
		w.ensure(smsPath, map[string]any{"pk": id})
	}
}

// bind binds a stage to the flows of a flow_set, but once less to the flow of the binding that the
// recording is about, which is made otherwise; "" for none.
func (w world) bind(stage any, flows []any, less string) {
	for i, flow := range flows {
		var target string
		switch flow := flow.(type) {
		case map[string]any:
			w.ensure(flowPath, flow)
			target = fmt.Sprint(flow["pk"])
		case string:
			if isMark(flow) {
				continue
			}
			target = w.flowWith(flow)
		}
		if target == less {
			less = ""
			continue
		}
		w.Add(bindingPath, map[string]any{"target": target, "stage": stage, "order": 1000 + i})
	}
}

// flowWith gives the key of the flow with the slug, which is made if there is none. It becomes the
// last one written, because the order of a flow_set is that of the flows.
func (w world) flowWith(slug string) string {
	for _, flow := range w.Objects(flowPath) {
		if pk := fmt.Sprint(flow["pk"]); flow["slug"] == slug && w.Change(flowPath, pk, nil) == nil {
			return pk
		}
	}
	return w.Add(flowPath, map[string]any{"slug": slug})
}

// ensure adds an object, or makes the one that is there look like it.
func (w world) ensure(path string, object map[string]any) {
	found := slices.ContainsFunc(w.Objects(path), func(one map[string]any) bool { return one["pk"] == object["pk"] })
	if !found || len(object) > 1 {
		w.add(path, object)
	}
}

// object adds the object that the request is about, as it was before the request: what the answer
// shows, with other values where the request changed them.
func (w world) object(recorded recording, id string, answer map[string]any) {
	w.stages(answer["name"])
	object := map[string]any{"name": "as recorded", "provider": "twilio", "from_number": "1", "account_sid": "1", "auth": "1"}
	known := states[w.release]
	for _, one := range slices.Concat(known.stages, known.bound, known.flows) {
		if one["pk"] == id {
			maps.Copy(object, one)
		}
	}
	if recorded.Response.Status == http.StatusOK {
		maps.Copy(object, answer)
		w.neighbours(answer)
		var sent map[string]any
		_ = json.Unmarshal(recorded.Request.Body, &sent) // what is no object changes nothing
		for field, value := range sent {
			if _, isText := value.(string); isText && !strings.HasSuffix(field, "_set") && field != "stage" && field != "target" {
				object[field] = "before"
			}
		}
	}
	path := w.collection
	switch path {
	case flowPath:
		object["slug"] = id
	case allPath:
		path, object["pk"] = smsPath, id
	default:
		object["pk"] = id
	}
	if path == bindingPath {
		for _, binding := range known.bound { // that it may be in conflict with
			if binding["pk"] != id && recorded.Response.Status == http.StatusBadRequest {
				w.Add(bindingPath, binding)
			}
		}
	}
	flows := items(object["flow_set"])
	w.add(path, object)
	w.bind(object["pk"], flows, "")
}

func items(value any) []any {
	list, _ := value.([]any)
	return list
}
