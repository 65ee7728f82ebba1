package lifecycle

// stages are the stages in which nothing is set up.
func stages() []Life { return nil }
