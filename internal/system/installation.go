package system

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// NewVersion is the data source for the server's release.
func NewVersion() datasource.DataSource { return &single{kind: &version} }

// NewSystem is the data source for what the server runs on.
func NewSystem() datasource.DataSource { return &single{kind: &machine} }

// NewConfig is the data source for what the web interface is configured with.
func NewConfig() datasource.DataSource { return &single{kind: &rootConfig} }

// NewEnterpriseSummary is the data source for what the licenses allow together.
func NewEnterpriseSummary() datasource.DataSource { return &single{kind: &enterpriseSummary} }

// NewEnterpriseInstallID is the data source for what a license is ordered with.
func NewEnterpriseInstallID() datasource.DataSource { return &single{kind: &installID} }

// version is the server's release (/api/v3/admin/version/).
var version = kind.Kind{
	Type: "version", Title: "server's version", Article: "the", Family: "System",
	Summary: "It is the release that the server runs, and the newest one that it knows.",
	Model:   "authentik_rbac.system_info",
	API:     kind.Endpoint{Path: "/admin/version/"},
	Fields: []kind.Field{
		{Name: "version_current", Description: "Release that the server runs, such as `2025.12.4`."},
		{Name: "version_latest", Description: "Newest release that the server knows of."},
		{Name: "version_latest_valid", Description: "Whether the server could find out what the newest release is."},
		{Name: "build_hash", Description: "Hash of the commit, empty for a release."},
		{Name: "outdated", Description: "Whether the server is older than `version_latest`."},
		{Name: "outpost_outdated", Description: "Whether some outpost runs another release than the server."},
	},
}

// machine is what the server runs on (/api/v3/admin/system/). The headers of the request
// are left out: they contain the token.
var machine = kind.Kind{
	Type: "system", Title: "server's environment", Article: "the", Family: "System",
	Summary: "It is what the server runs on, and how it sees the provider's requests.",
	Model:   "authentik_rbac.system_info",
	API:     kind.Endpoint{Path: "/admin/system/"},
	Fields: []kind.Field{
		{Name: "http_host", Description: "Host name of the provider's requests, as the server sees it."},
		{Name: "http_is_secure", Description: "Whether the server knows that the request used HTTPS."},
		{Name: "brand", Description: "Name of the brand that serves the host name."},
		{Name: "server_time", Description: "Time of the server's clock."},
		{Name: "embedded_outpost_disabled", Description: "Whether the embedded outpost is turned off."},
		{Name: "embedded_outpost_host", Description: "URL that the embedded outpost is configured with."},
		{Name: "base_url", Description: "External URL that the server is configured with, empty for none."},
		{Name: "runtime", Type: kind.Object, Description: "Software that the server runs on.", Fields: []kind.Field{
			{Name: "python_version", Description: "Version of Python."},
			{Name: "environment", Description: "How the server was installed, such as `compose` or `kubernetes`."},
			{Name: "architecture", Description: "Architecture of the CPU."},
			{Name: "platform", Description: "Operating system with its version."},
			{Name: "uname", Description: "Description of the operating system."},
			{Name: "openssl_version", Description: "Version of OpenSSL."},
			{Name: "openssl_fips_enabled", Nullable: true, Description: "Whether OpenSSL runs in FIPS mode, null where that cannot be."},
			{Name: "authentik_version", Description: "Release of authentik."},
		}},
	},
}

// rootConfig is what the web interface reads before anybody signs in (/api/v3/root/config/).
var rootConfig = kind.Kind{
	Type: "config", Title: "server's configuration", Article: "the", Family: "System",
	Summary: "It is what the server tells every browser: what it can do, and how long it caches. No permission is needed.",
	Model:   "authentik_rbac.system_info",
	API:     kind.Endpoint{Path: "/root/config/"},
	Fields: []kind.Field{
		{Name: "capabilities", FreeForm: true, Description: "What the server can do, such as `can_save_media`, `can_geo_ip`, `can_impersonate` or `is_enterprise`."},
		{Name: "cache_timeout", Description: "How long the server caches, in seconds."},
		{Name: "cache_timeout_flows", Description: "How long the server caches flow plans, in seconds."},
		{Name: "cache_timeout_policies", Description: "How long the server caches results of policies, in seconds."},
		{Name: "error_reporting", Type: kind.Object, Description: "Where the server reports errors to.", Fields: []kind.Field{
			{Name: "enabled", Description: "Whether errors are reported."},
			{Name: "sentry_dsn", Description: "Address (DSN) of Sentry."},
			{Name: "environment", Description: "Name of the environment in reports."},
			{Name: "send_pii", Description: "Whether reports contain personal data."},
			{Name: "traces_sample_rate", Description: "Share of requests that are traced."},
		}},
	},
}

// enterpriseSummary sums up the licenses (/api/v3/enterprise/license/summary/).
var enterpriseSummary = kind.Kind{
	Type: "enterprise_summary", Title: "summary of the enterprise licenses", Article: "the", Family: "Enterprise",
	Summary: "It is what the licenses allow together, and whether they are valid.",
	Model:   "authentik_enterprise.license",
	API:     kind.Endpoint{Path: "/enterprise/license/summary/"},
	Fields: []kind.Field{
		{Name: "status", FreeForm: true, Description: "State of the licenses, such as `unlicensed`, `valid`, `expiry_soon`, `expired` or `read_only`."},
		{Name: "internal_users", Description: "Number of internal users that the licenses allow."},
		{Name: "external_users", Description: "Number of external users that the licenses allow."},
		{Name: "latest_valid", Description: "When the last license expires."},
		{Name: "license_flags", FreeForm: true, Description: "Kinds of licenses, such as `trial`."},
	},
}

// installID is the installation's ID (/api/v3/enterprise/license/install_id/).
var installID = kind.Kind{
	Type: "enterprise_install_id", Title: "installation's ID", Article: "the", Family: "Enterprise",
	Summary: "It is what an enterprise license is ordered with.",
	Model:   "authentik_enterprise.license",
	API:     kind.Endpoint{Path: "/enterprise/license/install_id/"},
	Fields:  []kind.Field{{Name: "install_id", Description: "ID of the installation."}},
}

// blueprintFiles are the files with blueprints (/api/v3/managed/blueprints/available/). The
// server asks a worker for them.
var blueprintFiles = array{
	kind: kind.Kind{
		Type: "blueprint_files", Title: "blueprint file", Model: "authentik_blueprints.blueprintinstance", API: kind.Endpoint{Path: "/managed/blueprints/available/"},
		Summary: "They are the values that `path` of `authentik_blueprint` can have on this server. A worker of authentik must be running.",
	},
	attribute: "files", key: "path", keys: "paths",
	columns: []column{
		{"path", "path", "Path of the file, such as `default/flow-default-authentication-flow.yaml`."},
		{"hash", "hash", "SHA-512 hash of the file."},
		{"last_modified", "last_m", "When the file was changed."},
	},
}

// NewBlueprintFiles is the data source for blueprint files.
func NewBlueprintFiles() datasource.DataSource { return &listed{array: &blueprintFiles} }
