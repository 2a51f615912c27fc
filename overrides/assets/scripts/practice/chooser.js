/** What is practised: the filters, folded under one line that says what they come to. */

import { button, make } from "../dom.js";
import { counted } from "../words.js";
import { ALL, ANSWERS, choices } from "./filters.js";
import { choice, heading } from "./parts.js";

/** @typedef {import("./filters.js").Wanted} Wanted */
/** @typedef {import("./source.js").Track} Track */

const LABELS = { domain: "Domain", round: "Round", skill: "Skill" };

/**
 * @param {{wanted: Wanted, listed: Track[], asked: import("./source.js").Asked, counts: string, isOpen: boolean,
 *   change: (wanted: Wanted, field: string) => void}} told `change` is given the field that was changed.
 * @returns {HTMLDetailsElement}
 */
export function chooser({ wanted, listed, asked, counts, isOpen, change }) {
  const { filters } = wanted;
  const filtered = (/** @type {Partial<typeof filters>} */ more, /** @type {string} */ field) => (
    change({ ...wanted, filters: { ...filters, ...more }, mock: null }, field)
  );
  const found = choices(asked, filters);
  const fields = Object.entries(LABELS).map(([name, label]) => {
    const options = [{ id: "", name: "Any" }, ...found[name].map(({ id, name: words, count }) => ({ id, name: `${words} (${count})` }))];
    return choice(name, label, options, filters[name], (id) => filtered({ [name]: id }, name));
  });
  const track = trackField(filters.track, listed, (id) => filtered({ track: id, domain: "", round: "", skill: "" }, "track"));
  const times = ANSWERS.map((minutes) => ({ id: String(minutes), name: counted(minutes, "minute") }));
  const answer = choice("answer", "Time for an answer", times, String(wanted.answer), (id) => change({ ...wanted, answer: Number(id) }, "answer"));
  const clear = button("Clear the filters", () => filtered({ domain: "", round: "", skill: "" }, "domain"));
  clear.hidden = !(filters.domain || filters.round || filters.skill);
  return /** @type {HTMLDetailsElement} */ (make(
    "details",
    { class: "ct-chooser", open: isOpen },
    make("summary", {}, make("span", {}, named(wanted, listed, found)), " ", make("span", { class: "ct-counts" }, counts)),
    make("div", { class: "ct-fields" }, track, ...fields, answer, clear),
  ));
}

/** What is chosen, in words. @param {Wanted} wanted @param {Track[]} listed @param {ReturnType<typeof choices>} found */
function named({ filters }, listed, found) {
  const track = listed.find(({ slug }) => slug === filters.track)?.title ?? "All tracks";
  const names = Object.keys(LABELS).map((name) => found[name].find(({ id }) => id === filters[name])?.name);
  return [track, ...names.filter(Boolean)].join(" · ");
}

/** Ask which track it is to be. @param {Track[]} listed @param {(id: string) => void} change */
export function trackless(listed, change) {
  const title = heading(2, "Which track do you practise for?");
  const field = make("div", { class: "ct-fields" }, trackField("", listed, change));
  return { element: make("section", { class: "ct-card" }, title, field), title };
}

/** @param {string} chosen @param {Track[]} listed @param {(id: string) => void} change */
export function trackField(chosen, listed, change, { withAll = true } = {}) {
  const options = [
    ...(chosen ? [] : [{ id: "", name: "Choose a track" }]),
    ...listed.map(({ slug, title }) => ({ id: slug, name: title })),
    ...(withAll ? [{ id: ALL, name: "All tracks" }] : []),
  ];
  return choice("track", "Track", options, chosen, (id) => id && change(id));
}
