/** The grades that were given here, and the way back from the last. */

import { button, make } from "../dom.js";
import { announce, tell } from "../notice.js";
import { NAMES } from "./card.js";

/**
 * @typedef {{question: import("./source.js").Question, grade: import("./leitner.js").Grade, says: string,
 *   takeBack: () => boolean}} Given `says` is what the grade led to; `takeBack` gives false if the grade holds no more.
 */

export class Grades {
  constructor() {
    /** @type {Given[]} */
    this.given = [];
    /** @type {HTMLElement | null} */
    this.line = null;
  }

  get isEmpty() {
    return !this.given.length;
  }

  /** @param {Given} given */
  add(given) {
    this.given.push(given);
  }

  /** Take the last one back, with a word to the reader. @returns {Given | null} Null if it could not be. */
  takeBack() {
    const last = this.given.pop();
    if (!last) return null;
    if (last.takeBack()) {
      announce(`Taken back: ${NAMES[last.grade]}. The question stands as it did before.`);
      return last;
    }
    this.line?.remove();
    tell("Since then this question was graded elsewhere, or all was forgotten. The grade was not taken back.");
    return null;
  }

  /** What the last one was, with the way back; nothing while there is none. @param {() => void} undo */
  shown(undo) {
    const last = this.given.at(-1);
    if (!last) return (this.line = null);
    const says = [`Last grade: ${NAMES[last.grade]}`, last.says].filter(Boolean).join(", ");
    const back = button("Undo", undo, { key: "u" });
    back.setAttribute("aria-label", "Undo the last grade");
    this.line = make("p", { class: "ct-given" }, make("span", {}, `${says}.`), back);
    return this.line;
  }
}
