package main

import (
	"cmp"
	"fmt"
	"io"
	"text/tabwriter"
	"time"
)

// parallelism is how many objects Terraform reads at once unless it is told otherwise.
const parallelism = 10

// oneByOne is the least time in which the model answers a retrieve for each object.
func (m model) oneByOne(size int) time.Duration {
	return m.inRounds(size, m.Retrieve)
}

// inRounds is how long requests take, as many at once as the model and Terraform
// allow.
func (m model) inRounds(requests int, each time.Duration) time.Duration {
	atOnce := parallelism
	if m.AtOnce > 0 {
		atOnce = min(atOnce, m.AtOnce)
	}
	return each * time.Duration((requests+atOnce-1)/atOnce)
}

// floor is the least time in which the model answers for so many objects that are the
// whole collection: one by one or by their list, whose first page is asked for alone,
// because nobody knows how many there are.
func (m model) floor(size int) time.Duration {
	pages := (size + pageSize - 1) / pageSize
	page := m.page(min(size, pageSize))
	listed := page + m.inRounds(pages-1, page)
	return min(m.oneByOne(size), listed)
}

// floor is the least time in which the server answers what a run asks, 0 where there is no
// such bound.
func (r run) floor() time.Duration {
	switch {
	case r.task != taskPlan || r.kind == nothing:
		return 0
	case r.readAhead:
		return modelNamed(r.model).floor(r.size)
	}
	return modelNamed(r.model).oneByOne(r.size)
}

type row struct {
	run
	result
	own time.Duration // what Terraform takes without a provider
}

// server is how long the server worked, with as many requests at once as it can.
func (r row) server() time.Duration {
	return r.Busy / time.Duration(max(1, min(parallelism, cmp.Or(modelNamed(r.model).AtOnce, parallelism))))
}

// report writes the table.
func report(out io.Writer, rows []row) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	write := func(format string, values ...any) { _, _ = fmt.Fprintf(table, format, values...) }
	write("model\tobjects\tmeasured\twall s\tserver s\tfloor s\town s\tprovider CPU s\tTerraform CPU s\tratio\tpeak MB\trequests\tpages\tconns\tKB\tlate\t\n")
	for _, row := range rows {
		write("%s\t%d\t%s\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.0f\t%d\t%d\t%d\t%d\t%d\t\n",
			row.model, row.size, row.name(), row.wall.Seconds(), row.server().Seconds(), row.floor().Seconds(), row.own.Seconds(),
			row.CPU.Seconds(), row.terraform.Seconds(), row.CPU.Seconds()/max(row.terraform.Seconds(), 0.01), float64(row.Memory)/1e6,
			row.Requests, row.Pages, row.Connections, row.Bytes/1000, row.Late)
	}
	return table.Flush()
}

// name says what was measured.
func (r run) name() string {
	switch {
	case r.kind == nothing:
		return r.task + " without a provider"
	case r.other:
		return r.task + " " + r.kind + " by the other"
	case r.task == taskSchema || r.task == taskValidate:
		return r.task
	case r.readAhead:
		return r.task + " " + r.kind + " ahead"
	}
	return r.task + " " + r.kind + " one by one"
}
