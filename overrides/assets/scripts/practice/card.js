/** One question, and what was listened for once the reader asks to see it. */

import { button, make } from "../dom.js";
import { address } from "../site.js";
import { GRADES } from "./leitner.js";
import { heading, lead, listed } from "./parts.js";

/** @typedef {import("./source.js").Question} Question */
/** @typedef {import("./leitner.js").Grade} Grade */

/** What a grade is called. @type {Record<Grade, string>} */
export const NAMES = { missed: "Missed", shaky: "Shaky", solid: "Solid" };

/**
 * @param {{question: Question, where: string, state: string, last: HTMLElement | null, clock: HTMLElement, means: (grade: Grade) => string,
 *   grade: (grade: Grade) => void, next: (() => void) | null}} told `where` stands above the
 *   question, `state` below it; `last` is the last grade, to be undone; `means` says what a grade leads to.
 * @returns {{element: HTMLElement, title: HTMLElement, reveal: (takesFocus?: boolean) => boolean, grade: (grade: Grade) => boolean}} Both give false if there was nothing to do.
 */
export function card({ question, where, state, last, clock, means, grade, next }) {
  const title = heading(2, question.text, "ct-question");
  const { answer, first } = answered(question);
  const show = button("Show the answer", () => reveal(), { key: "Space", main: true });
  const grades = graders(grade, means);
  const onward = next && button("Next question", next, { key: "n" });
  const acts = make("div", { class: "ct-acts ct-thumb" }, show, grades, onward);
  answer.hidden = grades.hidden = true;

  function reveal(takesFocus = true) {
    if (!answer.hidden) return false;
    answer.hidden = grades.hidden = false;
    show.hidden = true;
    if (takesFocus) lead(first);
    return true;
  }

  /** @param {Grade} given */
  function settle(given) {
    if (answer.hidden) return false;
    grade(given);
    return true;
  }

  const element = make(
    "section",
    { class: "ct-card", "aria-labelledby": "ct-question" },
    last,
    make("p", { class: "ct-kicker" }, where),
    title,
    make("p", { class: "ct-state" }, state),
    clock,
    answer,
    acts,
  );
  return { element, title, reveal, grade: settle };
}

/** @param {Question} question */
function answered(question) {
  const parts = [
    ["Interviewers listen for", question.listens_for],
    ["Outline of a strong answer", question.outline],
  ].filter(([, points]) => points.length);
  const page = make("a", { href: address(question.url) }, "This question on its page");
  const blocks = parts.map(([words, points]) => [heading(3, words), listed(points)]);
  const answer = make("div", { class: "ct-answer" }, ...blocks.flat(), make("p", {}, page));
  return { answer, first: blocks[0]?.[0] ?? page };
}

/** @param {(grade: Grade) => void} grade @param {(grade: Grade) => string} means */
function graders(grade, means) {
  const buttons = GRADES.map((name, index) => {
    const made = button(NAMES[name], () => grade(name), { key: String(index + 1) });
    made.append(make("span", { class: "ct-means" }, means(name)));
    return made;
  });
  return make("div", { class: "ct-grades", role: "group", "aria-label": "How was your answer?" }, ...buttons);
}
