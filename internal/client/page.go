package client

import (
	"encoding/json"
	"strconv"
	"strings"
)

// Page is one page of a list.
type Page struct {
	// Objects are the page's objects in the server's order, without those that the
	// collection does not keep.
	Objects []Object
	// Next is the number of the next page, 0 where there is none.
	Next int
	// Count is how many items all pages have, 0 where the server did not say so. It
	// includes those that the collection does not keep.
	Count int

	counted bool // whether the server said so
}

// rawPage is a page as the server sent it, with items decoded as far as T says.
type rawPage[T any] struct {
	items       []T
	next, total int // the next page, and pages in total; 0 for none and unknown
	count       int // -1 where the server did not say so
}

// decodePage reads the envelope of a list, or a plain array.
func decodePage[T any](body []byte, plain bool) (rawPage[T], error) {
	if plain {
		var items *[]T
		if err := unmarshal(body, &items); err != nil {
			return rawPage[T]{}, err
		}
		if items == nil {
			return rawPage[T]{}, errNotArray
		}
		return rawPage[T]{items: *items, total: 1, count: len(*items)}, nil
	}
	var envelope struct {
		Pagination *struct {
			Next  tolerantInt  `json:"next"`
			Total tolerantInt  `json:"total_pages"`
			Count *tolerantInt `json:"count"`
		} `json:"pagination"`
		Results *[]T `json:"results"`
	}
	if err := unmarshal(body, &envelope); err != nil {
		return rawPage[T]{}, err
	}
	if envelope.Results == nil || envelope.Pagination == nil {
		return rawPage[T]{}, errNotPage
	}
	page := rawPage[T]{items: *envelope.Results, next: max(0, int(envelope.Pagination.Next)), total: max(0, int(envelope.Pagination.Total)), count: -1}
	if count := envelope.Pagination.Count; count != nil {
		page.count = int(*count)
	}
	return page, nil
}

// decodeObjects reads a page of objects.
func decodeObjects(body []byte, plain bool) (Page, error) {
	raw, err := decodePage[Object](body, plain)
	if err != nil {
		return Page{}, err
	}
	for _, object := range raw.items {
		if object == nil {
			return Page{}, errNotPage
		}
	}
	return Page{Objects: raw.items, Next: raw.next, Count: max(0, raw.count), counted: raw.count >= 0}, nil
}

// listedPage is a page of a list as it is read ahead. The bodies stay as they were
// sent, because most of them are never decoded.
type listedPage struct {
	objects map[string]json.RawMessage // by key
	total   int                        // pages of the list
}

// lastPage is the number of the last page of the list, as far as this page says.
func (p rawPage[T]) lastPage(number int) int {
	last := max(number, p.total)
	if p.next > 0 {
		last = max(last, number+1)
	}
	return last
}

// tolerantInt reads an integer that a release may send as a float or as a string. Null
// is 0; what is not a number, or none that can count pages, is -1.
type tolerantInt int

// UnmarshalJSON never fails: a page without usable numbers is a single page.
func (n *tolerantInt) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	*n = -1
	number, err := strconv.ParseFloat(strings.Trim(string(data), `"`), 64)
	if err == nil && number >= 0 && number < 1<<31 {
		*n = tolerantInt(number)
	}
	return nil
}
