//go:build !darwin && !freebsd && !linux && !windows

package connection

import "os"

// lockFile does nothing where the system has no locks of files.
func lockFile(*os.File) {}
