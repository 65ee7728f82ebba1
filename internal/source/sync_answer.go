package source

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/types"
)

// syncAnswer is the state of a synchronization, in the form of any release: since 2025.8
// the sum of it, from 2024.2 on the tasks that it consisted of, and before one task or a
// list of them.
type syncAnswer struct {
	isRunning         types.Bool
	last, lastSuccess types.String
}

// task is a part of a synchronization. Up to 2023.10 the time has another name, and the
// status is in capitals.
type task struct {
	Status   string `json:"status"`
	Finished string `json:"finish_timestamp"`
	Ended    string `json:"task_finish_timestamp"`
}

// results are the statuses of a task, the worst last.
var results = []string{"unknown", "successful", "warning", "error"}

// UnmarshalJSON reads any of the forms.
func (s *syncAnswer) UnmarshalJSON(raw []byte) error {
	var tasks []task
	if strings.HasPrefix(strings.TrimSpace(string(raw)), "[") {
		if err := json.Unmarshal(raw, &tasks); err != nil {
			return err
		}
		s.sum(tasks)
		return nil
	}
	var answer struct {
		task
		IsRunning   *bool   `json:"is_running"`
		Last        *string `json:"last_sync_status"`
		LastSuccess *string `json:"last_successful_sync"`
		Tasks       []task  `json:"tasks"`
	}
	if err := json.Unmarshal(raw, &answer); err != nil {
		return err
	}
	if answer.Status != "" {
		answer.Tasks = append(answer.Tasks, answer.task)
	}
	s.sum(answer.Tasks)
	s.isRunning = types.BoolPointerValue(answer.IsRunning)
	if answer.Last != nil || answer.LastSuccess != nil {
		s.last, s.lastSuccess = types.StringPointerValue(answer.Last), types.StringPointerValue(answer.LastSuccess)
	}
	return nil
}

// sum is the worst status and the last success of tasks.
func (s *syncAnswer) sum(tasks []task) {
	worst := -1
	var success string
	for _, one := range tasks {
		status := strings.ToLower(one.Status)
		worst = max(worst, slices.Index(results, status))
		if status == "successful" {
			success = max(success, one.Finished, one.Ended)
		}
	}
	if worst >= 0 {
		s.last = types.StringValue(results[worst])
	}
	if success != "" {
		s.lastSuccess = types.StringValue(success)
	}
}
