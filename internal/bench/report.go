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

type row struct {
	run
	result
	floor, own time.Duration // own: what Terraform takes without a provider
}

// server is how long the server worked, with as many requests at once as it can.
func (r row) server() time.Duration {
	return r.Busy / time.Duration(max(1, min(parallelism, cmp.Or(modelNamed(r.model).AtOnce, parallelism))))
}

// report writes the table.
func report(out io.Writer, rows []row) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	write := func(format string, values ...any) { _, _ = fmt.Fprintf(table, format, values...) }
	write("model\tobjects\tread\twall s\tserver s\tfloor s\town s\twall/(floor+own)\tCPU s\tpeak MB\trequests\tpages\tconns\tKB\tlate\t\n")
	for _, row := range rows {
		way := row.kind + " one by one"
		switch {
		case row.other:
			way = row.kind + " by the other"
		case row.readAhead:
			way = row.kind + " ahead"
		}
		write("%s\t%d\t%s\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.0f\t%d\t%d\t%d\t%d\t%d\t\n",
			row.model, row.size, way, row.wall.Seconds(), row.server().Seconds(), row.floor.Seconds(), row.own.Seconds(), row.wall.Seconds()/(row.floor+row.own).Seconds(),
			row.CPU.Seconds(), float64(row.Memory)/1e6, row.Requests, row.Pages, row.Connections, row.Bytes/1000, row.Late)
	}
	return table.Flush()
}
