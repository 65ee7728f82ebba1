package client

import "context"

// RequestPage requests a page as reading ahead does.
func RequestPage(ctx context.Context, c *Client, collection Collection, number int) error {
	if _, failure := c.requestPage(ctx, collection, number); failure != nil {
		return failure
	}
	return nil
}
