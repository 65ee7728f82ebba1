package authentiktest

// Paths of outposts and what they are deployed through.
const (
	outposts       = "/outposts/instances/"
	allConnections = "/outposts/service_connections/all/"
	docker         = "/outposts/service_connections/docker/"
	kubernetes     = "/outposts/service_connections/kubernetes/"
	tokenOwners    = "owners of tokens" // objects that the server makes a user and a token for
)

// serviceConnection makes the model of a type of connections to where outposts are deployed.
func serviceConnection(kind, verbose string, more model) *model {
	more.constants = values{
		"component": "ak-service-connection-" + kind + "-form", "verbose_name": verbose + " Service-Connection",
		"verbose_name_plural": verbose + " Service-Connections", "meta_model_name": "authentik_outposts." + kind + "serviceconnection",
	}
	more.unique = []uniqueness{{field: "name", scope: "service connection", message: "Outpost Service-Connection with this name already exists."}}
	more.order, more.search = []string{"name"}, []string{"name"}
	return &more
}

// outpostModels are outposts and service connections.
func outpostModels() map[string]*model {
	return map[string]*model{
		outposts: {
			derived: computed{
				"providers_obj": each("providers"), "service_connection_obj": one("service_connection"), "token_identifier": outpostToken,
				"refresh_interval_s": func(*Server, *row) any { return whole(300) },
			},
			bare: map[string]bareness{
				"providers_obj": {constants: bareProvider},
				"service_connection_obj": {by: "service_connection", constants: values{
					"component": "", "verbose_name": "Outpost Service-Connection", "verbose_name_plural": "Outpost Service-Connections",
					"meta_model_name": "authentik_outposts.outpostserviceconnection",
				}},
			},
			references: map[string]reference{"providers": {to: outpostProviders}, "service_connection": {to: allConnections}},
			unique: []uniqueness{
				{field: "name", scope: outposts, message: "Outpost with this name already exists."},
				{field: "managed", scope: "managed outpost", message: "Outpost with this Managed by authentik already exists."},
			},
			checks:  []check{embeddedName, fittingProviders},
			written: ownTokenOf(account{"Outpost", "ak-outpost-", "-api", "goauthentik.io/outposts"}),
			aliases: map[string]string{"providers_by_pk": "providers"},
			order:   []string{"name"}, search: []string{"name", "providers__name"},
		},
		docker: serviceConnection("docker", "Docker", model{references: toCertificates("tls_verification", "tls_authentication")}),
		kubernetes: serviceConnection("kubernetes", "Kubernetes", model{
			defaults: values{"verify_ssl": true}, loose: map[string]string{"kubeconfig": "2024.2.0"}, checks: []check{usableKubeconfig},
		}),
		allConnections: {unites: []string{docker, kubernetes}, order: []string{"name"}, search: []string{"name"}, class: "OutpostServiceConnection"},
		tokenOwners:    {unites: []string{outposts, scimSources, "/providers/ssf/"}},
	}
}
