/** The questions of the planner: which track, how many hours, from when. */

import { make } from "../dom.js";
import { isDay, isHours } from "../shape.js";

/** @typedef {{slug: string, title: string}} Guide */

/**
 * @param {Guide[]} guides
 * @param {{track: (slug: string) => void, time: (hours: number, start: string) => void}} on What the reader says.
 */
export function makeForm(guides, on) {
  const options = guides.map(({ slug, title }) => make("option", { value: slug }, title));
  const track = make("select", { id: "plan-track", onchange: () => on.track(track.value) },
    make("option", { value: "" }, "Choose a track"), ...options);
  const hours = make("input", {
    id: "plan-hours", type: "number", min: 1, max: 80, step: "any", inputmode: "decimal", oninput: () => time(), "aria-describedby": "plan-fault",
  });
  const start = make("input", { id: "plan-start", type: "date", oninput: () => time(), "aria-describedby": "plan-fault" });
  const fault = make("p", { id: "plan-fault", class: "ct-fault", role: "alert" });

  /** What is wrong, by field. @type {Map<HTMLElement, string>} */
  const faults = new Map();
  const judge = (/** @type {HTMLElement} */ input, /** @type {boolean} */ right, words = "") => {
    if (right) faults.delete(input);
    else faults.set(input, words);
    if (right) input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
    fault.textContent = faults.size ? `${[...faults.values()].join(" ")} The plan below still stands for what was there before.` : "";
  };
  const time = () => {
    judge(hours, isHours(hours.valueAsNumber), "Hours a week are a number from 1 to 80.");
    judge(start, isDay(start.value), "The start is a day, such as 2027-01-31.");
    if (faults.size === 0) on.time(hours.valueAsNumber, start.value);
  };

  const element = make("form", { class: "ct-plan-asked", onsubmit: (event) => event.preventDefault() },
    field("Track", track), field("Hours a week", hours), field("Start", start), fault);
  let last = "";
  /** @param {string} slug @param {{hours: number, start: string}} plan */
  const show = (slug, plan) => {
    const isOther = slug !== last;
    last = slug;
    if (track.value !== slug) track.value = slug;
    for (const [input, value] of /** @type {const} */ ([[hours, String(plan.hours)], [start, plan.start]])) {
      if (document.activeElement === input && !isOther) continue; // it is being written in
      input.value = value;
      judge(input, true);
    }
  };
  return { element, show, track };
}

/** @param {string} name @param {HTMLElement} input */
function field(name, input) {
  return make("div", { class: "ct-field" }, make("label", { for: input.id }, name), input);
}
