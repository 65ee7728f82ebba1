package resource

import (
	"context"
	"net/url"
	"strconv"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
)

// before are the IDs of the objects that the look-up finds before a create: from the
// collection's list, where that was read, else the server is asked.
func (r *Resource) before(ctx context.Context, api *client.Client, collection client.Collection, asked lookup.Terms) ([]string, error) {
	if ids, known := r.onRoster(ctx, api, collection, asked); known {
		return ids, nil
	}
	matches, err := r.matching(ctx, api, collection, asked)
	ids := make([]string, 0, len(matches))
	for _, one := range matches {
		ids = append(ids, r.keyOf(one))
	}
	return ids, err
}

// onRoster are the IDs of the objects that the look-up finds in the collection's list,
// which is requested where that is paid for; false where the server has to be asked.
func (r *Resource) onRoster(ctx context.Context, api *client.Client, collection client.Collection, asked lookup.Terms) ([]string, bool) {
	if len(asked) < len(r.Kind.Lookups[0].All()) {
		return nil, false // more objects match than have the same terms
	}
	roster := r.Connection.Roster(r.Kind.Type)
	if ids, known := roster.Known(api, asked.String()); known {
		return ids, true
	}
	pages, mark := roster.Due(api)
	if pages == 0 {
		return nil, false
	}
	if err := r.fill(ctx, api, collection, asked, pages, mark); err != nil {
		roster.Failed() // whoever asks for one object says why
		return nil, false
	}
	return roster.Known(api, asked.String())
}

// fill lists the collection for its roster. Where it has more pages than are paid for,
// only their number is noted.
func (r *Resource) fill(ctx context.Context, api *client.Client, collection client.Collection, asked lookup.Terms, pages int, mark client.Mark) error {
	roster := r.Connection.Roster(r.Kind.Type)
	var objects []client.Object
	if pages == 1 {
		page, err := api.Page(ctx, collection, url.Values{"page_size": {strconv.Itoa(client.PageSize)}})
		switch {
		case err != nil:
			return err
		case page.Next > 0:
			roster.Arrived(mark, nil, max(pages+1, pagesOf(page.Count)))
			return nil
		}
		objects = page.Objects
	} else {
		for object, err := range api.List(ctx, collection, nil, 0) {
			if err != nil {
				return err
			}
			objects = append(objects, object)
		}
	}
	listed := make(map[string][]string, len(objects))
	for _, fields := range objects {
		one, err := r.recognize(asked, fields)
		if err != nil {
			return err
		}
		terms := lookup.First(r.Kind, one.decoded).String()
		listed[terms] = append(listed[terms], r.keyOf(one))
	}
	roster.Arrived(mark, listed, max(pages, pagesOf(len(objects))))
	return nil
}

func pagesOf(objects int) int { return (objects + client.PageSize - 1) / client.PageSize }
