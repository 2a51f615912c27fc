/** What is kept of a graded question. */

import { resolve } from "../aliases.js";
import { load, moment, today, update } from "../store.js";
import { settled } from "./archive.js";
import { graded, UNSEEN } from "./leitner.js";

/** @typedef {import("./source.js").Question} Question */
/** As much of a question as is kept, to name it when it is gone. */
const LONGEST = 500;
/** The last moment that can be kept. */
const LAST = Date.parse("9999-12-31T23:59:59.999Z");

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
 * @param {import("../shape.js").Card | undefined} card
 * @returns {{place: import("./leitner.js").Place, takeBack: () => boolean}} Where the card is now, and the way back:
 *   false if something else is kept of the question by then.
 */
export function keep(question, grade, card) {
  const place = graded(card, grade, today());
  const at = put(question, place, card?.at);
  const takeBack = () => {
    if (load().cards[question.id]?.at !== at) return false;
    put(question, card ? { box: card.box, due: card.due } : UNSEEN, at);
    return true;
  };
  return { place, takeBack };
}

/**
 * Keep where a card is, said later than what was said before: on merging, the later holds.
 * @param {Question} question @param {import("./leitner.js").Place} place
 * @param {string} [before] When something was last said of it, maybe under another id; by a clock that runs ahead,
 *   that may be to come.
 * @returns {string} When it was said.
 */
function put(question, place, before = "") {
  const former = load().cards[question.id]?.at ?? "";
  const at = /** @type {string} */ ([moment(), next(before), next(former)].sort().at(-1));
  update((state) => { state.cards[question.id] = { ...place, title: question.text.slice(0, LONGEST), at }; });
  return at;
}

/** The first moment after another, as far as there are any. @param {string} moment */
const next = (moment) => moment && new Date(Math.min(Date.parse(moment) + 1, LAST)).toISOString();
