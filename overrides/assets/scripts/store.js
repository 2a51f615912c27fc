/**
 * What this browser keeps: read, changed and saved, with a word to the reader where that cannot be.
 *
 * What is stored and cannot be read is never written over: it is put aside first, or left as it is. What cannot be saved
 * holds for as long as the page is open, and joins what other windows save as soon as there is room.
 */

import { merged } from "./merge.js";
import { tell } from "./notice.js";
import { NewerError, checked, empty, shortened } from "./shape.js";

/** @typedef {import("./shape.js").State} State */

const KEY = "crosstrack";
/** Where a state that could not be read is put aside, so that it is not lost; a second one stands under `….2`. */
const ASIDE = "crosstrack.aside";

const changes = new EventTarget();
/**
 * What holds while nothing can be saved, and what was stored when that began. `locked`: that must not be written over.
 * @type {{state: State, stored: string | null, locked: boolean} | null}
 */
let unkept = null;

/** What is kept, as it is now. What cannot be read is put aside, and the reader is told. @returns {State} */
export function load() {
  const text = kept();
  if (unkept && unkept.stored === text) return structuredClone(unkept.state);
  const { state, locked } = read(text);
  if (!unkept && !locked) return state;
  unkept = { state: unkept ? merged(state, unkept.state) : state, stored: kept(), locked };
  return structuredClone(unkept.state);
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

/** Forget everything, what was put aside too. */
export function clear() {
  unkept = null;
  try {
    aside().forEach((_, index) => localStorage.removeItem(asideName(index)));
    localStorage.removeItem(KEY);
  } catch {
    unkept = { state: empty(), stored: kept(), locked: false };
  }
  changes.dispatchEvent(new Event("change"));
}

/** What was put aside, as it was found. @returns {string[]} */
export function aside() {
  /** @type {string[]} */
  const texts = [];
  for (let text = stored(asideName(0)); text !== null; text = stored(asideName(texts.length))) texts.push(text);
  return texts;
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

/** Save what can be read again, and nothing else. @param {State} state Changed from what `load` gave just now. */
function save(state) {
  try {
    const sound = checked(shortened(state));
    if (unkept?.locked || !written(sound)) hold(sound);
    else unkept = null;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    tell(`What was just said could not be kept. ${error.message}`);
  }
  changes.dispatchEvent(new Event("change"));
}

/** @param {State} state @returns {boolean} Whether there was room. */
function written(state) {
  try {
    localStorage.setItem(KEY, JSON.stringify(state));
    return true;
  } catch {
    return false;
  }
}

/** Hold a state for as long as the page is open. @param {State} state */
function hold(state) {
  const locked = unkept?.locked ?? false;
  unkept = { state, stored: kept(), locked };
  if (locked) return; // the reader was told when it was found
  tell(unkept.stored === null ? "This browser keeps nothing for this site: what you enter is gone when you leave the page."
    : "There is no room to save what you enter: it is gone when you leave the page. What was saved before is still there.");
}

/** @param {string} name @returns {string | null} */
function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

const kept = () => stored(KEY);
/** @param {number} index */
const asideName = (index) => (index ? `${ASIDE}.${index + 1}` : ASIDE);

/** @param {string | null} text @returns {{state: State, locked: boolean}} */
function read(text) {
  try {
    return { state: text === null ? empty() : checked(JSON.parse(text)), locked: false };
  } catch (error) {
    return { state: empty(), locked: !madeWay(/** @type {string} */ (text), error) };
  }
}

/** Make way for a new state, where the old one cannot be read. @param {string} text @param {unknown} error @returns {boolean} */
function madeWay(text, error) {
  if (error instanceof NewerError) {
    tell(`What this browser has saved is left as it is. ${error.message} Reload the page to use it: what you enter here is not kept.`);
    return false;
  }
  const done = putAside(text);
  const why = error instanceof RangeError ? error.message : "It is not a plan of this site.";
  tell(`What this browser had saved could not be read. ${why} ${done ? "It was put aside, and nothing of it is used: the planner gives it to you as a file."
    : "There was no room to put it aside: it is left as it is, and what you enter is gone when you leave the page."}`);
  return done;
}

/** @param {string} text @returns {boolean} Whether it is safe elsewhere, and its place free. */
function putAside(text) {
  const there = aside();
  try {
    if (!there.includes(text)) localStorage.setItem(asideName(there.length), text);
    localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === null) changes.dispatchEvent(new Event("change"));
});
