package object

import (
	"context"
	"math/big"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// units are those of authentik's durations, in microseconds
// (authentik/lib/utils/time.py).
var units = map[string]int64{
	"microseconds": 1,
	"milliseconds": 1_000,
	"seconds":      1_000_000,
	"minutes":      60_000_000,
	"hours":        3_600_000_000,
	"days":         86_400_000_000,
	"weeks":        604_800_000_000,
}

// microseconds is the length of a duration as authentik writes it,
// `hours=1;minutes=30`; a bare number is minutes, as releases have it that know no
// units. It says false where the text is none.
func microseconds(duration string) (*big.Rat, bool) {
	if number, ok := new(big.Rat).SetString(duration); ok && plainNumber(duration) {
		return number.Mul(number, new(big.Rat).SetInt64(units["minutes"])), true
	}
	total := new(big.Rat)
	seen := map[string]bool{}
	for part := range strings.SplitSeq(duration, ";") {
		name, amount, found := strings.Cut(part, "=")
		name = strings.ToLower(name) // authentik skips a unit with a blank before it
		size, known := units[name]
		number, ok := new(big.Rat).SetString(trim(amount))
		if !found || !known || !ok || !plainNumber(trim(amount)) || seen[name] {
			return nil, false
		}
		seen[name] = true
		total.Add(total, number.Mul(number, new(big.Rat).SetInt64(size)))
	}
	return total, true
}

// plainNumber keeps out what Go's numbers know besides: fractions, exponents, 0x10.
func plainNumber(text string) bool {
	const longest = 30
	return text != "" && len(text) <= longest && strings.Trim(text, "+-.0123456789") == ""
}

// wholeMinutes is the duration for a server that wants a number of minutes. It says
// false where the duration is no whole number of them.
func wholeMinutes(duration string) (string, bool) {
	length, ok := microseconds(duration)
	if !ok {
		return "", false
	}
	length.Quo(length, new(big.Rat).SetInt64(units["minutes"]))
	return length.Num().String(), length.IsInt()
}

// minutes writes a server's number of minutes as a duration.
func minutes(number string) string { return "minutes=" + number }

// sameDuration says whether two texts are equally long durations.
func sameDuration(one, other string) bool {
	left, ok := microseconds(one)
	right, also := microseconds(other)
	return ok && also && left.Cmp(right) == 0
}

// durationValidator refuses what is no duration.
type durationValidator struct{}

func (durationValidator) Description(context.Context) string {
	return "must be a duration such as hours=1;minutes=30"
}

func (v durationValidator) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v durationValidator) ValidateString(ctx context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	if _, ok := microseconds(req.ConfigValue.ValueString()); !ok || plainNumber(req.ConfigValue.ValueString()) {
		resp.Diagnostics.AddAttributeError(req.Path, "Invalid duration", "The value "+v.Description(ctx)+
			". The units are microseconds, milliseconds, seconds, minutes, hours, days and weeks, each at most once and without blanks around it, and the amounts are numbers.")
	}
}
