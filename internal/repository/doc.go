// Package repository tests what is in the repository beside code: that the links of
// its documents lead somewhere, and that its workflows run only what they name.
package repository
