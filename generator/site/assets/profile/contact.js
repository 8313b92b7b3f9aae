/** Find email addresses and phone numbers in what people write. The twin of generator/text/contact_details.py. */

const W = "[\\p{L}\\p{N}_]";
const NOT_AFTER_WORD = `(?<!${W})`;
const NOT_BEFORE_WORD = `(?!${W})`;
const URL_IN_TEXT = new RegExp(`${NOT_AFTER_WORD}(?!mailto:|tel:)[a-z][a-z0-9+.\\-]{1,10}://[^\\s<>)\\]]{1,500}`, "giu");
const AT = "(?:@|＠|\\s?[\\[({]\\s?(?:at|@|ät|arroba)\\s?[\\])}]\\s?)";
const DOT = "(?:\\.|\\s?[\\[({]\\s?(?:dot|\\.|punkt|point|ponto|punto)\\s?[\\])}]\\s?)";
const HOST = "[\\p{L}\\p{N}_\\-]{1,63}";
const LOCAL = "(?<local>[\\p{L}\\p{N}_.+\\-]{1,64})";
const ADDRESS = new RegExp(
  `(?<![@＠\\p{L}\\p{N}_.+/\\-])${LOCAL}${AT}${HOST}(?:${DOT}${HOST}){0,4}${DOT}\\p{L}{2,24}${NOT_BEFORE_WORD}(?!:[\\p{L}\\p{N}_~/])`,
  "giu",
);
const PROVIDER =
  "gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|aol|icloud|proton|protonmail|gmx|posteo|mailbox|fastmail|" +
  "tutanota|tuta|hey|zoho|yandex|mail|web|qq|163|126|naver|rediffmail|free|orange|laposte|libero|seznam|wp|uol";
const TLD =
  "com|org|edu|io|dev|me|co|info|name|de|fr|uk|ch|at|nl|be|it|es|pt|pl|cz|se|no|dk|fi|eu|ru|ua|in|cn|jp|kr|br|mx|ar|" +
  "au|nz|ca|us|za|ng|ke|id|ph|vn|th|tr|il";
const SPELLED_DOT = "\\s+(?:dot|punto|punkt|ponto|point)\\s+";
const SPELLED = new RegExp(
  `(?<![\\p{L}\\p{N}_.+\\-])${LOCAL}\\s+(?:at|arroba)\\s+(?:(?:${PROVIDER})\\.[a-z]{2,4}(?:\\.[a-z]{2})?` +
    `|${HOST}(?:${SPELLED_DOT}${HOST}){0,2}${SPELLED_DOT}(?:${TLD}))${NOT_BEFORE_WORD}(?![\\p{L}\\p{N}_/\\-])`,
  "giu",
);
// Words in front of "at yahoo.com" that make it an employer and not an address.
const EMPLOYED = new RegExp(
  "(?:work(?:s|ed|ing)?|job|jobs|engineers?|engineering|developers?|intern(?:ed|ship)?|manager|lead|led|teams?|employed|" +
    "employee|designers?|years?|people|look|looking|start(?:ed)?|career|scientist|analyst|sre|role|was|is|am|are|me)$",
  "iu",
);
const RUN = /(?<![\p{L}\p{N}_/.+:=#@\-])(?:\+ ?)?\(?[0-9][0-9 \u00a0().\u2010-\u2013/\-]{4,26}[0-9](?![\p{L}\p{N}_%\-])/gu;
const LINK = new RegExp(`(?:${NOT_AFTER_WORD}wa\\.me/|${NOT_AFTER_WORD}tel:)\\+?[0-9]{7,15}`, "iu");
const NOT_A_PHONE = /(?:isbn|issn|orcid|doi|rfc|iso|version|arxiv|pmid)[ :\-]{0,3}$/iu;
const CALLED = new RegExp(
  `(?:${NOT_AFTER_WORD}(?:tel|phone|telephone|whatsapp|mobile|cell|handy|sms|telefon|telefono|telefone|teléfono|tél|téléphone|` +
    `celular|móvil|mobil|call me|ring me|text me|reach me)${NOT_BEFORE_WORD}|电话|手机|電話|тел)[^\\n]{0,12}$`,
  "iu",
);

/** @param {string} text @returns {string | null} the first address as it is written */
export function findEmail(text) {
  const outside = withoutLinks(text);
  const written = (found) => text.slice(found.index, found.index + found[0].length);
  for (const found of outside.matchAll(ADDRESS)) if (found.groups?.local.toLowerCase() !== "git") return written(found);
  for (const found of outside.matchAll(SPELLED)) if (!EMPLOYED.test(found.groups?.local ?? "")) return written(found);
  return null;
}

/** @param {string} text @returns {string | null} the first phone number as it is written */
export function findPhone(text) {
  const link = LINK.exec(text);
  if (link) return link[0];
  const outside = withoutLinks(text);
  for (const found of outside.matchAll(RUN)) {
    if (isPhone(found[0], outside.slice(Math.max(0, found.index - 32), found.index))) return found[0];
  }
  return null;
}

function withoutLinks(text) {
  return text.replace(URL_IN_TEXT, (link) => " ".repeat(link.length));
}

function isPhone(run, before) {
  const groups = run.match(/[0-9]+/g) ?? [];
  const digits = groups.join("");
  const lengths = groups.map(({ length }) => length);
  const has = (...wanted) => wanted.join() === lengths.join();
  if (digits.length < 7 || digits.length > 15 || NOT_A_PHONE.test(before) || isCount(groups) || isInternet(run, groups)) return false;
  if (run.startsWith("+") || (digits.startsWith("00") && digits[2] !== "0" && lengths[0] >= 2)) return digits.length >= 8;
  if (CALLED.test(before)) return true;
  if (run.startsWith("(") && run.slice(3, 6).includes(")") && !/^(?:19|20)[0-9]{2}$/.test(groups[0])) return digits.length >= 8;
  if (digits.startsWith("0")) return lengths[0] >= 2 && digits.length >= 9 && digits.length <= 12 && digits[1] !== "0";
  if (has(3, 4, 4) || has(11)) return digits[0] === "1" && "3456789".includes(digits[1]);
  if (has(5, 5)) return "6789".includes(digits[0]);
  return (has(3, 3, 4) || has(1, 3, 3, 4)) && !run.includes("/") && "23456789".includes(/** @type {string} */ (digits.at(-10)));
}

function isCount(groups) {
  return groups.length > 1 && groups.slice(1).every(({ length }) => length === 3) && groups.at(-1) === "000";
}

function isInternet(run, groups) {
  return run.split(".").length === 4 && groups.length === 4 && groups.every((group) => Number(group) < 256);
}
