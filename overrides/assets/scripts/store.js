/** What this browser keeps: read, changed and saved, with a word to the reader where that cannot be. */

import { merged } from "./merge.js";
import { tell } from "./notice.js";
import { checked, empty } from "./shape.js";

/** @typedef {import("./shape.js").State} State */

export const KEY = "crosstrack";
/** Where a state that could not be read is put aside, so that it is not lost. */
export const ASIDE = "crosstrack.aside";

const changes = new EventTarget();
/** What holds while the browser keeps nothing. @type {State | null} */
let unkept = null;

/** What is kept, as it is now. What cannot be read is put aside, and the reader is told. @returns {State} */
export function load() {
  if (unkept) return unkept;
  const text = kept();
  if (text === null) return empty();
  try {
    return checked(JSON.parse(text));
  } catch (error) {
    putAside(text, error);
    return empty();
  }
}

/**
 * Change what is kept.
 * @param {(state: State) => void} change Changes the state that it is given.
 */
export function update(change) {
  const state = load();
  change(state);
  save(state);
}

/** Take in another state, as `merged` does. @param {State} other */
export function include(other) {
  save(merged(load(), other));
}

/** Forget everything. */
export function clear() {
  save(empty());
}

/**
 * Be told of every change, made here or in another window.
 * @param {(state: State) => void} listener
 */
export function watch(listener) {
  changes.addEventListener("change", () => listener(load()));
}

/** The moment that a change is made at. @returns {string} */
export function moment() {
  return new Date().toISOString();
}

/** Today, where the reader is. @returns {string} */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** @param {State} state */
function save(state) {
  try {
    localStorage.setItem(KEY, JSON.stringify(state));
    unkept = null;
  } catch {
    unkept = state;
    tell("This browser keeps nothing for this site: what you enter is gone when you leave the page.");
  }
  changes.dispatchEvent(new Event("change"));
}

/** @returns {string | null} */
function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {string} text @param {unknown} error */
function putAside(text, error) {
  const why = error instanceof RangeError ? error.message : "It is not a plan of this site.";
  try {
    localStorage.setItem(ASIDE, text);
    localStorage.removeItem(KEY);
  } catch {
    unkept = empty();
  }
  tell(`What this browser had saved could not be read. ${why} It was put aside, and nothing of it is used.`);
}

addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === null) changes.dispatchEvent(new Event("change"));
});
