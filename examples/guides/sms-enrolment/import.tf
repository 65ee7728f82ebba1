import {
  to = authentik_property_mapping_notification.message
  id = "name=sms-enrolment-message"
}

import {
  to = authentik_flow.enrolment
  id = "sms-enrolment"
}

import {
  to = authentik_stage_authenticator_sms.enrolment
  id = "name=sms-enrolment"
}

import {
  to = authentik_flow_stage_binding.enrolment
  id = "target=sms-enrolment,stage=sms-enrolment,order=10"
}
