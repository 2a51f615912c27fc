/**
 * When a question comes back: five boxes after Leitner.
 *
 * What is known moves up a box, what is not known goes back to the first, and each box waits longer than the one
 * before it: Sebastian Leitner, So lernt man lernen, Herder, Freiburg 1972. Leitner took a box up when it was full;
 * days in place of that are ours, and so is the grade between the two, which leaves a card in its box.
 */

import { later } from "../days.js";

/** @typedef {"missed" | "shaky" | "solid"} Grade */
/** @typedef {{box: number, due: string}} Place A box, from 1, and the day (`2026-11-21`) on which it is due. */

/** Days until a card of each box is due again; the page explains them. */
export const INTERVALS = [1, 3, 7, 14, 30];
export const BOXES = INTERVALS.length;
/** @type {Grade[]} */
export const GRADES = ["missed", "shaky", "solid"];
const DAY = 86_400_000;
/**
 * Where a question stands whose only grade was taken back. It says so, and is not just left out: what is left out
 * comes back with the next older copy that is merged. Editions that do not know it ask such a question first.
 * @type {Place}
 */
export const UNSEEN = { box: 1, due: "1970-01-01" };

/** @param {Place} card */
export const isUnseen = (card) => card.due === UNSEEN.due;

/**
 * Where a card goes. Before it is due only a miss counts: knowing a thing an hour later proves little.
 * @param {Place | undefined} card Undefined for a question that was never graded: it counts as due in the first box.
 * @param {Grade} grade
 * @param {string} today
 * @returns {Place}
 */
export function graded(card, grade, today) {
  if (grade === "missed") return placed(1, today);
  if (card && !isDue(card, today)) return { box: card.box, due: card.due };
  const box = card?.box ?? 1;
  return placed(grade === "solid" ? Math.min(box + 1, BOXES) : box, today);
}

/** @param {number} box @param {string} today @returns {Place} */
const placed = (box, today) => ({ box, due: later(today, INTERVALS[box - 1]) });

/** @param {Place} card @param {string} today */
export const isDue = (card, today) => card.due <= today;

/** How many days it is from one day to another. @param {string} from @param {string} to @returns {number} */
export const daysBetween = (from, to) => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

/**
 * Questions as they are met: those due, the longest due first, then the unseen, then those that are not due yet.
 * Where that says nothing, their own order holds.
 * @param {string[]} ids
 * @param {Record<string, Place>} cards
 * @param {string} today
 * @returns {{due: string[], unseen: string[], later: string[]}}
 */
export function inTurn(ids, cards, today) {
  const seen = ids.filter((id) => Object.hasOwn(cards, id));
  const ordered = seen.sort((a, b) => (cards[a].due < cards[b].due ? -1 : cards[a].due > cards[b].due ? 1 : 0));
  return {
    due: ordered.filter((id) => isDue(cards[id], today)),
    unseen: ids.filter((id) => !Object.hasOwn(cards, id)),
    later: ordered.filter((id) => !isDue(cards[id], today)),
  };
}
