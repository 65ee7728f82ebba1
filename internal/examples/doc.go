// Package examples holds the tests of what is in the folder examples/: users copy
// it, so every file of it is run. It has no code of its own.
package examples
