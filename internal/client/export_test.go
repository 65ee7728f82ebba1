package client

import (
	"context"
	"net/http"
)

// SetTransport replaces the way to the server.
func SetTransport(c *Client, transport http.RoundTripper) { c.http.Transport = transport }

// AskFor asks for a page as reading ahead does.
func AskFor(ctx context.Context, c *Client, collection Collection, number int) error {
	if _, failure := c.askFor(ctx, collection, number); failure != nil {
		return failure
	}
	return nil
}
