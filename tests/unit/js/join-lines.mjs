/**
 * What the form at /join/ says and writes, one line of JSON for each line: the first line holds what it knows. A line with
 * `fields` is checked, and answered with the problems; then it is written as a file, and answered with the text.
 */
import { readFileSync } from "node:fs";
import { problemsOf } from "../../../generator/site/assets/profile/check.js";
import { knownFrom, languageOf, zoneOf } from "../../../generator/site/assets/profile/known.js";
import { fieldsFrom, fileText, handleFrom, proposalAddress } from "../../../generator/site/assets/profile/proposal.js";

const [first, ...lines] = readFileSync(0, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const known = knownFrom(first.known, first.names);
for (const { fields, stem, today, answers, place, language, name } of lines) {
  if (place !== undefined) console.log(JSON.stringify(zoneOf(place, known)));
  else if (language !== undefined) console.log(JSON.stringify(languageOf(language, known)));
  else if (name !== undefined) console.log(JSON.stringify(handleFrom(name)));
  else if (fields) console.log(JSON.stringify(problemsOf(fields, known, { stem, today })));
  else {
    const text = fileText(fieldsFrom(known.schema, new Map(Object.entries(answers))), []);
    console.log(JSON.stringify({ text, ...proposalAddress("https://github.com/o/r/new/main/mentors", "ada-l", text) }));
  }
}
