import {
  to = authentik_outpost.branch_office
  identity = {
    id = "7daf48f9-24f2-46f4-8e57-6104ccc8c6e2"
  }
}
