package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"time"
)

// Environment variables by which the program knows that Terraform started it in
// place of a provider: which one, and where to write what it used.
const (
	providerVariable = "BENCH_PROVIDER"
	usageVariable    = "BENCH_USAGE"
)

// usage is what providers used.
type usage struct {
	Starts int
	CPU    time.Duration
	// Aside is the CPU time of what stands in for them.
	Aside time.Duration
	// Memory is the most that one of them had, in bytes.
	Memory int64
}

// standInForProvider runs the provider and writes what it used. Terraform talks to the
// provider itself, over the pipes that are handed on.
func standInForProvider() error {
	//nolint:gosec,noctx // the benchmark says which program; it ends when Terraform tells it to
	provider := exec.Command(os.Getenv(providerVariable))
	provider.Stdin, provider.Stdout, provider.Stderr = os.Stdin, os.Stdout, os.Stderr
	failure := provider.Run()
	if provider.ProcessState == nil {
		return failure
	}
	used := usage{
		Starts: 1, CPU: provider.ProcessState.UserTime() + provider.ProcessState.SystemTime(), Aside: ownCPU(),
		Memory: peakMemory(provider.ProcessState),
	}
	//nolint:gosec // the benchmark says which file
	file, err := os.OpenFile(os.Getenv(usageVariable), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(failure, json.NewEncoder(file).Encode(used), file.Close())
}

// readUsage sums up what the providers wrote, and removes the file.
func readUsage(path string) (usage, error) {
	file, err := os.Open(path) //nolint:gosec // it is our own
	if errors.Is(err, os.ErrNotExist) {
		return usage{}, nil
	}
	if err != nil {
		return usage{}, err
	}
	defer func() { _ = os.Remove(path) }()
	defer func() { _ = file.Close() }()
	var sum usage
	for decoder := json.NewDecoder(file); ; {
		var one usage
		if err := decoder.Decode(&one); errors.Is(err, io.EOF) {
			return sum, nil
		} else if err != nil {
			return usage{}, err
		}
		sum.Starts += one.Starts
		sum.CPU += one.CPU
		sum.Aside += one.Aside
		sum.Memory = max(sum.Memory, one.Memory)
	}
}
