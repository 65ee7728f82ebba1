import {
  to = authentik_stage_endpoints.device
  identity = {
    id = "12ed0940-1f15-4552-923b-44ad7fa2fdec"
  }
}
