#!/usr/bin/env bash
# curl and jq, as a script in cron uses them: what fails says so by its exit, what is written to a
# file has a sensible name, pages are followed by their links, what is unchanged is not sent again.
set -uo pipefail
base=$1

# cell NAME COMMAND...: green where the command succeeds.
cell() {
  local name=$1 why
  shift
  if why=$("$@" 2>&1); then
    echo "$name|green"
  else
    echo "$name|red|$(tr '\n|' ' /' <<<"${why:-no reason given}" | cut -c 1-200)"
  fi
}

equal() {
  [[ $1 == "$2" ]] || { echo "\"$1\" is not \"$2\""; return 1; }
}

values() {
  local value
  value=$(curl -sf "$base/v1/observations?indicator=dti&area=48-2008&period=2023" \
    | jq '.data[0].value') && equal "$value" 0.834
}

names() {
  local name
  name=$(curl -sf "$base/v1/provinces/48" | jq -r .data.fullName.vi) \
    && equal "$name" "thành phố Đà Nẵng"
}

fails() {
  local status
  # -f: an error is one for the script too (exit 22), and the problem is JSON.
  curl -sf -o /dev/null "$base/v1/provinces/49"
  equal $? 22 || return
  status=$(curl -s "$base/v1/provinces/49" | jq '.status') && equal "$status" 404
}

lines() {
  local count total
  total=$(curl -sf "$base/v1/observations?limit=1" | jq .meta.total)
  count=$(curl -sf "$base/v1/observations?format=ndjson" | jq -c .value | wc -l) \
    && equal "$count" "$total"
}

by_name() {
  curl -sf --remote-name --remote-header-name "$base/v1/observations?indicator=dti&format=csv" \
    && equal "$(echo ./*.csv)" ./observations-dti.csv && equal "$(head -c 9 ./*.csv)" indicator
}

pages() {
  local next="/v1/provinces?fields=id&limit=10" page ids=()
  while [[ -n $next ]]; do
    page=$(curl -sf "$base$next") || return
    mapfile -t -O "${#ids[@]}" ids < <(jq -r '.data[].id' <<<"$page")
    next=$(jq -r '.links.next // ""' <<<"$page")
  done
  equal "$(printf '%s\n' "${ids[@]}" | sort -u | wc -l)" 34
}

unchanged() {
  local status
  curl -sf --etag-save tag --compressed -o whole "$base/v1/indicators" || return
  status=$(curl -s --etag-compare tag --compressed -o again -w '%{http_code}' \
    "$base/v1/indicators") && equal "$status" 304 || return
  # Nothing came, so nothing was written.
  [[ ! -s again ]]
}

coded() {
  local coding
  for coding in gzip br; do
    curl -sf --compressed -H "Accept-Encoding: $coding" "$base/v1/indicators" | jq -e .data \
      >/dev/null || { echo "$coding cannot be read"; return 1; }
  done
}

cell "numbers" values
cell "letters" names
cell "errors fail" fails
cell "NDJSON by jq" lines
cell "CSV by its name" by_name
cell "pages by links" pages
cell "304 by ETag" unchanged
cell "gzip, br" coded
