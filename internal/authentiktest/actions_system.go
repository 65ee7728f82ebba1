package authentiktest

import (
	"net/http"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// systemEndpoints are addresses about the installation.
func systemEndpoints() map[string]endpoint {
	plain := func(answer func(*Server) any) endpoint {
		return endpoint{methods: readMethods, answers: func(s *Server, _ *call) *reply { return jsonReply(http.StatusOK, answer(s)) }}
	}
	open := plain(config)
	open.open = true
	models := plain(enumerated("model"))
	models.since = "2023.6.0"
	return map[string]endpoint{
		"/admin/version/":                       plain(version),
		"/admin/system/":                        plain(system),
		"/root/config/":                         open,
		"/enterprise/license/summary/":          plain(licence),
		"/enterprise/license/install_id/":       plain(func(*Server) any { return values{"install_id": derivedUUID("installation")} }),
		"/enterprise/license/get_install_id/":   plain(func(*Server) any { return values{"install_id": derivedUUID("installation")} }),
		"/tasks/workers/":                       plain(workers),
		"/admin/workers/":                       plain(workers),
		"/managed/blueprints/available/":        plain(blueprintFiles),
		"/outposts/instances/default_settings/": plain(outpostSettings),
		"/admin/apps/":                          plain(enumerated("app")),
		"/admin/models/":                        models,
		"/events/events/actions/":               plain(enumeratedAs("action", "component")),
	}
}

// version answers what the server is.
func version(s *Server) any {
	fields := values{"version_current": s.release, "version_latest": s.release, "build_hash": "", "outdated": false}
	if s.since("2024.4.0") {
		fields["version_latest_valid"] = true
	}
	if s.since("2024.8.0") {
		fields["outpost_outdated"] = false
	}
	return fields
}

// system is about the machine.
func system(s *Server) any {
	return values{
		"http_headers": values{}, "http_host": s.listener.Addr().String(), "http_is_secure": false,
		"runtime": values{
			"python_version": "3.13.0", "environment": "custom", "architecture": "x86_64", "platform": "Linux", "uname": "Linux",
			"openssl_version": "OpenSSL 3.5.0", "openssl_fips_enabled": nil, "authentik_version": s.release,
		},
		"brand": "Default brand", "server_time": now(s), "embedded_outpost_disabled": false, "embedded_outpost_host": s.URL(),
	}
}

// config is what the web interface is told before anybody signs in.
func config(s *Server) any {
	capabilities := []any{"can_impersonate"}
	if !s.unlicensed {
		capabilities = append(capabilities, "is_enterprise")
	}
	answer := values{
		"error_reporting": values{"enabled": false, "sentry_dsn": "", "environment": "customer", "send_pii": false, "traces_sample_rate": 0.1},
		"capabilities":    capabilities, "cache_timeout": 300, "cache_timeout_flows": 300, "cache_timeout_policies": 300,
	}
	if !s.since("2025.4.0") {
		answer["cache_timeout_reputation"] = 300
	}
	return answer
}

// licence sums up the licences.
func licence(s *Server) any {
	if !s.since("2024.8.0") {
		return values{
			"internal_users": 0, "external_users": 0, "valid": !s.unlicensed, "show_admin_warning": false, "show_user_warning": false, "read_only": false,
			"latest_valid": "1970-01-01T00:00:00Z", "has_license": !s.unlicensed,
		}
	}
	if s.unlicensed {
		return values{"internal_users": 0, "external_users": 0, "status": "unlicensed", "latest_valid": "1970-01-01T00:00:00Z", "license_flags": []any{}}
	}
	return values{"internal_users": 100, "external_users": 100, "status": "valid", "latest_valid": "2099-01-01T00:00:00Z", "license_flags": []any{}}
}

// blueprintFiles lists the files with blueprints that come with the server, of which the stand-in has one.
func blueprintFiles(*Server) any {
	return []any{values{
		"path": blueprintFile, "last_m": "2026-11-25T20:00:00Z", "hash": derivedUUID("blueprint"),
		"meta": values{"name": "Default - Authentication flow", "labels": values{}},
	}}
}

// workers lists the one worker; up to 2024 it is a number.
func workers(s *Server) any {
	if !s.since("2025.2.0") {
		return values{"count": 1}
	}
	return []any{values{"worker_id": "worker@example", "version": s.release, "version_matching": true}}
}

// blueprintActions apply blueprints at once, which a worker of the server does later.
func blueprintActions() map[string]map[string]endpoint {
	return map[string]map[string]endpoint{blueprints: {"apply": {methods: postMethods, answers: func(s *Server, c *call) *reply {
		answer := s.shape(c.on, c.of, nil)
		c.of.fields["status"], c.of.fields["last_applied"] = "successful", now(s)
		return jsonReply(http.StatusOK, answer)
	}}}}
}

// outpostSettings are those that the web interface fills in for a new outpost.
func outpostSettings(s *Server) any {
	settings := values{ //nolint:gosec // G101: names, no secrets
		"authentik_host": s.URL() + "/", "authentik_host_insecure": false, "authentik_host_browser": "", "log_level": "info",
		"object_naming_template": "ak-outpost-%(name)s", "refresh_interval": "minutes=5", "container_image": nil, "docker_network": nil,
		"docker_map_ports": true, "docker_labels": nil, "kubernetes_replicas": 1, "kubernetes_namespace": "default",
		"kubernetes_ingress_annotations": values{}, "kubernetes_ingress_secret_name": "authentik-outpost-tls", "kubernetes_ingress_class_name": nil,
		"kubernetes_service_type": "ClusterIP", "kubernetes_disabled_components": []any{}, "kubernetes_image_pull_secrets": []any{},
		"kubernetes_json_patches": nil,
	}
	if s.since("2024.8.0") {
		settings["kubernetes_ingress_path_type"] = nil
	}
	if s.since("2025.8.0") {
		settings["kubernetes_httproute_annotations"], settings["kubernetes_httproute_parent_refs"] = values{}, []any{}
	}
	if s.since("2026.2.0") {
		settings["kubernetes_disable_x509_strict"] = false
	}
	return values{"config": settings}
}

// enumerated lists the values that the event matcher has for a field.
func enumerated(field string) func(*Server) any { return enumeratedAs(field, "label") }

func enumeratedAs(field, label string) func(*Server) any {
	return func(s *Server) any {
		listed := make([]any, 0)
		described, ok := contract.Object("/policies/event_matcher/")
		if !ok {
			return listed
		}
		view, _ := described.In(s.view)
		definition, _ := view.Request.Get(field)
		for _, value := range slices.DeleteFunc(slices.Clone(definition.Enum), func(value string) bool { return value == "" }) {
			listed = append(listed, values{"name": value, label: value})
		}
		return listed
	}
}
