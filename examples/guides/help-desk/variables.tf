variable "help_desk" {
  type        = map(string)
  default     = { ada = "Ada Lovelace", grace = "Grace Hopper", radia = "Radia Perlman" }
  description = "Full names of the people of the help desk, by username."
}
