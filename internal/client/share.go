package client

import (
	"context"

	"golang.org/x/sync/singleflight"
)

// shared is the result of work that several callers wait for.
type shared[T any] struct {
	value    T
	canceled bool // by the caller that did the work, which says nothing about the result
}

// share does the work once for all callers that ask for the same key at the same time.
// Each caller can be canceled by its own context. The work has the context of the caller
// that began it; where that one is canceled, another one begins anew.
func share[T any](ctx context.Context, group *singleflight.Group, key string, work func(context.Context) (T, error)) (T, error) {
	for {
		done := group.DoChan(key, func() (any, error) {
			value, err := work(ctx)
			return shared[T]{value: value, canceled: err != nil && ctx.Err() != nil}, err
		})
		select {
		case <-ctx.Done():
			var none T
			return none, ctx.Err()
		case result := <-done:
			outcome, ok := result.Val.(shared[T])
			if !ok || !outcome.canceled || ctx.Err() != nil {
				return outcome.value, result.Err
			}
		}
	}
}
