/** Where the modules and the shared tables are, and the index of four people that Python wrote. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ASSETS = fileURLToPath(new URL("../../../generator/site/assets/", import.meta.url));

/** @param {string} name of a file in tests/tables @returns {any} */
export function table(name) {
  return JSON.parse(readFileSync(new URL(`../../tables/${name}`, import.meta.url), "utf8"));
}

/** @param {string} name of a module of the site @returns {Promise<any>} */
export function load(name) {
  return import(`${ASSETS}${name}`);
}

/** Random numbers that are the same in every run. @param {number} seed @returns {(below: number) => number} */
export function dice(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
