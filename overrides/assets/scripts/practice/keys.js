/**
 * Keys for all that the page does. They can be switched off, and none is taken while the reader writes:
 * https://www.w3.org/TR/WCAG22/#character-key-shortcuts
 */

import { button, make } from "../dom.js";
import { load, moment, update } from "../store.js";
import { GRADES } from "./leitner.js";

const CHOICE = "practice/keys";
/** What the theme would do with some of the keys is undone: it leaves the page. */
const THEMES_OWN = 'link[rel="next"], link[rel="prev"]';

/** @typedef {{key: string, shown: string, says: string, run: () => unknown}} Key `run` gives false if there was nothing to do. */

/** Whether the keys are on. */
const areOn = () => load().choices[CHOICE]?.on ?? true;

/** What each key does, on whatever stands in the middle. @param {import("./page.js").Practice} page @returns {Key[]} */
export function keysOf(page) {
  const run = (/** @type {string} */ name, /** @type {any[]} */ ...told) => () => (page.stage?.[name] ? page.stage[name](...told) : false);
  return [
    { key: " ", shown: "Space", says: "show the answer", run: run("reveal") },
    ...GRADES.map((grade, index) => ({ key: String(index + 1), shown: String(index + 1), says: `grade it ${grade}`, run: run("grade", grade) })),
    { key: "u", shown: "u", says: "undo the last grade", run: run("undo") },
    { key: "n", shown: "n", says: "next question; this one comes later", run: run("next") },
    { key: "t", shown: "t", says: "start and pause the clock", run: run("time") },
    { key: "r", shown: "r", says: "set the timer back", run: run("reset") },
    { key: "f", shown: "f", says: "choose what to practise", run: () => page.choose() },
    { key: "m", shown: "m", says: "mock interview", run: () => page.ask() },
    { key: "b", shown: "b", says: "begin the interview", run: run("begin") },
    { key: "e", shown: "e", says: "end the interview", run: run("finish") },
    { key: "p", shown: "p", says: "back to practice; an interview is ended first", run: () => page.back() },
    { key: "?", shown: "?", says: "show this list", run: () => (page.stage ? page.keys.open() : false) },
  ];
}

/** Listen. A key that has nothing to do is left to the browser: Space scrolls the answer. @param {Key[]} keys */
export function listen(keys) {
  for (const link of document.querySelectorAll(THEMES_OWN)) link.remove();
  const runs = new Map(keys.map(({ key, run }) => [key, run]));
  document.addEventListener("keydown", (event) => {
    const run = runs.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
    if (!run || isMeantOtherwise(event) || !areOn() || run() === false) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });
}

/** @param {KeyboardEvent} event */
function isMeantOtherwise(event) {
  const target = event.target instanceof Element ? event.target : document.body;
  const writes = target.closest("input, select, textarea, [contenteditable], dialog");
  const presses = event.key === " " && (event.shiftKey || target.closest("button, a, summary, label"));
  return Boolean(event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.defaultPrevented || writes || presses);
}

/**
 * The list of the keys, and the switch.
 * @param {Key[]} keys
 * @returns {{element: HTMLDialogElement, open: () => void}}
 */
export function keyList(keys) {
  const rows = keys.flatMap(({ shown, says }) => [make("dt", {}, make("kbd", {}, shown)), make("dd", {}, says)]);
  const box = /** @type {HTMLInputElement} */ (make("input", {
    type: "checkbox",
    onchange: () => update((state) => { state.choices[CHOICE] = { on: box.checked, at: moment() }; }),
  }));
  const element = /** @type {HTMLDialogElement} */ (make(
    "dialog",
    { class: "ct-keys", "aria-labelledby": "ct-keys" },
    make("h2", { id: "ct-keys" }, "Keys"),
    make("dl", {}, ...rows),
    make("label", { class: "ct-switch" }, box, " Use these keys on this page"),
    button("Close", () => element.close()),
  ));
  const open = () => {
    box.checked = areOn();
    element.showModal();
  };
  return { element, open };
}
