// Read issues with GitHub's own parser: lines of [template, body] come in, what each says goes out.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.argv[2]}/package.json`);
const { parseIssue } = await import(pathToFileURL(require.resolve("@github/issue-parser")));
for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const [template, body] = JSON.parse(line);
  console.log(JSON.stringify(parseIssue(body, template)));
}
