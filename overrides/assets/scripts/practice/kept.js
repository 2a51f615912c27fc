/** What is kept of a graded question. */

import { resolve } from "../aliases.js";
import { load, moment, today, update } from "../store.js";
import { settled } from "./archive.js";
import { graded } from "./leitner.js";

/** @typedef {import("./source.js").Question} Question */
/** As much of a question as is kept, to name it when it is gone. */
const LONGEST = 500;

/**
 * The cards that are kept, by the ids of the questions that are there.
 * @param {Question[]} questions
 * @param {import("./source.js").Track[]} listed
 * @param {import("../aliases.js").Aliases} aliases
 */
export function kept(questions, listed, aliases) {
  const known = new Set(questions.map(({ id }) => id));
  const here = new Set(questions.map(({ track }) => track));
  const elsewhere = new Set(listed.map(({ slug }) => slug).filter((slug) => !here.has(slug)));
  const { cards } = load();
  const { renamed } = resolve(Object.keys(cards), known, aliases);
  const owners = new Set(Object.keys(cards).map((id) => id.split("/")[0]));
  const { renamed: tracks } = resolve(owners, new Set(listed.map(({ slug }) => slug)), { ...aliases, skills: {} });
  const isElsewhere = (/** @type {string} */ track) => elsewhere.has(tracks[track] ?? track);
  return settled(cards, known, (id) => !isElsewhere(id.split("/")[0]), (id) => renamed[id] ?? id);
}

/**
 * Keep a grade.
 * @param {Question} question
 * @param {import("./leitner.js").Grade} grade
 * @param {import("./leitner.js").Place | undefined} card
 * @returns {import("./leitner.js").Place} Where the card is now.
 */
export function keep(question, grade, card) {
  const place = graded(card, grade, today());
  update((state) => { state.cards[question.id] = { ...place, title: question.text.slice(0, LONGEST), at: moment() }; });
  return place;
}
