// Package dropin holds the tests of moving from goauthentik/authentik to this provider.
package dropin
