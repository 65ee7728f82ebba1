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

// maxPause limits a single pause between two attempts, whatever the server asks for.
const maxPause = 30 * time.Second

// retry repeats an attempt until one succeeds, fails permanently, or the retries are
// used up. Pauses double from one to the next, with a random part, so that many
// clients do not come back at once. After an [outage] there are none.
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
		c.outage.learn(last)
		switch {
		case last == nil:
			return struct{}{}, nil
		case !transient(last):
			return struct{}{}, backoff.Permanent(last)
		case away(last) && c.outage.waited.Load():
			last.outage = attempts <= c.config.MaxRetries
			return struct{}{}, backoff.Permanent(last)
		case attempts == 1 && c.config.MaxRetries > 0:
			tflog.Info(ctx, "authentik is not ready or not reachable, retrying for a while", map[string]any{
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
	if attempts > c.config.MaxRetries && away(last) {
		c.outage.waited.Store(true)
	}
	if last.Kind != KindCanceled && ctx.Err() != nil {
		last.Kind = KindCanceled
	}
	return last
}

// transient says whether a request that failed may succeed when it is sent again. A
// timeout is final, except for a write that was looked for: whether it was done is
// known only by looking again.
func transient(failure *Error) bool {
	if failure.final || failure.Search != nil {
		return false
	}
	switch failure.Kind {
	case KindUnreachable, KindTruncated:
		return true
	case KindTimeout:
		return failure.searched || !failure.sent
	case KindStatus:
		switch failure.Status {
		case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
			return true
		case http.StatusInternalServerError:
			// Not from one of authentik's handlers, whose responses have an id: a worker
			// that was being recycled.
			return failure.RequestID == ""
		}
	default:
	}
	return false
}

// retryAfter reads the header of that name, which holds seconds or a date.
func retryAfter(header http.Header) time.Duration {
	value := header.Get("Retry-After")
	if seconds, err := strconv.ParseUint(value, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if date, err := http.ParseTime(value); err == nil {
		return max(0, time.Until(date))
	}
	return 0
}
