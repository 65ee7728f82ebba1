package contract

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// newFacts creates the facts of an object that exists in these releases.
func newFacts(releases []string, in set) *facts {
	return &facts{
		releases: releases, in: in, fields: make(map[Location][]Field), views: make(map[int]View),
	}
}

// factsOf collects the facts of the views of one object.
func factsOf(path string, releases []string, views map[string]View) (*facts, error) {
	known := newFacts(releases, 0)
	byName := make(map[Location]map[string]Field, len(locations))
	for _, location := range locations {
		byName[location] = make(map[string]Field)
	}
	for place, release := range releases {
		view, exists := views[release]
		if !exists {
			continue
		}
		known.in |= 1 << place
		for _, location := range locations {
			for _, definition := range view.at(location) {
				field := byName[location][definition.Name]
				if field.in.has(place) {
					return nil, fmt.Errorf("%s: %s %s is defined twice", release, location, definition.Name)
				}
				byName[location][definition.Name] = field.with(location, definition, place)
			}
		}
	}
	for _, constant := range constants {
		for place, release := range releases {
			value := constant.get(views[release])
			if value != "" && (constant.word != pathWord || value != path) {
				known.note(constant, value, place)
			}
		}
	}
	for location, fields := range byName {
		known.fields[location] = finish(releases, slices.Collect(maps.Values(fields)))
	}
	return known, nil
}

// note records that a constant has the value in the release at this place.
func (f *facts) note(constant constant, value string, place int) {
	for i := range f.constants {
		if f.constants[i].word == constant.word && f.constants[i].value == value {
			f.constants[i].in |= 1 << place
			return
		}
	}
	f.constants = append(f.constants, datedConstant{constant: constant, value: value, in: 1 << place})
}

// with gives the field with a definition that holds in the release at this place.
func (f Field) with(location Location, definition Definition, place int) Field {
	f.Location, f.Name, f.in = location, definition.Name, f.in|1<<place
	for i := range f.Definitions {
		if f.Definitions[i].equal(definition) {
			f.Definitions[i].in |= 1 << place
			return f
		}
	}
	f.Definitions = append(f.Definitions, Dated{Definition: definition, in: 1 << place})
	return f
}

// finish sorts fields by name and their definitions by the first release, and lists their releases.
func finish(releases []string, fields []Field) []Field {
	slices.SortFunc(fields, func(a, b Field) int { return strings.Compare(a.Name, b.Name) })
	for i := range fields {
		definitions := fields[i].Definitions
		slices.SortFunc(definitions, func(a, b Dated) int { return cmp.Compare(a.in.first(), b.in.first()) })
		for j := range definitions {
			definitions[j].Releases = definitions[j].in.of(releases)
		}
		fields[i].releases = fields[i].in.of(releases)
	}
	return fields
}

// earlierPaths lists the paths that the object had under other names.
func (f *facts) earlierPaths() []string {
	var paths []string
	for _, dated := range f.constants {
		if dated.word == pathWord {
			paths = append(paths, dated.value)
		}
	}
	return paths
}
