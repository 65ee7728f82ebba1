package authentiktest

// listEndpoints are plain arrays that no objects are behind.
func listEndpoints() map[string]endpoint {
	return map[string]endpoint{oauthSources + "source_types/": {methods: readMethods, answers: listOAuthTypes}}
}
