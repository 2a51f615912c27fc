/** Questions drawn by lot from a seed: the same seed draws the same, so that a link repeats a mock interview. */

/** Minutes that a question takes in a round: an answer, what is asked back, a glance at what was listened for. */
export const MINUTES_EACH = 5;
/** How long a round may be, in minutes; the guides speak of 45 to 60. */
export const ROUNDS = [15, 30, 45, 60];
export const USUAL_ROUND = 45;

/** How many questions fit into a round of so many minutes. @param {number} minutes @returns {number} */
export const fitting = (minutes) => Math.floor(minutes / MINUTES_EACH);

/** @param {string} text @returns {boolean} */
export const isSeed = (text) => /^[a-z0-9]{1,12}$/.test(text);

/** A seed that nobody chose. @returns {string} */
export const newSeed = () => crypto.getRandomValues(new Uint32Array(1))[0].toString(36);

/**
 * Some of the items, in an order that the seed gives.
 * @template T
 * @param {readonly T[]} items
 * @param {number} count All of them if there are no more.
 * @param {string} seed
 * @returns {T[]}
 */
export function drawn(items, count, seed) {
  const left = [...items];
  const chance = chances(seed);
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(chance() * left.length), 1)[0]);
}

/**
 * Numbers from 0 up to 1: Marsaglia's xorshift with 32 bits (Xorshift RNGs, Journal of Statistical Software 8(14),
 * 2003). Seeds that look alike begin alike, so the first few numbers are passed over.
 * @param {string} seed @returns {() => number}
 */
function chances(seed) {
  let state = digest(seed) || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let passed = 0; passed < 8; passed += 1) next();
  return next;
}

/** A number from a text: FNV-1a with 32 bits, after Fowler, Noll and Vo. @param {string} text @returns {number} */
function digest(text) {
  return [...text].reduce((sum, sign) => Math.imul(sum ^ sign.codePointAt(0), 0x01000193), 0x811c9dc5) | 0;
}
