package connection

// claims are who plans to manage a set of an object.
type claims struct{ whole, part bool }

// Claim notes that a plan manages the set of an object, as the whole or one element of
// it, and says whether another resource manages it the other way: what manages the whole
// removes elements that it does not know. The set is named by the collection's path, the
// object's key and the field.
func (c *Connection) Claim(path, key, field string, whole bool) (conflict bool) {
	c.claiming.Lock()
	defer c.claiming.Unlock()
	if c.claimed == nil {
		c.claimed = map[string]claims{}
	}
	set := path + key + " " + field
	held := c.claimed[set]
	conflict = whole && held.part || !whole && held.whole
	held.whole, held.part = held.whole || whole, held.part || !whole
	c.claimed[set] = held
	return conflict
}
