#!/bin/sh
# Measure what the quick tests run: lines and branches of Python, then of the site's scripts.
# There is no number to reach. Read the lines that no test runs, and ask whether one should.
set -eu

rm -rf coverage
mkdir -p coverage

coverage run -m pytest -q -p no:cacheprovider "${@:-tests/unit}" --deselect tests/unit/js || echo "Some tests failed; the numbers below are of those that ran."
coverage combine --quiet
coverage html --quiet
coverage report

echo
NODE_PATH="${LODESTAR_NODE:-.venv/node}/node_modules" node --test --experimental-test-coverage \
    --test-coverage-include='generator/site/assets/**' tests/unit/js/*.test.mjs | sed -n '/start of coverage report/,$p'
echo "Line by line: coverage/python/index.html"
