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

  const time = () => {
    const faults = [
      mark(hours, isHours(hours.valueAsNumber), "Hours a week are a number from 1 to 80."),
      mark(start, isDay(start.value), "The start is a day, such as 2027-01-31."),
    ].filter(Boolean);
    fault.textContent = faults.length ? `${faults.join(" ")} The plan below still stands for what was there before.` : "";
    if (faults.length === 0) on.time(hours.valueAsNumber, start.value);
  };

  const element = make("form", { class: "ct-plan-asked", onsubmit: (event) => event.preventDefault() },
    field("Track", track), field("Hours a week", hours), field("Start", start), fault);
  /** @param {string} slug @param {{hours: number, start: string}} plan */
  const show = (slug, plan) => {
    if (track.value !== slug) track.value = slug;
    if (document.activeElement !== hours) hours.value = String(plan.hours);
    if (document.activeElement !== start) start.value = plan.start;
  };
  return { element, show };
}

/** Mark a field as right or wrong. @param {HTMLElement} input @param {boolean} right @param {string} words */
function mark(input, right, words) {
  if (right) input.removeAttribute("aria-invalid");
  else input.setAttribute("aria-invalid", "true");
  return right ? "" : words;
}

/** @param {string} name @param {HTMLElement} input */
function field(name, input) {
  return make("div", { class: "ct-field" }, make("label", { for: input.id }, name), input);
}
