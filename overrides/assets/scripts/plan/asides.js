/** What a plan says beside itself: that it came with a link, and what it keeps of things that are gone. */

import { button, make } from "../dom.js";

/** @param {() => void} keep @param {() => void} leave */
export function visiting(keep, leave) {
  return make("section", { class: "ct-plan-visit", "aria-label": "A plan from a link" },
    make("p", {}, "This plan came with the link. Nothing of it is saved yet. If you keep it, it is merged into what this browser keeps: of what both know, the later word holds."),
    make("div", { class: "ct-buttons" }, button("Keep it", keep, { main: true }), button("Leave it", leave)));
}

/** @typedef {import("../archive.js").Gone} Gone */

const WORDS = { skills: "skill", plans: "plan of a track", ticks: "tick" };

/**
 * The list of what is gone, until it is forgotten. What stays in it stays where it is, and keeps the focus.
 * @param {(one: Gone) => void} forget
 * @param {() => void} rest Focuses something else when the last one is forgotten.
 * @returns {{element: HTMLElement, show: (gone: Gone[]) => void}}
 */
export function makeArchived(forget, rest) {
  const list = make("ul");
  const element = make("section", { class: "ct-plan-gone", "aria-labelledby": "plan-gone", hidden: true }, make("h2", { id: "plan-gone" }, "Archived"),
    make("p", { class: "ct-says" }, "The site no longer has these. They count nothing, and are kept until you forget them."), list);
  /** @type {Map<string, HTMLElement>} */
  const items = new Map();
  const put = (/** @type {Gone} */ one) => {
    const item = make("li", {}, `${one.title} (${WORDS[one.part]}) `, button("Forget it", () => {
      const next = item.nextElementSibling ?? item.previousElementSibling;
      if (next) next.querySelector("button")?.focus();
      else rest();
      forget(one);
    }));
    item.querySelector("button")?.setAttribute("aria-label", `Forget ${one.title}`);
    return item;
  };
  const show = (/** @type {Gone[]} */ gone) => {
    const names = new Map(gone.map((one) => [`${one.part}/${one.id}`, one]));
    for (const [name, item] of items) if (!names.has(name)) items.delete(name) && item.remove();
    for (const [name, one] of names) {
      if (items.has(name)) continue;
      items.set(name, put(one));
      list.append(/** @type {HTMLElement} */ (items.get(name)));
    }
    element.hidden = items.size === 0;
  };
  return { element, show };
}
