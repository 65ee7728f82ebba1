package client

import "time"

// Mark is a moment in the course of a client.
type Mark struct {
	at      time.Time
	changes int
}

// Mark is the present moment.
func (c *Client) Mark() Mark {
	c.reads.mu.Lock()
	defer c.reads.mu.Unlock()
	return Mark{c.now(), c.reads.changes}
}

// Holds says whether a list that was requested at the mark still shows what the server
// has, but for what this client created and for what others did: nothing was changed or
// deleted since, and it is at most [ListedLifetime] ago. Without [Config.ReadAhead] no
// list is used for anything but what it was requested for.
func (c *Client) Holds(mark Mark) bool {
	c.reads.mu.Lock()
	defer c.reads.mu.Unlock()
	return c.config.ReadAhead && mark.changes == c.reads.changes && c.now().Before(mark.at.Add(ListedLifetime))
}
