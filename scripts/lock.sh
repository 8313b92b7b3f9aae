#!/bin/sh
# Write requirements/ anew from pyproject.toml: every package a workflow installs, with its version and its hashes.
# A version that still fits is kept; `make lock ARGS=--upgrade` takes the newest.
set -eu

mkdir -p requirements

# What only the site needs comes with the package, for people. The bot leaves it out: its lists start from the rest.
lean=$(mktemp -d)
trap 'rm -rf "$lean"' EXIT
python - "$lean/pyproject.toml" <<'END'
import re, sys, tomllib
text = open("pyproject.toml", encoding="utf-8").read()
for one in tomllib.loads(text)["project"]["optional-dependencies"]["site"]:
    text = text.replace(f'  "{one}",\n', "", 1)
open(sys.argv[1], "w", encoding="utf-8").write(text)
END

lock() {
    name=$1
    shift
    extras=
    for extra in "$@"; do extras="$extras --extra $extra"; done
    # shellcheck disable=SC2086
    uv pip compile "$lean/pyproject.toml" $extras --extra build --universal --python-version 3.11 --generate-hashes --quiet \
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
