/** The end of a mock interview: how it went, and what to go over again. */

import { button, make } from "../dom.js";
import { address } from "../site.js";
import { counted } from "../words.js";
import { NAMES } from "./card.js";
import { spoken } from "./clock.js";
import { GRADES } from "./leitner.js";
import { heading } from "./parts.js";
import { revisit } from "./revisit.js";

/** @typedef {import("./mock.js").Result} Result */

/**
 * @param {{results: Result[], spent: number, minutes: number, name: string, plan: any, names: Record<string, string>,
 *   again: () => void, others: () => void, undo: (() => void) | null, leave: () => void}} told `plan` is the track's, as it is published; `names`
 *   are those of skills.
 */
export function summary({ results, spent, minutes, name, plan, names, again, others, undo, leave }) {
  const title = heading(2, `${name}: how it went`);
  const found = revisit(results, plan, names);
  const counts = GRADES.map((grade) => `${results.filter((result) => result.grade === grade).length} ${grade}`);
  const unreached = results.filter(({ grade }) => !grade).length;
  const told = [...counts.reverse(), ...(unreached ? [`${unreached} not reached`] : [])].join(", ");
  const element = make(
    "section",
    { class: "ct-card ct-summary" },
    title,
    make("p", { class: "ct-state" }, `${told}. ${spoken(spent)} of ${counted(minutes, "minute")}.`),
    heading(3, "Skills to revisit"),
    linked(found.skills, ({ count }) => `in ${counted(count, "question")}`, "No question was missed or shaky."),
    heading(3, "Phases to revisit"),
    linked(found.phases, ({ teaches }) => teaches.join(", "), found.skills.length ? "No phase of the roadmap names these skills." : "None."),
    heading(3, "The questions"),
    make("ol", {}, ...results.map(line)),
    make(
      "div",
      { class: "ct-acts" },
      button("Repeat it", again),
      button("Draw other questions", others),
      undo && button("Undo the last grade", undo, { key: "u" }),
      button("Back to practice", leave, { key: "p" }),
    ),
  );
  return { element, title };
}

/**
 * @template {{title: string, url: string}} T
 * @param {T[]} things @param {(thing: T) => string} says @param {string} none
 */
function linked(things, says, none) {
  if (!things.length) return make("p", {}, none);
  const items = things.map((thing) => make("li", {}, make("a", { href: address(thing.url) }, thing.title), " ", make("span", { class: "ct-leg-says" }, says(thing))));
  return make("ul", {}, ...items);
}

/** @param {Result} result */
function line({ question, grade, spent }) {
  const said = grade ? `${NAMES[grade]}, ${spoken(spent)}` : "Not reached";
  return make("li", {}, make("a", { href: address(question.url) }, question.text), " ", make("span", { class: "ct-leg-says" }, said));
}
