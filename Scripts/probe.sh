#!/usr/bin/env bash
# Starts a built program on a demo database of its own and asks it the first questions anyone would.
#
#     Scripts/probe.sh .build/release/goldenthread
#
# Needs nothing but bash: where this runs, there may be no curl.
set -euo pipefail

program=${1:?usage: Scripts/probe.sh PROGRAM}
folder=$(mktemp -d)
export GOLDENTHREAD_DATABASE=$folder/demo.sqlite
server=''
port=0
passed=0
failed=0

finish() {
    local status=$?
    if [ -n "$server" ]; then kill -KILL "$server" 2>/dev/null || true; fi
    rm -rf "$folder"
    exit "$status"
}
trap finish EXIT

# check WORDS TEST…: counts and names one check.
check() {
    local words=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
        echo "  yes  $words"
    else
        failed=$((failed + 1))
        echo "  NO   $words"
    fi
}

# answer PATH: the status line and headers of the server's answer, without carriage returns.
answer() {
    {
        printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$1" "$port" >&3
        timeout 10 sed -e 's/\r$//' -e '/^$/q' <&3
    } 2>/dev/null 3<>"/dev/tcp/127.0.0.1/$port" || true
}

answers() { [[ "$(answer "$1")" == "HTTP/1.1 $2 "* ]]; }
is_html() { answer "$1" | grep -qi '^content-type: *text/html'; }
taken() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
running() { kill -0 "$server" 2>/dev/null; }

start() {
    port=$((20000 + RANDOM % 12000))
    while taken "$port"; do port=$((port + 1)); done
    "$program" serve --database "$GOLDENTHREAD_DATABASE" --listen "127.0.0.1:$port" \
        </dev/null >"$folder/serve.log" 2>&1 &
    server=$!
}

ready() {
    local tries
    for ((tries = 0; tries < 300; tries++)); do
        answers /ready 200 && return 0
        running || return 1
        sleep 0.1
    done
    return 1
}

verifies() { "$program" verify --database "$GOLDENTHREAD_DATABASE" </dev/null | tee "$folder/verify.txt"; }
prints_root() { grep -q '^root ' "$folder/verify.txt"; }
rebuilds() { "$program" rebuild --check --database "$GOLDENTHREAD_DATABASE" </dev/null; }

stops() {
    local tries
    kill -TERM "$server" 2>/dev/null || return 1
    for ((tries = 0; tries < 100; tries++)); do
        running || break
        sleep 0.1
    done
    ! running || return 1
    local status=0
    wait "$server" || status=$?
    server=''
    [ "$status" -eq 0 ]
}

echo "Probing $program"
check "demo makes a database" "$program" demo --database "$GOLDENTHREAD_DATABASE" </dev/null
start
check "serve is ready within 30 seconds" ready
check "/health answers 200" answers /health 200
check "/ answers 200" answers / 200
check "/ is HTML" is_html /
check "an unknown path answers 404" answers /no-such-page 404
check "verify finds the chain whole" verifies
check "verify prints the root" prints_root
check "rebuild --check finds no difference" rebuilds
check "SIGTERM ends serve with 0 within 10 seconds" stops

if [ "$failed" -gt 0 ]; then
    echo "what serve said:"
    cat "$folder/serve.log"
fi
echo "probe: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
