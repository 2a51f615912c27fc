/** Cards of questions that have another id now, or are gone. None is dropped. */

import { isUnseen } from "./leitner.js";

/** @typedef {import("../shape.js").Card} Card */

/**
 * The cards by the ids that hold today, and those whose question is gone; without those that say that nothing is said.
 * @param {Record<string, Card>} cards
 * @param {Set<string>} known Ids of the questions that are there.
 * @param {(id: string) => boolean} isLookedAt Whether it is known what became of an id: only then can it be gone.
 * @param {(id: string) => string} [resolve] From an id to the one that holds today.
 * @returns {{cards: Record<string, Card>, archived: {id: string, card: Card}[]}}
 */
export function settled(cards, known, isLookedAt, resolve = (id) => id) {
  /** @type {Record<string, Card>} */
  const held = {};
  const archived = [];
  for (const [id, card] of Object.entries(cards)) {
    const now = known.has(id) ? id : resolve(id);
    if (known.has(now)) {
      if (!Object.hasOwn(held, now) || isLater(card, held[now])) held[now] = card;
    } else if (isLookedAt(id) && !isUnseen(card)) archived.push({ id, card });
  }
  const seen = Object.fromEntries(Object.entries(held).filter(([, card]) => !isUnseen(card)));
  return { cards: seen, archived: archived.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** @param {Card} one @param {Card} other */
const isLater = (one, other) => Date.parse(one.at) > Date.parse(other.at);
