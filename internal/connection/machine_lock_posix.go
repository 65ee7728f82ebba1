//go:build darwin || freebsd || linux

package connection

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// lockFile waits for the lock of the file. A file system without locks has none.
func lockFile(file *os.File) {
	for errors.Is(unix.Flock(int(file.Fd()), unix.LOCK_EX), unix.EINTR) {
	}
}
