package server_test

import (
	"context"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/server"
)

// A request's context is of no use after it, so that nothing keeps it in memory.
func TestContextEndsWithTheRequest(t *testing.T) {
	t.Parallel()
	type key struct{}
	ctx, cancel := context.WithCancel(context.WithValue(t.Context(), key{}, "large"))
	defer cancel()
	scoped, end := server.ContextOf(ctx)
	if scoped.Value(key{}) != "large" || scoped.Err() != nil {
		t.Error("during the request it is another one")
	}
	derived, stop := context.WithCancel(scoped)
	defer stop()
	cancel()
	<-derived.Done()
	end()
	if scoped.Value(key{}) != nil || scoped.Err() == nil {
		t.Error("after the request it is still there")
	}
}
