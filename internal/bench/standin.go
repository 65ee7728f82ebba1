package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strconv"
)

// server is a stand-in that runs as a process of its own.
type server struct {
	URL, Token string

	command *exec.Cmd
	input   io.Closer
}

// start starts a stand-in with so many stages.
func (r *runner) start(ctx context.Context, model string, objects int) (*server, error) {
	//nolint:gosec // the program is this one
	command := exec.CommandContext(ctx, r.self, "-serve", model, "-objects", strconv.Itoa(objects))
	command.Stderr = os.Stderr
	input, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	output, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	started := &server{command: command, input: input}
	if err := json.NewDecoder(output).Decode(started); err != nil {
		return nil, errors.Join(fmt.Errorf("the stand-in does not start: %w", err), started.stop())
	}
	return started, nil
}

func (s *server) stop() error { return errors.Join(s.input.Close(), s.command.Wait()) }

// traffic is what the server saw since the last call.
func (s *server) traffic(ctx context.Context) (traffic, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL+"/traffic", http.NoBody)
	if err != nil {
		return traffic{}, err
	}
	request.Close = true
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return traffic{}, err
	}
	defer func() { _ = response.Body.Close() }()
	var seen traffic
	return seen, json.NewDecoder(response.Body).Decode(&seen)
}
