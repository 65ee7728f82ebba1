package outpost

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	managed "github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// attempts is how often a change of the list is written before it is given up.
const attempts = 10

// listing is one change of the list of providers that an outpost has. The server has no
// request for a single provider (unlike for a member of a group), so the whole list is
// read, changed, written and read again, until it is as it should be: somebody on another
// machine may write the list at the same time.
type listing struct {
	api       *client.Client
	outpost   string
	provider  int64
	attached  bool
	operation *diagnostic.Operation
	// reading is the operation on the outpost itself, for a read of it that fails.
	reading *diagnostic.Operation
}

// settle changes the list. It fails where others keep on undoing the change.
func (l *listing) settle(ctx context.Context) diag.Diagnostics {
	for range attempts {
		outpost, err := managed.Fetch(ctx, l.api, client.Collection{Path: Outpost.API.Path}, l.outpost)
		switch {
		case err != nil && !l.attached && l.operation.IsGone(err):
			return nil // the outpost is gone, and the attachment with it
		case err != nil:
			return diag.Diagnostics{l.reading.Failed(err)}
		}
		held, err := providersOf(outpost)
		if err != nil {
			return diag.Diagnostics{l.operation.Failed(err)}
		}
		if held.has(l.provider) == l.attached {
			return nil
		}
		if err := l.write(ctx, held, outpost["type"]); err != nil {
			if l.isLast(err, held) {
				return l.stays()
			}
			return l.operation.Refused(err, nil)
		}
	}
	return diag.Diagnostics{diag.NewErrorDiagnostic("The outpost's providers keep changing", fmt.Sprintf(
		"The list of the outpost's providers was written %d times, and was different afterwards each time. Something else manages it, such as `protocol_providers` of an outpost or an authentik blueprint. Let only one of them do so.", attempts))}
}

// write sends the changed list. The type goes with it, because the server checks only
// then that the providers are of that type.
func (l *listing) write(ctx context.Context, held ids, outpostType json.RawMessage) error {
	body := map[string]any{"providers": held.with(l.provider, l.attached)}
	if outpostType != nil {
		body["type"] = outpostType
	}
	_, err := l.api.Do(ctx, client.Request{Method: http.MethodPatch, Path: l.path(), Body: body})
	return err
}

func (l *listing) path() string { return Outpost.API.Path + url.PathEscape(l.outpost) + "/" }

// isLast says whether the server refused an empty list.
func (l *listing) isLast(err error, held ids) bool {
	failure, ok := errors.AsType[*client.Error](err)
	return ok && failure.Status == http.StatusBadRequest && failure.Fields["providers"] != nil && !l.attached && len(held) == 1
}

// stays is the warning for the last provider.
func (l *listing) stays() diag.Diagnostics {
	return diag.Diagnostics{diag.NewWarningDiagnostic("The provider stays on the outpost",
		"authentik refuses an outpost without providers, except for the embedded one. "+
			"The attachment of the last provider is removed from the state only. Delete the outpost, or attach another provider to it first and detach this one in authentik.")}
}

// ids are the IDs of providers.
type ids []int64

func (i ids) has(id int64) bool { return slices.Contains(i, id) }

// with is a copy with or without the ID.
func (i ids) with(id int64, present bool) ids {
	kept := slices.DeleteFunc(append(ids{}, i...), func(other int64) bool { return other == id })
	if present {
		kept = append(kept, id)
	}
	return kept
}

// providersOf reads the list from an answer.
func providersOf(outpost client.Object) (ids, error) {
	elements, err := plain.Elements(outpost, &kind.Field{Name: "providers", Type: kind.Set, Of: kind.Int})
	held := ids{}
	for _, element := range elements {
		number, _ := value.Number(element).Int64()
		held = append(held, number)
	}
	return held, err
}
