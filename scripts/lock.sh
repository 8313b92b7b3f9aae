#!/bin/sh
# Write requirements/ anew from pyproject.toml: every package a workflow installs, with its version and its hashes.
# A version that still fits is kept; `make lock ARGS=--upgrade` takes the newest.
set -eu

mkdir -p requirements

lock() {
    name=$1
    shift
    extras=
    for extra in "$@"; do extras="$extras --extra $extra"; done
    # shellcheck disable=SC2086
    uv pip compile pyproject.toml $extras --extra build --universal --python-version 3.11 --generate-hashes --quiet \
        --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
        --output-file "requirements/$name.txt" $upgrade >/dev/null
    echo "requirements/$name.txt: $(grep -c == "requirements/$name.txt") packages"
}

upgrade=${1:-}
lock check
lock bot bot
lock site site bot
lock notify notify
lock release release
