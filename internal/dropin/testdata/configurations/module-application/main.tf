module "wiki" {
  source   = "./application"
  name     = "Wiki"
  hostname = "wiki.company.example"
}

module "tickets" {
  source   = "./application"
  name     = "Tickets"
  hostname = "tickets.company.example"
  groups   = ["module-support"]
}
