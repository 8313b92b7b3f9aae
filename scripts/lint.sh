#!/bin/sh
# Run every linter, also after one found something, and name those that did. `make lint` brings the tools.
# Each can be run alone: sh scripts/lint.sh types
set -u

wanted=${1:-}
failed=

run() {
    name=$1
    shift
    [ -z "$wanted" ] || [ "$wanted" = "$name" ] || return 0
    printf '%s: ' "$name"
    if said=$("$@" 2>&1); then
        echo ok
    else
        printf 'found something\n%s\n' "$said"
        failed="$failed $name"
    fi
}

schema() {
    check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml &&
        check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml &&
        check-jsonschema --builtin-schema vendor.github-actions action.yml &&
        check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml &&
        check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/[!c]*.yml
}

run format ruff format --check --quiet --diff .
run rules ruff check --quiet .
run types mypy
if [ -f tsconfig.json ]; then
    run scripts "${LODESTAR_NODE:-.venv/node}/node_modules/.bin/tsc" -p tsconfig.json
fi
run spelling codespell generator tests benchmarks scripts docs vocabulary .github ./*.md pyproject.toml Makefile
run workflows zizmor --offline --persona auditor --no-progress --color never .github action.yml
run shapes schema

if [ -n "$failed" ]; then
    echo "make lint found something:$failed"
    exit 1
fi
