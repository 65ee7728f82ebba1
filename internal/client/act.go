package client

import "context"

// Act is replaced when the client's branch is merged.
func (c *Client) Act(context.Context, Collection, string, string, Write) error { return nil }
