package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// measureStarts measures what a process costs that does little: all schemas, and the
// validation and the plan of one object.
func (r *runner) measureStarts(ctx context.Context, runs int) ([]row, error) {
	server, err := r.start(ctx, instant, 1)
	if err != nil {
		return nil, err
	}
	var cases []run
	for _, other := range r.providers() {
		for _, task := range []string{taskSchema, taskValidate, taskPlan} {
			cases = append(cases, run{task: task, kind: resources, size: 1, model: instant, readAhead: !other, other: other})
		}
	}
	rows, err := r.inTurns(ctx, cases, server, runs)
	return rows, errors.Join(err, server.stop())
}

// measure measures one size in every way.
func (r *runner) measure(ctx context.Context, size int, chosen []string, runs int) ([]row, error) {
	var rows []row
	for _, model := range models {
		if !slices.Contains(chosen, model.Name) || size > mostOneByOne && model.Name != chosen[0] {
			continue
		}
		server, err := r.start(ctx, model.Name, size)
		if err != nil {
			return nil, err
		}
		measured, err := r.inTurns(ctx, r.plans(model, size), server, runs)
		if err := errors.Join(err, server.stop()); err != nil {
			return nil, err
		}
		rows = append(rows, measured...)
		if model.Name != instant || size > mostApplied {
			continue
		}
		if measured, err = r.measureApplies(ctx, size, runs); err != nil {
			return nil, err
		}
		rows = append(rows, measured...)
	}
	return rows, nil
}

// measureApplies creates and destroys resources on a server without any.
func (r *runner) measureApplies(ctx context.Context, size, runs int) ([]row, error) {
	server, err := r.start(ctx, instant, 0)
	if err != nil {
		return nil, err
	}
	var cases []run
	for _, other := range r.providers() {
		cases = append(cases, run{task: taskApply, kind: resources, size: size, model: instant, readAhead: !other, other: other})
	}
	rows, err := r.inTurns(ctx, cases, server, runs)
	return rows, errors.Join(err, server.stop())
}

// plans are the plans that are measured, first that without a provider.
func (r *runner) plans(model model, size int) []run {
	cases := []run{{task: taskPlan, kind: nothing, size: size, model: model.Name}}
	for _, kind := range []string{dataSources, resources} {
		cases = append(cases, run{task: taskPlan, kind: kind, size: size, model: model.Name, readAhead: true})
		if size <= mostOneByOne {
			cases = append(cases, run{task: taskPlan, kind: kind, size: size, model: model.Name})
		}
		if r.otherBinary != "" && size <= mostOneByOne {
			cases = append(cases, run{task: taskPlan, kind: kind, size: size, model: model.Name, other: true})
		}
	}
	return cases
}

// providers are ours (false) and, if there is one, the other (true).
func (r *runner) providers() []bool {
	if r.otherBinary == "" {
		return []bool{false}
	}
	return []bool{false, true}
}

// inTurns measures the cases in turns, so that what else the machine does affects all of
// them, and takes the medians.
func (r *runner) inTurns(ctx context.Context, cases []run, server *server, runs int) ([]row, error) {
	cases = slices.DeleteFunc(cases, func(what run) bool { return !strings.Contains(what.name(), r.only) })
	measured := map[run][]result{}
	for range runs {
		for _, what := range cases {
			steps, err := r.carryOut(ctx, what, server)
			if err != nil {
				return nil, fmt.Errorf("%s of %d %s: %w", what.task, what.size, what.kind, err)
			}
			for _, step := range steps {
				measured[step.run] = append(measured[step.run], step.result)
			}
		}
	}
	var own time.Duration
	var rows []row
	for _, what := range cases {
		if what.kind == nothing {
			own = median(measured[what]).wall
		}
		rows = append(rows, row{run: what, result: median(measured[what]), own: own})
		if what.task == taskApply {
			what.task = taskDestroy
			rows = append(rows, row{run: what, result: median(measured[what])})
		}
	}
	return rows, nil
}

// median has the median of each time, of memory and of requests. With an even number of
// results it is the lower one of the two in the middle.
func median(of []result) result {
	middle := slices.SortedFunc(slices.Values(of), func(a, b result) int { return cmp.Compare(a.wall, b.wall) })[(len(of)-1)/2]
	middle.CPU = middleOf(of, func(r result) time.Duration { return r.CPU })
	middle.terraform = middleOf(of, func(r result) time.Duration { return r.terraform })
	middle.Memory = middleOf(of, func(r result) int64 { return r.Memory })
	middle.Requests = middleOf(of, func(r result) int64 { return r.Requests })
	return middle
}

func middleOf[T cmp.Ordered](of []result, number func(result) T) T {
	numbers := make([]T, 0, len(of))
	for _, one := range of {
		numbers = append(numbers, number(one))
	}
	slices.Sort(numbers)
	return numbers[(len(numbers)-1)/2]
}
