terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

resource "authentik_system_settings" "settings" {
  default_user_change_username = false
  default_user_change_email    = true
  event_retention              = "days=90"
}

resource "authentik_certificate_key_pair" "proxy" {
  name             = "system-authority"
  certificate_data = <<-EOT
    -----BEGIN CERTIFICATE-----
    MIIDNTCCAh2gAwIBAgIUIvuRiqbYAHyo5HivT4c6RZwoiOYwDQYJKoZIhvcNAQEL
    BQAwKjEWMBQGA1UEAwwNYS5leGFtcGxlLmNvbTEQMA4GA1UECgwHRXhhbXBsZTAe
    Fw0yNjExMjUyMTI1MjZaFw0zNjExMjIyMTI1MjZaMCoxFjAUBgNVBAMMDWEuZXhh
    bXBsZS5jb20xEDAOBgNVBAoMB0V4YW1wbGUwggEiMA0GCSqGSIb3DQEBAQUAA4IB
    DwAwggEKAoIBAQC5N/cfvPhDs/3wemvMSbEvvw6pS2ueq9oyrdTMevasaERXyXvs
    tJ5oR3L0p14jw4tkQDXBSV0hi7fVS+dfCPIKZcvGw2yjklMcuk4XoG4dnEnqRNy6
    mpB1Iq8ZGA1+XRn/zRfn/75xUjHz0a/vGU4mtrB4YDtJCpN+nkr4T3lwdstDeaqs
    7fvofyB13EgJIRzStu89ZL9LXTXJW4nIpv4sE1U1JXmT3QgBN0pmkZ0Xsy+eYY+W
    bXRcwR1LEDxdboo7ZrOj//HD/25N76Bj6eUM1Hy1NntH71+VUmijJH92b0g+5VRz
    Lt6vh+d0heJVjDo/ksDA1nLWdqg1m3beFS7vAgMBAAGjUzBRMB0GA1UdDgQWBBR6
    jjcnNP1EQdkmBfiF0Ia/ZmQmODAfBgNVHSMEGDAWgBR6jjcnNP1EQdkmBfiF0Ia/
    ZmQmODAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4IBAQA591BbdNzJ
    7e924M+foOJPaZMCLRhiNyyjrImxEZ8KSQ8GjNxSsQlkwa1WhuvfgFnwv5rty+AA
    Fv+ShqfLU8todu6BZFM9zeh52cqtzKCfKjFtTeJ8yUikaOowtxvOY5y9hYAJAAni
    j7a6K0DSaGbTKpJc7Hk31B8ojrCa+nhJnkNL+8xvAKc+nDzJg6atD5xSYm5DcX/0
    D87sJpkCJ1epnRP6+WppZTSrQiCJG5rJENuOediEzS8i00scdYON7k4NOke/sVWY
    Ysh0Tl8aJFiwGboMdRzKNUhIlNO54YgaK3W0qT9Y9Rf+Q60Kz5SWmqyBGJiYjb5P
    WJigTgrYgVfD
    -----END CERTIFICATE-----
  EOT
}

resource "authentik_service_connection_docker" "local" {
  name  = "system-docker"
  local = true
  url   = "unix:///var/run/docker.sock"
}

resource "authentik_policy_dummy" "never" {
  name     = "system-dummy"
  result   = false
  wait_min = 1
  wait_max = 2
}
