/** What a slip of the pen was meant to be. Nothing here touches the page. */

import { key } from "./names.js";

/** @typedef {import("./names.js").Name} Name */

const LONGEST_PART = 4;

/**
 * How many letters are wrong, missing, too many, or have changed places with their neighbour.
 * @param {string} from @param {string} to @param {number} limit What lies beyond it is of no interest.
 * @returns {number} More than the limit if it is beyond.
 */
export function distance(from, to, limit) {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let before = [];
  let above = Array.from({ length: to.length + 1 }, (_, place) => place);
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let place = 1; place <= to.length; place++) {
      const wrong = from[row - 1] === to[place - 1] ? 0 : 1;
      let least = Math.min(above[place] + 1, line[place - 1] + 1, above[place - 1] + wrong);
      const swapped = row > 1 && place > 1 && from[row - 1] === to[place - 2] && from[row - 2] === to[place - 1];
      if (swapped) least = Math.min(least, before[place - 2] + 1);
      line.push(least);
    }
    if (Math.min(...line) > limit) return limit + 1;
    [before, above] = [above, line];
  }
  return above[to.length];
}

/**
 * The name that words may be a slip for: one letter in about four, three at most.
 * @param {Name[]} names @param {string} words @returns {Name | null} Null too if the words are a name.
 */
export function nearest(names, words) {
  const asked = key(words);
  let limit = Math.min(3, Math.floor((asked.length + 1) / 4));
  /** @type {Name | null} */
  let best = null;
  for (const name of names) {
    const far = distance(asked, name.key, limit);
    if (far === 0) return null;
    if (far > limit || (best && far === limit)) continue;
    [best, limit] = [name, far];
  }
  return best;
}

/**
 * The query without the slip in it.
 * @param {Name[]} names @param {string} query @param {boolean} inParts Whether a part of it may be one, too.
 * @returns {string} Empty if there is none.
 */
export function mended(names, query, inParts) {
  const words = query.split(/\s+/).filter(Boolean);
  const least = inParts ? 1 : words.length;
  for (let size = words.length; size >= Math.max(1, least); size--) {
    if (size > LONGEST_PART && size < words.length) continue;
    for (let start = 0; start + size <= words.length; start++) {
      const name = nearest(names, words.slice(start, start + size).join(" "));
      if (name) return [...words.slice(0, start), name.word, ...words.slice(start + size)].join(" ");
    }
  }
  return "";
}
