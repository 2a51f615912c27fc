/** What the parts of the page are made of. */

import { make } from "../dom.js";
import { daysBetween } from "./leitner.js";

/** A heading that can be given the focus. @param {number} level @param {string} words @param {string} [id] */
export function heading(level, words, id = "") {
  return make(`h${level}`, { tabindex: "-1", ...(id && { id }) }, words);
}

/** Give the focus to a heading, and bring what it stands above to where it can be read. @param {HTMLElement} title */
export function lead(title) {
  title.focus({ preventScroll: true });
  const part = title.closest("section") ?? title;
  const { top, bottom } = part.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) part.scrollIntoView({ block: "start" });
}

/** Draw anew, and give the focus back to the field that had it. @param {() => void} draw */
export function redrawn(draw) {
  const { id } = document.activeElement ?? { id: "" };
  draw();
  if (id) document.getElementById(id)?.focus();
}

/** @param {string[]} points */
export const listed = (points) => make("ul", {}, ...points.map((point) => make("li", {}, point)));

/**
 * A labelled choice among a few.
 * @param {string} name
 * @param {string} label
 * @param {{id: string, name: string}[]} options
 * @param {string} chosen
 * @param {(id: string) => void} change
 * @returns {HTMLElement}
 */
export function choice(name, label, options, chosen, change) {
  const id = `ct-field-${name}`;
  const listener = (/** @type {Event} */ event) => change(/** @type {HTMLSelectElement} */ (event.target).value);
  const items = options.map((option) => make("option", { value: option.id, selected: option.id === chosen }, option.name));
  return make("div", {}, make("label", { for: id }, label), make("select", { id, name, onchange: listener }, ...items));
}

/** When a day is, seen from today: `tomorrow`, `in 3 days`, `on 5 December`. @param {string} day @param {string} today */
export function when(day, today) {
  const days = daysBetween(today, day);
  if (days <= 0) return days === 0 ? "today" : days === -1 ? "since yesterday" : `since ${named(day)}`;
  return days === 1 ? "tomorrow" : days < 7 ? `in ${days} days` : `on ${named(day)}`;
}

/** @param {string} day */
const named = (day) => new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
