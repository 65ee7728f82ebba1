package authentiktest

// bareRow is an object that is shown with other constants than its own.
type bareRow struct {
	of        *row
	constants values
}

// bareRows is a list of objects that are shown with other constants than their own.
func bareRows(list []any, constants values) []any {
	bare := make([]any, 0, len(list))
	for _, item := range list {
		if found, ok := item.(*row); ok {
			item = bareRow{found, constants}
		}
		bare = append(bare, item)
	}
	return bare
}
