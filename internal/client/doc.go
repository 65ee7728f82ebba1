// Package client speaks authentik's REST API over HTTP.
//
// It owns authentication, TLS, timeouts, retries, paging, response size limits and
// the meaning of a failure. It returns objects as the server sent them, key by key,
// and knows neither Terraform's schema nor any particular kind of object: what a
// response means is decided in packages value and resource.
//
// The facts about the API that the code relies on were measured on real servers of
// releases 2023.10.7 and 2025.12.4, or read in the API documents of the releases
// between 2022.10 and 2026.8.
package client
