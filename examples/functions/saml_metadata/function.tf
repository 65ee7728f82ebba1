locals {
  # Metadata that the application offers for download; file("metadata.xml") in practice.
  application = provider::authentik::saml_metadata(<<-XML
    <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:console.example.com">
      <SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
        <AssertionConsumerService index="1" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://console.example.com/saml"/>
      </SPSSODescriptor>
    </EntityDescriptor>
  XML
  )
}

# acs_url, sp_binding, sls_url and sls_binding are arguments of authentik_provider_saml.
output "acs_url" {
  value = local.application.acs_url
}

output "audience" {
  value = local.application.entity_id
}
