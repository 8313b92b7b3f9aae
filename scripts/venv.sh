#!/bin/sh
# Make the virtual environment in the folder $1, or say in one sentence what is missing.
# $PYTHON names the interpreter; without it the first one that is new enough is taken.
set -eu

folder=$1

say() {
    printf '%s\n' "$@" >&2
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

if [ -n "${PYTHON:-}" ]; then
    candidates=$PYTHON
else
    candidates='python3 python3.14 python3.13 python3.12 python3.11 python'
fi

python=
for candidate in $candidates; do
    if command -v "$candidate" >/dev/null 2>&1 && new_enough "$candidate"; then
        python=$candidate
        break
    fi
done

if [ -z "$python" ]; then
    first=${candidates%% *}
    if command -v "$first" >/dev/null 2>&1; then
        say "Lodestar needs Python 3.11 or newer, and $first here is $("$first" --version 2>&1)." \
            "Install a newer one from https://www.python.org/downloads/, or name it: make serve PYTHON=/path/to/python3"
    else
        say "Lodestar needs Python 3.11 or newer, and there is no $first here." \
            "Install it from https://www.python.org/downloads/, or name it: make serve PYTHON=/path/to/python3"
    fi
    exit 1
fi

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    say "$python cannot make a virtual environment, because its 'venv' part is not installed." \
        "On Debian or Ubuntu, install it with: sudo apt-get install python$version-venv"
    exit 1
fi

echo "Making a virtual environment in $folder"
if ! "$python" -m venv "$folder"; then
    rm -rf "$folder"
    say "The virtual environment could not be made in $folder; the lines above say why."
    exit 1
fi
