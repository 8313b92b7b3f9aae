/** Read sentences, one a line of JSON, with the table in the first line; print what was heard, one a line. */
import { readFileSync } from "node:fs";
import { indexOf, read } from "../../../generator/site/assets/search/sentence.js";

const [table, ...sentences] = readFileSync(0, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const lexicon = indexOf(table);
for (const sentence of sentences) console.log(JSON.stringify(read(sentence, lexicon)));
