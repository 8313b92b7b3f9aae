/** Change profiles as the form at /join/ does: each line of JSON has a text and its fields afterwards; print what was read, and the text. */
import { readFileSync } from "node:fs";
import * as yaml from "../../../generator/site/assets/vendor/yaml.js";
import { editedText, fieldsIn, unified } from "../../../generator/site/assets/profile/edit.js";

const order = Object.keys(JSON.parse(readFileSync(new URL("../../../generator/schema/mentor.json", import.meta.url), "utf8")).properties);
for (const line of readFileSync(0, "utf8").trimEnd().split("\n")) {
  const { text, after } = JSON.parse(line);
  const whole = unified(text);
  console.log(JSON.stringify({ fields: fieldsIn(whole, yaml), text: editedText(whole, after, order, yaml) }));
}
