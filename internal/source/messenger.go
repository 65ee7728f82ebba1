package source

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Plex is a Plex source (/api/v3/sources/plex/).
var Plex = kind.Kind{
	Type: "source_plex", Plural: "sources_plex", Title: "Plex source", Family: Family,
	Summary: "A Plex source signs users in with their Plex accounts, if they have access to a Plex server.",
	Model:   "authentik_sources_plex.plexsource",
	API:     endpoint("/sources/plex/"),
	Lookups: lookups(),
	Filters: []string{"name", "slug", "enabled", "client_id"},
	Deletes: deletes,
	Fields: slices.Concat(identity(), mappings(true), signIn(), []kind.Field{
		groupMatching(),
		{Name: "client_id", Computed: true, Description: "Identifier with which authentik introduces itself to Plex."},
		{Name: "plex_token", Secret: true, Description: "Token of the Plex account with which servers and friends are looked up."},
		{Name: "allowed_servers", Description: "Identifiers of the Plex servers. Users need access to at least one of them; if empty, to any server of the account."},
		{Name: "allow_friends", Default: true, Description: "Whether friends of the account may sign in even without access to any of the servers."},
	}),
	Excluded: map[string]string{"icon_themed_urls": themed},
	Upgrade:  withoutDefaultIcon,
}

// Telegram is a Telegram source (/api/v3/sources/telegram/).
var Telegram = kind.Kind{
	Type: "source_telegram", Plural: "sources_telegram", Title: "Telegram source", Family: Family,
	Summary: "A Telegram source signs users in with their Telegram accounts, by a bot.",
	Model:   "authentik_sources_telegram.telegramsource",
	API:     endpoint("/sources/telegram/"),
	Lookups: lookups(),
	Filters: []string{"name", "slug", "enabled", "bot_username"},
	Deletes: deletes,
	Fields: slices.Concat(identity(), mappings(false), signIn("promoted"), []kind.Field{
		{Name: "bot_username", Description: "Username of the bot."},
		{Name: "bot_token", Secret: true, Description: "Token of the bot."},
		{Name: "request_message_access", Default: false, Description: "Whether users are asked to let the bot send them messages."},
		{Name: "pre_authentication_flow", Refers: reference.Flow, Description: "UUID of the flow that runs before users are asked to sign in. Deleting that flow deletes the source."},
	}),
	Excluded: map[string]string{"icon_themed_urls": themed},
	Upgrade:  withoutDefaultIcon,
}
