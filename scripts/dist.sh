#!/bin/sh
# Build the wheel and the source into dist/, with the commit that they are made of: a community's workflows are pinned to it.
set -eu

trap 'rm -f generator/commit.txt' EXIT
git rev-parse HEAD > generator/commit.txt
python -m build --no-isolation "$@"
