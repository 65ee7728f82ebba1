package client

import (
	"context"
	"encoding/json"
	"net/http"
	"sync"
	"time"
)

// versionTimeout bounds the request for the server's version: it only adds to a
// message, and nobody should wait for that.
const versionTimeout = 10 * time.Second

// Version is what is known of the server's release.
type Version struct {
	// Release is such as `2025.12.4` or `2026.5.0-rc1`, empty where the server
	// did not tell.
	Release string
	// TokenRefused is true where the server did not accept the token: any valid
	// token may ask for the version.
	TokenRefused bool
}

// versionOnce asks a server for its version at most once.
type versionOnce struct {
	mu      sync.Mutex
	asked   bool
	passing bool // the answer was a failure that passes
	known   Version
}

// Version returns the server's release, which it is asked for at the first call
// (GET /admin/version/, any authenticated user). It is meant for messages: it is
// never repeated, and a failure is no error but an empty release.
func (c *Client) Version(ctx context.Context) Version {
	c.version.mu.Lock()
	defer c.version.mu.Unlock()
	if c.version.asked {
		return c.version.known
	}
	_ = c.askVersion(ctx) // nothing known is an answer, too
	return c.version.known
}

// Release returns the server's release for what depends on it, empty where the server
// does not tell. Unlike [Client.Version] it is repeated as a read is while the server
// is not ready.
func (c *Client) Release(ctx context.Context) string {
	c.version.mu.Lock()
	defer c.version.mu.Unlock()
	if c.version.asked && !c.version.passing {
		return c.version.known.Release
	}
	// What is left of the error is that the release is not known.
	_ = c.retry(ctx, c.askVersion)
	return c.version.known.Release
}

// askVersion asks once and remembers the answer. The caller holds the lock.
func (c *Client) askVersion(ctx context.Context) *Error {
	ctx, cancel := context.WithTimeout(ctx, versionTimeout)
	defer cancel()
	body, failure := c.attempt(ctx, call{method: http.MethodGet, address: c.address("/admin/version/", nil), limit: maxErrorSize})
	switch {
	case failure == nil:
		c.version.known.Release = currentRelease(body.bytes)
	case failure.Kind == KindCanceled:
		return failure // not the server's doing; the next one may ask again
	default:
		c.version.known.TokenRefused = failure.Status == http.StatusForbidden
	}
	c.version.asked, c.version.passing = true, failure != nil && passing(failure)
	return failure
}

// currentRelease reads the release from an answer, empty where it is not in it.
func currentRelease(body []byte) string {
	var answer struct {
		Current any `json:"version_current"`
	}
	if json.Unmarshal(body, &answer) != nil {
		return ""
	}
	release, _ := answer.Current.(string)
	return cleanText(release, maxRequestID)
}
