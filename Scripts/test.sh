#!/usr/bin/env bash
# Runs the named make targets one after another and ends with a table of where the time went.
# The first failure stops the run; the table is printed all the same.
#
#     Scripts/test.sh lint build-tests unit-tests
set -euo pipefail
cd "$(dirname "$0")/.."

stages=()
seconds=()
now='' # the stage under way, so that a failed one is timed too
began=0

note() {
    stages+=("$1")
    seconds+=("$((SECONDS - began))")
    now=''
}

table() {
    local status=$? sum=0 i
    if [ -n "$now" ]; then note "$now (failed)"; fi
    echo
    printf '%-24s %8s\n' stage seconds
    for i in "${!stages[@]}"; do
        printf '%-24s %8d\n' "${stages[i]}" "${seconds[i]}"
        sum=$((sum + seconds[i]))
    done
    printf '%-24s %8d\n' sum "$sum"
    exit "$status"
}
trap table EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

for stage in "$@"; do
    echo
    echo "== $stage"
    now=$stage
    began=$SECONDS
    # Tests build the debug program, so that is the one to check, whatever the caller's own choice is.
    "${MAKE:-make}" --no-print-directory "$stage" CONFIG=debug
    note "$stage"
done
