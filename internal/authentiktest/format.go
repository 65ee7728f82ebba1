package authentiktest

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// format is a rule for a text: the message when the text does not keep to it, else "".
type format func(s *Server, text string) string

var slugs = regexp.MustCompile(`^[-a-zA-Z0-9_]+$`)

// slug is a word for a URL. In 2025.12 the rule moved, and with it its quotation marks.
func slug(s *Server, text string) string {
	switch {
	case slugs.MatchString(text):
		return ""
	case s.since("2025.12.0"):
		return "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."
	default:
		return `Enter a valid "slug" consisting of letters, numbers, underscores or hyphens.`
	}
}

// plainSlug is a slug whose message kept its quotation marks.
func plainSlug(_ *Server, text string) string {
	if slugs.MatchString(text) {
		return ""
	}
	return `Enter a valid "slug" consisting of letters, numbers, underscores or hyphens.`
}

// duration is a text such as "hours=1;minutes=30". It is kept as it was written.
func duration(_ *Server, text string) string {
	if _, ok := readDuration(text); !ok {
		return text + " is not in the correct format of 'hours=3;minutes=1'."
	}
	return ""
}

var units = map[string]time.Duration{
	"microseconds": time.Microsecond, "milliseconds": time.Millisecond, "seconds": time.Second, "minutes": time.Minute,
	"hours": time.Hour, "days": 24 * time.Hour, "weeks": 7 * 24 * time.Hour,
}

// readDuration reads a duration as authentik does: unknown units are passed over, but one known
// unit must be there.
func readDuration(text string) (time.Duration, bool) {
	length, known := time.Duration(0), false
	for pair := range strings.SplitSeq(text, ";") {
		parts := strings.Split(pair, "=")
		if len(parts) != 2 {
			return 0, false
		}
		unit, ok := units[strings.ToLower(parts[0])]
		if !ok {
			continue
		}
		number, err := strconv.ParseFloat(strip(parts[1]), 64)
		if err != nil || math.IsInf(number, 0) || math.IsNaN(number) {
			return 0, false
		}
		length, known = length+time.Duration(number*float64(unit)), true
	}
	return length, known
}

// withoutBlanks is a word such as a scope.
func withoutBlanks(_ *Server, text string) string {
	if strings.Contains(text, " ") {
		return "Value must not contain spaces."
	}
	return ""
}

// emailTemplates are the templates that come with the server.
var emailTemplates = []string{
	"email/account_confirmation.html", "email/email_otp.html", "email/event_notification.html", "email/invitation.html", "email/password_reset.html",
}

func emailTemplate(_ *Server, text string) string {
	if !slices.Contains(emailTemplates, text) {
		return "Invalid template '" + text + "' specified."
	}
	return ""
}

var emails = regexp.MustCompile(`^[^@\s]+@[^@\s]+\.[^@\s.]+$`)

// formatted gives a text as it is stored, or what is wrong with it by the format that the API's
// documents state.
func formatted(format, text string) (stored, message string) {
	switch format {
	case "email":
		if text != "" && !emails.MatchString(text) && !strings.HasSuffix(text, "@localhost") {
			return "", "Enter a valid email address."
		}
		return text, ""
	case "date-time":
		return moment(text)
	default:
		return text, ""
	}
}

// moment reads a time and gives it as the server does, in UTC.
func moment(text string) (stored, message string) {
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02T15:04", "2006-01-02T15:04Z07:00"} {
		if read, err := time.Parse(layout, strings.Replace(text, " ", "T", 1)); err == nil {
			return read.UTC().Format("2006-01-02T15:04:05.999999Z07:00"), ""
		}
	}
	return "", "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."
}

// decimal writes a number without an exponent.
func decimal(number float64) string { return strconv.FormatFloat(number, 'f', -1, 64) }
