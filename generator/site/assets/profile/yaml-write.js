/** Write the fields of a profile as YAML, so that every text comes back as it was typed. The twin of profiles/yaml_writer.py. */

// Such a text means itself without quotes: no sign that YAML reads, no word or number that it converts.
const LETTER = "[\\p{L}\\p{Nl}\\p{No}]";
const SHORT = "[0-9]{1,2}[hm]|[0-9]{4}-[0-9]{2}-[0-9]{2}";
const PLAIN = new RegExp(`^(?:${LETTER}[\\p{L}\\p{N}_ ,.()'/+&;!?-]*(?<! )|${SHORT})$`, "u");
const PLAIN_IN_LIST = new RegExp(`^(?:${LETTER}[\\p{L}\\p{N}_ .()'/+&;!?-]*(?<! )|${SHORT})$`, "u");
const WORDS = new Set(["true", "false", "null", "yes", "no", "on", "off", "y", "n"]);
// What YAML doesn't take as it is, beside what JSON escapes already.
const ESCAPED = /[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
const NOT_IN_A_BLOCK = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/u;
const HEAD = "# yaml-language-server: $schema=../generator/schema/mentor.json\n";

/** @param {Record<string, any>} fields in the order of the schema @returns {string} a whole file */
export function yamlText(fields) {
  return HEAD + Object.entries(fields).map(([name, value]) => yamlField(name, value)).join("");
}

/** Write a field with its line's end; a text of several lines becomes a block. @param {string} name @param {any} value @returns {string} */
export function yamlField(name, value) {
  if (typeof value !== "string" || !fitsABlock(value)) return `${yamlLine(name, value)}\n`;
  const lines = value.split("\n").map((line) => (line ? `  ${line}\n` : "\n"));
  return `${name}: |-\n${lines.join("")}`;
}

/** @param {string} name @param {any} value @returns {string} one line, without its end */
export function yamlLine(name, value) {
  return `${name}: ${written(value, PLAIN)}`;
}

/** @param {any} value @returns {string} as it may be used anywhere, in lists and groups too */
export function yamlValue(value) {
  return written(value, PLAIN_IN_LIST);
}

/** @param {string} text */
function fitsABlock(text) {
  return text.includes("\n") && !/^[ \n]/.test(text) && !text.endsWith("\n") && !NOT_IN_A_BLOCK.test(text);
}

/** @param {any} value @param {RegExp} plain @returns {string} */
function written(value, plain) {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return plain.test(value) && !WORDS.has(value.toLowerCase()) ? value : inQuotes(value);
  if (Array.isArray(value)) return `[${value.map(yamlValue).join(", ")}]`;
  if (typeof value === "object") return `{${Object.entries(value).map(([name, part]) => `${name}: ${yamlValue(part)}`).join(", ")}}`;
  return String(value);
}

/** JSON's quotes and escapes are YAML's too, but for what cannot be printed. @param {string} text */
function inQuotes(text) {
  return JSON.stringify(text).replace(ESCAPED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
