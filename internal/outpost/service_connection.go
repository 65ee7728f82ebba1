package outpost

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// base are the fields of service connections of all types (ServiceConnectionSerializer).
func base() []kind.Field {
	return []kind.Field{
		{Name: "pk", Description: "UUID of the service connection as the API names it; the same as `id`."},
		{Name: "name", Description: "Name of the service connection, unique."},
		{Name: "local", Default: false, Description: "Whether it is the Docker socket or Kubernetes cluster that authentik itself runs on. The server creates such a connection where it finds one."},
		{Name: "component", Description: "Web component with which authentik's admin interface edits the service connection."},
		{Name: "verbose_name", Description: "Name of the service connection's type in the server's language."},
		{Name: "verbose_name_plural", Description: "Plural of `verbose_name`."},
		{Name: "meta_model_name", Description: "Type of the service connection, `app.model`."},
	}
}

// Docker is a connection to a Docker engine
// (/api/v3/outposts/service_connections/docker/).
var Docker = kind.Kind{
	Type: "service_connection_docker", Plural: "service_connections_docker", Title: "Docker service connection", Family: Family,
	Summary: "A Docker service connection is a Docker engine on which authentik deploys outposts.",
	Model:   "authentik_outposts.dockerserviceconnection",
	API:     kind.Endpoint{Path: "/outposts/service_connections/docker/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "local", "url"},
	Fields: slices.Concat(base(), []kind.Field{
		{Name: "url", Optional: true, Default: "http+unix:///var/run/docker.sock", Description: "URL of the engine: `http+unix://` and the path of a socket, `http://`, `https://` or `ssh://`."},
		{Name: "tls_verification", Refers: reference.Certificate, Description: "UUID of the certificate-key pair of the authority that must have issued the engine's certificate."},
		{Name: "tls_authentication", Refers: reference.Certificate, Description: "UUID of the certificate-key pair with which authentik authenticates to the engine, also by SSH."},
	}),
}

// Kubernetes is a connection to a Kubernetes cluster
// (/api/v3/outposts/service_connections/kubernetes/). The server fails on an empty
// `kubeconfig` without `local` in the same body.
var Kubernetes = kind.Kind{
	Type: "service_connection_kubernetes", Plural: "service_connections_kubernetes", Title: "Kubernetes service connection", Family: Family,
	Summary: "A Kubernetes service connection is a Kubernetes cluster on which authentik deploys outposts.",
	Model:   "authentik_outposts.kubernetesserviceconnection",
	API:     kind.Endpoint{Path: "/outposts/service_connections/kubernetes/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Selects: []string{"name", "local", "verify_ssl"},
	Filters: []string{"name", "local"},
	Rules:   []kind.Rule{needsKubeconfig},
	Fields: slices.Concat(base(), []kind.Field{
		{Name: "kubeconfig", Secret: true, Optional: true, Description: "Kubeconfig as JSON, such as `jsonencode(yamldecode(file(\"kubeconfig\")))`, with `current-context`, `clusters`, `contexts` and `users`. Not needed if `local` is true."},
		{Name: "verify_ssl", Default: true, Description: "Whether the certificate of the cluster's API is verified."},
	}),
}

// needsKubeconfig warns rather than fails, because an imported connection may have one
// that is not managed.
func needsKubeconfig(arguments kind.Arguments) []kind.Finding {
	if local, known := arguments.Bool("local"); !known || local || !arguments.IsUnset("kubeconfig") {
		return nil
	}
	return []kind.Finding{{
		Attribute: "kubeconfig", Warning: true, Stored: true, Summary: "No kubeconfig",
		Detail: "A cluster that authentik does not run on can be reached by a kubeconfig only. Set `kubeconfig`, or `local` to true.",
	}}
}

// AnyConnection is a service connection of any type, with what all types have in
// common (/api/v3/outposts/service_connections/all/). It can be read only.
var AnyConnection = kind.Kind{
	Type: "service_connection", Plural: "service_connections", Title: "service connection", Family: Family,
	Summary:  "A service connection is where authentik deploys outposts. This data source covers all types, with the fields that they share. It serves to refer to those that are not managed here, such as the local ones that the server creates.",
	Model:    "authentik_outposts.outpostserviceconnection",
	API:      kind.Endpoint{Path: "/outposts/service_connections/all/"},
	Lookups:  []kind.Lookup{kind.By("name")},
	Filters:  []string{"name", "local", "meta_model_name"},
	ReadOnly: true,
	Fields:   base(),
}
