package client

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"
)

const (
	// versionTimeout limits one request for the server's version.
	versionTimeout = 10 * time.Second

	// versionRetention is how long a failure to get the version is remembered.
	versionRetention = 30 * time.Second
)

// Version is what is known about the server's release.
type Version struct {
	// Release is such as `2025.12.4` or `2026.5.0-rc1`, empty where it is not known.
	Release string
	// TokenRefused is true where the server did not accept the token: any valid
	// token may ask for the version.
	TokenRefused bool
}

// versionCache remembers the outcome of the last request for the version.
type versionCache struct {
	group singleflight.Group

	mu      sync.Mutex
	known   Version
	failure *Error    // nil for none, and for one that is an answer
	retried bool      // whether retries were used up for the failure
	until   time.Time // when the outcome is forgotten; zero for never
	present bool
}

// Version returns the server's release (GET /admin/version/, any authenticated user) for
// messages: it is requested at most once, and a failure is no error but an empty release.
// Failures are remembered for 30 seconds.
func (c *Client) Version(ctx context.Context) Version {
	version, _ := c.sharedVersion(ctx, "version", false, c.requestVersion) // an unknown release is an answer, too
	return version
}

// Release returns the server's release for decisions that depend on it. It is empty
// where authentik does not reveal it to the token (401, 403 or 404), which is remembered
// as a release is. Where it cannot be determined at the moment, after retries as for a
// read, the error is an [Error]: the caller must not guess. It is remembered for 30
// seconds. At most one request is in flight, however many callers wait.
func (c *Client) Release(ctx context.Context) (string, error) {
	version, err := c.sharedVersion(ctx, "release", true, func(ctx context.Context) (version Version, failure *Error) {
		err := c.retry(ctx, func(ctx context.Context) *Error {
			version, failure = c.requestVersion(ctx)
			return failure
		})
		if failed, ok := errors.AsType[*Error](err); ok {
			failure = failed
		}
		return version, failure
	})
	return version.Release, err
}

// sharedVersion returns the remembered outcome, or that of the request, which all
// callers of the same key share.
func (c *Client) sharedVersion(ctx context.Context, key string, retried bool, request func(context.Context) (Version, *Error)) (Version, error) {
	version, err := share(ctx, &c.version.group, key, func(ctx context.Context) (Version, error) {
		if version, failure, ok := c.version.remembered(c.now(), retried); ok {
			return version, asError(failure)
		}
		version, failure := request(ctx)
		if ctx.Err() == nil {
			c.version.remember(version, failure, retried, c.now())
		}
		return version, asError(failure)
	})
	if failure, ok := errors.AsType[*Error](err); ok || err == nil {
		return version, asError(failure)
	}
	return version, canceled(http.MethodGet, c.address(versionPath, nil), err)
}

const versionPath = "/admin/version/"

// requestVersion sends one request, or waits for the one in flight.
func (c *Client) requestVersion(ctx context.Context) (Version, *Error) {
	version, err := share(ctx, &c.version.group, "request", func(ctx context.Context) (Version, error) {
		body, failure := c.attempt(ctx, call{method: http.MethodGet, address: c.address(versionPath, nil), limit: maxErrorSize, timeout: versionTimeout})
		if failure == nil {
			release, err := releaseIn(body.bytes)
			if err != nil {
				return Version{}, body.failure(err)
			}
			return Version{Release: release}, nil
		}
		unauthorized := failure.Status == http.StatusUnauthorized || failure.Status == http.StatusForbidden
		version := Version{TokenRefused: unauthorized}
		if !failure.FromElsewhere() && (unauthorized || failure.Status == http.StatusNotFound) {
			return version, nil
		}
		return version, failure
	})
	failure, ok := errors.AsType[*Error](err)
	switch {
	case ok:
		own := *failure // the callers count attempts in it
		return version, &own
	case err == nil:
		return version, nil
	}
	return version, canceled(http.MethodGet, c.address(versionPath, nil), err)
}

// remembered returns the outcome of an earlier request. Whoever would retry does not
// take a failure for which nobody did.
func (v *versionCache) remembered(now time.Time, retrying bool) (version Version, failure *Error, ok bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if !v.present || !v.until.IsZero() && (!now.Before(v.until) || retrying && !v.retried) {
		return Version{}, nil, false
	}
	return v.known, v.failure, true
}

func (v *versionCache) remember(version Version, failure *Error, retried bool, now time.Time) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if failure != nil && !retried && v.retried && now.Before(v.until) {
		return // a failure after retries says more
	}
	v.known, v.failure, v.retried, v.present = version, failure, retried, true
	v.until = time.Time{}
	if failure != nil {
		v.until = now.Add(versionRetention)
	}
}

// asError avoids an error that holds a nil pointer.
func asError(failure *Error) error {
	if failure == nil {
		return nil
	}
	return failure
}

// releaseIn reads the release from a response, empty where it is not in it.
func releaseIn(body []byte) (string, error) {
	var response struct {
		Current any `json:"version_current"`
	}
	if err := unmarshal(body, &response); err != nil {
		return "", err
	}
	release, _ := response.Current.(string)
	return printable(release, maxRequestID, nil), nil
}
