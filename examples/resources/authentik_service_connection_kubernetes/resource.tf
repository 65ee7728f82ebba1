# The token's user needs these permissions:
# authentik_outposts.view_kubernetesserviceconnection
# authentik_outposts.add_kubernetesserviceconnection
# authentik_outposts.change_kubernetesserviceconnection
# authentik_outposts.delete_kubernetesserviceconnection

# The cluster that authentik itself runs in. For another one, set `kubeconfig` to
# jsonencode(yamldecode(file("kubeconfig"))), or `kubeconfig_wo` to keep it out of the state.
resource "authentik_service_connection_kubernetes" "own" {
  name  = "own-cluster"
  local = true
}
