#!/usr/bin/env bash
# make-token.sh NAME PERMISSION... prints the key of a new API token of a new service
# account that has these permissions and no others.
set -euo pipefail
name=$1
shift
trap '[ "$?" = 0 ] || echo "Not finished. Delete the role, the group and the user named $name, as far as they are there, before another run." >&2' EXIT

# ask sends a request with the administrator's token, which is in no process list.
ask() {
  curl --fail-with-body --silent --show-error --request "$1" --header @- \
    --header "Content-Type: application/json" ${3:+--data "$3"} \
    "${AUTHENTIK_URL%/}/api/v3$2" <<<"Authorization: Bearer $AUTHENTIK_TOKEN"
}

assign() {
  ask POST "/rbac/permissions/assigned_by_roles/$role/assign/" \
    "$(jq -n '{permissions: $ARGS.positional}' --args "$@")" >/dev/null
}

role=$(ask POST /rbac/roles/ "$(jq -n --arg name "$name" '{$name}')" | jq -r .pk)
# A permission that the server's release does not have makes it refuse all of them.
if ! assign "$@" 2>/dev/null; then
  assigned=
  for permission in "$@"; do
    if assign "$permission" 2>/dev/null; then
      assigned=yes
    else
      echo "Left out, because the server does not have it: $permission" >&2
    fi
  done
  test "$assigned" || assign "$@" # says why
fi

user=$(ask POST /core/users/ "$(jq -n --arg name "$name" \
  '{username: $name, $name, type: "service_account", path: "service-accounts"}')" | jq .pk)
ask POST /core/groups/ "$(jq -n --arg name "$name" --arg role "$role" --argjson user "$user" \
  '{$name, roles: [$role], users: [$user]}')" >/dev/null

ask POST /core/tokens/ "$(jq -n --arg name "$name" --argjson user "$user" \
  '{identifier: $name, intent: "api", $user, expiring: false}')" >/dev/null
ask GET "/core/tokens/$name/view_key/" "" | jq -r .key
