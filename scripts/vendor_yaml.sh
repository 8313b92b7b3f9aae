#!/bin/sh
# Bundle the YAML library that the form at /join/ reads existing profiles with. Run it with a version: sh scripts/vendor_yaml.sh 2.9.1
set -eu

version=$1
target=$(cd "$(dirname "$0")/../generator/site/assets/vendor" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --ignore-scripts=false "yaml@$version" esbuild@0.25
echo 'export { parseDocument, isMap, isSeq, isScalar, isPair } from "yaml";' >entry.mjs
npx esbuild entry.mjs --bundle --format=esm --minify --target=es2022 --platform=browser --legal-comments=none --outfile=yaml.js
{
    printf '// @ts-nocheck\n/*! yaml %s by Eemeli Aro, ISC licence: see yaml-LICENSE.txt. Bundled by scripts/vendor_yaml.sh; do not edit. */\n' "$version"
    cat yaml.js
} >"$target/yaml.js"
cp node_modules/yaml/LICENSE "$target/yaml-LICENSE.txt"
