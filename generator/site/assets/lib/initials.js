/** What stands for a face without a photo: letters and a colour. The twin of generator/site/initials.py. */

const HUES = 8;

/** The rule whose exceptions a chunk of cards carries. @param {string} name @returns {string} */
export function guessInitials(name) {
  const words = name.split(" ").map((word) => Array.from(word)[0] ?? "");
  return (words.length > 1 ? words[0] + words.at(-1) : words[0]).toUpperCase();
}

/** @param {string} handle @returns {number} which of the colours of a face is theirs */
export function hueOf(handle) {
  return new TextEncoder().encode(handle).reduce((sum, byte) => sum + byte, 0) % HUES;
}
