package client

import (
	"net/http"
	"sync/atomic"
)

// outage says whether a request has used up its retries because nobody was there, and no
// request had an answer since. While it does, no request is sent again: a server that is down
// costs a run the pauses of one request, and not those of every object one after the other.
// The next answer ends it.
type outage struct {
	waited atomic.Bool
}

// learn takes the outcome of an attempt, which is nil after success.
func (o *outage) learn(outcome *Error) {
	if !away(outcome) && (outcome == nil || outcome.Kind != KindCanceled) {
		o.waited.Store(false)
	}
}

// away tells whether an attempt has found nobody: no connection, or a proxy or router that has
// no authentik behind it. A server that breaks off in the middle, or asks for patience, is there.
func away(outcome *Error) bool {
	if outcome == nil {
		return false
	}
	switch outcome.Kind {
	case KindUnreachable, KindTimeout:
		return !outcome.sent
	case KindStatus:
		switch outcome.Status {
		case http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
			return true
		}
	default:
	}
	return false
}
