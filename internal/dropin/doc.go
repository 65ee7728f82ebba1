// Package dropin is about moving from goauthentik/authentik to this provider: what of
// that provider is here, what a configuration uses that is not, and the tests, which
// replay the states that it wrote.
package dropin
