/** Two states as one. Nothing is overwritten by something older, and nothing is lost. */

import { empty } from "./shape.js";

/** @typedef {import("./shape.js").State} State */

const PARTS = ["ticks", "skills", "plans", "cards", "choices"];

/**
 * Both states together: of an item that both know, what was said later. The same whichever comes first.
 * @param {State} one @param {State} other @returns {State}
 */
export function merged(one, other) {
  const state = empty();
  for (const part of PARTS) state[part] = both(one[part], other[part]);
  state.track = lastPlanned(state.plans) || (one.track > other.track ? one.track : other.track);
  return state;
}

/** @param {Record<string, {at: string}>} one @param {Record<string, {at: string}>} other */
function both(one, other) {
  const all = { ...one };
  for (const [name, entry] of Object.entries(other)) {
    if (!Object.hasOwn(all, name) || isLater(entry, all[name])) all[name] = entry;
  }
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Two entries of the same moment are told apart by what they say, so that the order of merging does not matter. */
function isLater(one, other) {
  const [a, b] = [Date.parse(one.at), Date.parse(other.at)];
  return a === b ? JSON.stringify(one) > JSON.stringify(other) : a > b;
}

/** @param {Record<string, {at: string}>} plans */
function lastPlanned(plans) {
  const names = Object.keys(plans).sort();
  return names.reduce((best, name) => (best === "" || isLater(plans[name], plans[best]) ? name : best), "");
}
