// Package client speaks authentik's REST API over HTTP.
//
// It owns authentication, TLS, deadlines, retries, paging, the limits on an
// answer's size and the meaning of a failure. It returns objects as the server
// sent them, key by key, and knows neither Terraform's schema nor any
// particular kind of object: what an answer means is decided in package object.
//
// The facts about the API that the code leans on are those measured on real
// servers of releases 2023.10.7 and 2025.12.4 and read in the API documents of
// the releases between 2022.10 and 2026.8.
package client
