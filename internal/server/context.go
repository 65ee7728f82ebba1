package server

import (
	"context"
	"sync"
	"time"
)

// during serves a request of the framework with a context that ends with the request. The
// framework keeps the context of every request until Terraform stops the provider
// (proto6server.registerContext), and with it the request's loggers and gRPC stream: 75 KB
// for each resource of a plan.
func during[Request, Response any](ctx context.Context, req Request, serve func(context.Context, Request) (Response, error)) (Response, error) {
	scoped := &requestContext{ctx: ctx}
	defer scoped.end()
	return serve(scoped, req) //nolint:contextcheck // the context is made of ctx
}

// requestContext is the context of one request as long as that lasts, and a canceled one
// afterwards.
type requestContext struct {
	mu  sync.RWMutex
	ctx context.Context //nolint:containedctx // it is one
}

func (c *requestContext) current() context.Context {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.ctx
}

func (c *requestContext) end() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ctx = canceled
}

// Deadline, Done, Err and Value are those of the current context.
func (c *requestContext) Deadline() (deadline time.Time, ok bool) { return c.current().Deadline() }
func (c *requestContext) Done() <-chan struct{}                   { return c.current().Done() }
func (c *requestContext) Err() error                              { return c.current().Err() }
func (c *requestContext) Value(key any) any                       { return c.current().Value(key) }

var canceled = func() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	return ctx
}()
