package server

import "context"

// ContextOf is the context that a request to the framework is served with, and what ends
// it.
func ContextOf(ctx context.Context) (scoped context.Context, end func()) {
	request := &requestContext{ctx: ctx}
	return request, request.end
}
