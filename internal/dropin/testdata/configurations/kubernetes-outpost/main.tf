terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

data "authentik_flow" "authorization" {
  slug = "default-provider-authorization-implicit-consent"
}

data "authentik_flow" "invalidation" {
  slug = "default-provider-invalidation-flow"
}

resource "authentik_service_connection_kubernetes" "local" {
  name  = "kubernetes-local"
  local = true
}

resource "authentik_provider_proxy" "domain" {
  name               = "kubernetes-domain"
  mode               = "forward_domain"
  external_host      = "https://auth.k8s.example"
  cookie_domain      = "k8s.example"
  authorization_flow = data.authentik_flow.authorization.id
  invalidation_flow  = data.authentik_flow.invalidation.id
}

resource "authentik_application" "domain" {
  name              = "Kubernetes"
  slug              = "kubernetes-domain"
  protocol_provider = authentik_provider_proxy.domain.id
}

resource "authentik_outpost" "kubernetes" {
  name               = "kubernetes"
  service_connection = authentik_service_connection_kubernetes.local.id
  protocol_providers = [authentik_provider_proxy.domain.id]
  config = jsonencode({
    authentik_host                 = "https://auth.k8s.example"
    kubernetes_namespace           = "authentik"
    kubernetes_replicas            = 2
    kubernetes_ingress_annotations = { "cert-manager.io/cluster-issuer" = "letsencrypt" }
  })
  lifecycle {
    ignore_changes = [protocol_providers]
  }
}
