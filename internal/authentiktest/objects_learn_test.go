package authentiktest_test

import (
	"fmt"
	"strings"
)

// learn notes that a text of the recorded server is this one here.
func (s *scene) learn(at, want, got string) []string {
	if s.taken[got] || s.seeded[want] {
		return []string{fmt.Sprintf("%s is %q, but was %q, which are two objects.", at, got, want)}
	}
	s.taken[got] = true
	s.pairs = append(s.pairs, want, got)
	s.replacer = nil
	return nil
}

// translate puts this server's keys and addresses in the place of the recorded one's.
func (s *scene) translate(text string) string {
	if s.replacer == nil {
		s.replacer = strings.NewReplacer(s.pairs...)
	}
	return recordedBase.ReplaceAllString(s.replacer.Replace(text), s.server.URL())
}
