//go:build !linux

package main

import (
	"os"
	"time"
)

// peakMemory is not known on this system.
func peakMemory(*os.ProcessState) int64 { return 0 }

// ownCPU is not known on this system.
func ownCPU() time.Duration { return 0 }
