package client

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/hashicorp/terraform-plugin-log/tflog"
)

// maxPause bounds a single pause between two attempts, whatever the server asks
// for.
const maxPause = 30 * time.Second

// retry runs one attempt after another until one succeeds, fails for good, or
// the retries are used up. Pauses double from one to the next, with a random
// part, so that many clients do not come back at once.
func (c *Client) retry(ctx context.Context, attempt func(context.Context) *Error) error {
	started := time.Now()
	attempts := 0
	pauses := &backoff.ExponentialBackOff{
		InitialInterval:     c.config.FirstRetry,
		RandomizationFactor: 0.5,
		Multiplier:          2,
		MaxInterval:         maxPause,
	}
	var last *Error
	_, err := backoff.Retry(ctx, func() (struct{}, error) {
		attempts++
		last = attempt(ctx)
		switch {
		case last == nil:
			return struct{}{}, nil
		case !passing(last):
			return struct{}{}, backoff.Permanent(last)
		case attempts == 1 && c.config.MaxRetries > 0:
			tflog.Info(ctx, "authentik is not ready or not reachable, trying again for a while", map[string]any{
				"method": last.Method, "path": last.path(), "status": last.Status, "max_retries": c.config.MaxRetries,
			})
		}
		if last.RetryAfter > 0 {
			return struct{}{}, errors.Join(last, &backoff.RetryAfterError{Duration: min(last.RetryAfter, maxPause)})
		}
		return struct{}{}, last
	}, backoff.WithBackOff(pauses), backoff.WithMaxTries(uint(c.config.MaxRetries)+1), backoff.WithMaxElapsedTime(0))
	if err == nil {
		return nil
	}
	if last == nil {
		return err
	}
	last.Attempts, last.Elapsed = attempts, time.Since(started)
	if last.Kind != KindCanceled && ctx.Err() != nil {
		last.Kind = KindCanceled
	}
	return last
}

// passing says whether a request that failed may succeed when it is sent again. A
// create whose answer did not come in time is: whether it was done is known only
// by looking again.
func passing(failure *Error) bool {
	switch failure.Kind {
	case KindUnreachable, KindTruncated:
		return failure.Search == nil
	case KindTimeout:
		return failure.Search == nil && (failure.Lost || !failure.sent)
	case KindStatus:
		switch failure.Status {
		case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
			return failure.Search == nil
		}
	default:
	}
	return false
}

// retryAfter reads the header of that name, which holds seconds or a date.
func retryAfter(header http.Header) time.Duration {
	text := header.Get("Retry-After")
	if seconds, err := strconv.ParseUint(text, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if date, err := http.ParseTime(text); err == nil {
		return max(0, time.Until(date))
	}
	return 0
}
