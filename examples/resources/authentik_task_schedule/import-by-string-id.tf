import {
  to = authentik_task_schedule.directory
  id = "bfa79ab4-0616-4a34-b82c-5ee23ecd32d7"
}
