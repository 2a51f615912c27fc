/** What a plan says beside itself: that it came with a link, and what it keeps of things that are gone. */

import { make } from "../dom.js";
import { button } from "./keep.js";

/** @param {() => void} keep @param {() => void} leave */
export function visiting(keep, leave) {
  const main = button("Keep it", keep);
  main.className = "ct-main";
  return make("section", { class: "ct-plan-visit", "aria-label": "A plan from a link" },
    make("p", {}, "This plan came with the link. Nothing of it is saved yet. If you keep it, it is merged into what this browser keeps: of what both know, the later word holds."),
    make("div", { class: "ct-buttons" }, main, button("Leave it", leave)));
}

/**
 * @param {import("../archive.js").Gone[]} gone
 * @param {(one: import("../archive.js").Gone) => void} forget
 * @returns {HTMLElement[]}
 */
export function archived(gone, forget) {
  if (gone.length === 0) return [];
  const words = { skills: "skill", plans: "plan of a track", ticks: "tick" };
  const items = gone.map((one) => {
    const put = button("Forget it", () => forget(one));
    put.setAttribute("aria-label", `Forget ${one.title}`);
    return make("li", {}, `${one.title} (${words[one.part]}) `, put);
  });
  return [make("section", { class: "ct-plan-gone", "aria-labelledby": "plan-gone" }, make("h2", { id: "plan-gone" }, "Archived"),
    make("p", { class: "ct-says" }, "The site no longer has these. They count nothing, and are kept until you forget them."),
    make("ul", {}, ...items))];
}
