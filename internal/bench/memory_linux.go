package main

import (
	"os"
	"syscall"
	"time"
)

// peakMemory is the most memory that a process had, in bytes.
func peakMemory(state *os.ProcessState) int64 {
	if used, ok := state.SysUsage().(*syscall.Rusage); ok {
		return used.Maxrss << 10 // kilobytes, see getrusage(2)
	}
	return 0
}

// ownCPU is the CPU time of this process so far, without its children's.
func ownCPU() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
