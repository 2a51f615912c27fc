/** Practice: the questions that are due, then the unseen, one at a time. */

import { button, make } from "../dom.js";
import { announce } from "../notice.js";
import { today } from "../store.js";
import { counted } from "../words.js";
import { card, NAMES } from "./card.js";
import { Grades } from "./given.js";
import { keep } from "./kept.js";
import { BOXES, graded, inTurn } from "./leitner.js";
import { heading, lead, when } from "./parts.js";
import { timer } from "./timer.js";

/** @typedef {import("./source.js").Question} Question */

/**
 * @param {{questions: Question[], asked: import("./source.js").Asked, cards: () => Record<string, import("../shape.js").Card>,
 *   minutes: number, owner: (track: string) => string}} told `cards` are those that are kept now; `minutes` are for an
 *   answer; `owner` names a track where there are several, and else is empty.
 */
export function practise({ questions, asked, cards, minutes, owner }) {
  const element = make("div", { class: "ct-stage" });
  const byId = new Map(questions.map((question) => [question.id, question]));
  const turn = inTurn([...byId.keys()], cards(), today());
  let queue = [...turn.due, ...turn.unseen];
  const grades = new Grades();
  let done = 0;
  /** @type {{shown: ReturnType<typeof card>, clock: ReturnType<typeof timer>} | null} */
  let now = null;

  function show(takesFocus = true) {
    now?.clock.stop();
    const question = byId.get(queue[0]);
    now = question ? ask(question) : null;
    const title = now ? now.shown.title : ended();
    if (now) element.replaceChildren(now.shown.element);
    if (takesFocus) lead(title);
  }

  /** @param {Question} question */
  function ask(question) {
    const place = cards()[question.id];
    const over = `${counted(minutes, "minute")} ${minutes === 1 ? "is" : "are"} over.`;
    const clock = timer({ label: "Time for your answer", minutes, over });
    const shown = card({
      question,
      where: [owner(question.track), question.domain, ...roundsOf(question, asked)].filter(Boolean).join(" · "),
      state: stateOf(place),
      last: grades.shown(undo),
      clock: clock.element,
      means: (grade) => `again ${when(graded(place, grade, today()).due, today())}`,
      grade: (grade) => settle(question, grade),
      next: queue.length > 1 ? skip : null,
    });
    return { shown, clock };
  }

  /** @param {Question} question @param {import("./leitner.js").Grade} grade */
  function settle(question, grade) {
    const { place, takeBack } = keep(question, grade, cards()[question.id]);
    grades.add({ question, grade, takeBack, says: `again ${when(place.due, today())}` });
    queue.shift();
    done += 1;
    announce(`${NAMES[grade]}. It comes again ${when(place.due, today())}.`);
    show();
  }

  /** Ask the question that was graded last again, its answer open, and the card where it was. */
  function undo() {
    if (grades.isEmpty) return false;
    const last = grades.takeBack();
    if (last) {
      queue = [last.question.id, ...queue.filter((id) => id !== last.question.id)];
      done -= 1;
      show(false);
      now?.shown.reveal(false);
    }
    lead(/** @type {HTMLElement} */ (element.querySelector("h2")));
    return true;
  }

  function skip() {
    queue.push(.../** @type {string[]} */ (queue.splice(0, 1)));
    show();
  }

  /** Say that there is nothing to do, and what there is. */
  function ended() {
    const left = inTurn([...byId.keys()], cards(), today()).later;
    const title = heading(2, byId.size ? "Nothing more is due today" : "No question passes these filters");
    const next = left.length ? `The next one comes ${when(cards()[left[0]].due, today())}.` : "";
    const says = [done ? `You graded ${counted(done, "question")}.` : "", next].filter(Boolean).join(" ");
    const ahead = button("Go on ahead of time", () => { queue = left; show(); });
    ahead.hidden = !left.length;
    element.replaceChildren(make("section", { class: "ct-card ct-done" }, grades.shown(undo), title, make("p", { class: "ct-state" }, says), ahead));
    return title;
  }

  show(false);
  return {
    element,
    get title() { return /** @type {HTMLElement | null} */ (element.querySelector("h2")); },
    leave: () => now?.clock.stop(),
    reveal: () => now?.shown.reveal() ?? false,
    grade: (/** @type {import("./leitner.js").Grade} */ grade) => now?.shown.grade(grade) ?? false,
    undo,
    next: () => (queue.length > 1 ? skip() : false),
    time: () => (now ? now.clock.toggle() : false),
    reset: () => (now ? now.clock.reset() : false),
  };
}

/** @param {Question} question @param {import("./source.js").Asked} asked */
const roundsOf = ({ track, rounds }, asked) => rounds.map((id) => asked.rounds[`${track}/${id}`] ?? id);

/** @param {import("./leitner.js").Place | undefined} place */
const stateOf = (place) => (place ? `Box ${place.box} of ${BOXES}, due ${when(place.due, today())}` : "You have not seen this one yet.");
