package provider

import "context"

// LeaseOf is the context that requests are served with, and what ends it.
func LeaseOf(ctx context.Context) (leased context.Context, end func()) {
	lease := &lease{ctx: ctx}
	return lease, lease.end
}
