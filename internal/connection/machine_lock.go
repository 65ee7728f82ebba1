package connection

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
)

// LockMachine is [Connection.Lock] for what the server can only replace as a whole, such as
// the providers of an outpost: the object is read, changed and written. Others of this
// user on this machine wait too, since several states may have parts of one set.
func (c *Connection) LockMachine(ctx context.Context, object string) (unlock func(), err error) {
	here, err := c.Lock(ctx, object)
	if err != nil || c.Client == nil {
		return here, err
	}
	elsewhere, err := lockMachine(ctx, c.Client.URL()+object)
	if err != nil {
		here()
		return nil, err
	}
	return func() {
		elsewhere()
		here()
	}, nil
}

// lockMachine waits until no other process of this user on this machine holds the lock of
// that name, and returns the function that releases it. Applies from several states
// often run side by side, each with a provider of its own. Where no file can be locked,
// such as without a home directory, there is no lock: what was written is checked
// anyway. It fails where the context ends first.
func lockMachine(ctx context.Context, name string) (release func(), err error) {
	nothing := func() {}
	cache, err := os.UserCacheDir()
	folder := filepath.Join(cache, "terraform-provider-authentik", "locks")
	if err != nil || os.MkdirAll(folder, 0o700) != nil {
		return nothing, nil
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nothing, nil
	}
	defer root.Close() //nolint:errcheck // nothing was written
	sum := sha256.Sum256([]byte(name))
	file, err := root.OpenFile(hex.EncodeToString(sum[:])+".lock", os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nothing, nil
	}
	// The lock goes with the file: closing it releases the lock.
	locked := make(chan struct{})
	go func() {
		lockFile(file)
		close(locked)
	}()
	select {
	case <-locked:
		return func() { _ = file.Close() }, nil
	case <-ctx.Done():
		go func() {
			<-locked
			_ = file.Close()
		}()
		return nil, ctx.Err()
	}
}
