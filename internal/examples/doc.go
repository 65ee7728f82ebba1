// Package examples reads the files of the folder examples/, which users copy and the
// documentation shows. The program in ./draw writes those of them that say the same
// for every kind of object; the tests of this package run every file.
package examples
