/** A mock interview: a round's worth of questions against one clock. */

import { make } from "../dom.js";
import { announce } from "../notice.js";
import { card, NAMES } from "./card.js";
import { Grades } from "./given.js";
import { keep } from "./kept.js";
import { lead } from "./parts.js";
import { timer } from "./timer.js";

/** @typedef {import("./source.js").Question} Question */
/** @typedef {import("./leitner.js").Grade} Grade */
/** @typedef {{question: Question, grade: Grade | null, spent: number}} Result `spent`: milliseconds. */

/**
 * @param {{questions: Question[], name: string, minutes: number, cards: () => Record<string, import("../shape.js").Card>,
 *   end: (results: Result[], spent: number) => void, reopen: () => void}} told `name` is that of the round; `reopen`
 *   shows the interview again after its end.
 */
export function mock({ questions, name, minutes, cards, end, reopen }) {
  const element = make("div", { class: "ct-stage" });
  const clock = timer({ label: "Time of the interview", minutes, down: true, over: "Time is up. Finish your answer." });
  /** @type {Map<string, Result>} */
  const results = new Map(questions.map((question) => [question.id, { question, grade: null, spent: 0 }]));
  const queue = [...questions];
  const grades = new Grades();
  let shown = show();
  let began = 0;
  let isOver = false;
  let ran = false;

  function show() {
    const question = queue[0];
    const at = questions.indexOf(question) + 1;
    const made = card({
      question,
      where: `${name} · question ${at} of ${questions.length}`,
      state: "",
      last: grades.shown(undo),
      clock: clock.element,
      means: () => "",
      grade: (grade) => !isOver && settle(question, grade),
      next: queue.length > 1 ? skip : null,
    });
    element.replaceChildren(made.element);
    return made;
  }

  /** Note the time that the question at hand took. */
  function noted() {
    const result = /** @type {Result} */ (results.get(queue[0].id));
    result.spent += clock.elapsed - began;
    began = clock.elapsed;
    return result;
  }

  /** @param {Question} question @param {Grade} grade */
  function settle(question, grade) {
    noted().grade = grade;
    grades.add({ question, grade, says: "", takeBack: keep(question, grade, cards()[question.id]).takeBack });
    queue.shift();
    if (!queue.length) return void finish();
    announce(`${NAMES[grade]}.`);
    shown = show();
    lead(shown.title);
  }

  /** Back to the question that was graded last, its answer open; after the end, the interview goes on. */
  function undo() {
    if (grades.isEmpty) return false;
    const last = grades.takeBack();
    if (!last) return void lead(shown.title);
    if (!isOver) noted();
    else {
      reopen();
      isOver = false;
      if (ran) clock.start();
    }
    /** @type {Result} */ (results.get(last.question.id)).grade = null;
    queue.unshift(last.question);
    shown = show();
    shown.reveal(false);
    lead(shown.title);
    return true;
  }

  function skip() {
    if (isOver) return false;
    noted();
    queue.push(.../** @type {Question[]} */ (queue.splice(0, 1)));
    shown = show();
    lead(shown.title);
    return true;
  }

  function finish() {
    if (isOver) return false;
    isOver = true;
    ran = clock.isRunning;
    clock.stop();
    if (queue.length) noted();
    end([...results.values()], clock.elapsed);
    return true;
  }

  return {
    element,
    get title() { return shown.title; },
    open: () => { clock.toggle(); lead(shown.title); },
    leave: () => clock.stop(),
    reveal: () => shown.reveal(),
    grade: (/** @type {Grade} */ grade) => shown.grade(grade),
    next: () => (queue.length > 1 ? skip() : false),
    undo,
    get canUndo() { return !grades.isEmpty; },
    time: () => (isOver ? false : clock.toggle()),
    finish,
  };
}
