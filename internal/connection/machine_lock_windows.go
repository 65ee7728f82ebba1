package connection

import (
	"os"

	"golang.org/x/sys/windows"
)

// lockFile waits for the lock of the file. A file system without locks has none.
func lockFile(file *os.File) {
	_ = windows.LockFileEx(windows.Handle(file.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK, 0, 1, 0, &windows.Overlapped{})
}
