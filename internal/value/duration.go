package value

import (
	"math/big"
	"strings"
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
// units. It says false where the string is no duration.
func microseconds(duration string) (*big.Rat, bool) {
	if number, ok := plainNumber(duration); ok {
		return number.Mul(number, new(big.Rat).SetInt64(units["minutes"])), true
	}
	total := new(big.Rat)
	seen := map[string]bool{}
	for part := range strings.SplitSeq(duration, ";") {
		name, amount, found := strings.Cut(part, "=")
		name = strings.ToLower(name) // authentik ignores a unit after whitespace
		size, known := units[name]
		number, ok := plainNumber(Trim(amount))
		if !found || !known || !ok || seen[name] {
			return nil, false
		}
		seen[name] = true
		total.Add(total, number.Mul(number, new(big.Rat).SetInt64(size)))
	}
	return total, true
}

// plainNumber reads a decimal number, and keeps out what Go's numbers know besides:
// fractions, exponents, 0x10.
func plainNumber(text string) (*big.Rat, bool) {
	const longest = 30
	if len(text) > longest || strings.Trim(text, "+-.0123456789") != "" {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

// isDuration says whether a configuration may have the string as a duration: a number has
// to have a unit.
func isDuration(text string) bool {
	_, ok := microseconds(text)
	_, isNumber := plainNumber(text)
	return ok && !isNumber
}

// WholeMinutes is the duration for a server that wants a number of minutes. It is
// false where the duration is no whole number of minutes.
func WholeMinutes(duration string) (string, bool) {
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
