/** Taking a plan elsewhere and bringing it back: links, files, the calendar. */

import { make } from "../dom.js";
import { announce, tell } from "../notice.js";
import { checked } from "../shape.js";
import { address } from "../site.js";
import { clear, include, load, moment, today } from "../store.js";
import { calendar } from "./calendar.js";
import { encoded } from "./link.js";
import { reason } from "./wording.js";

const LARGEST = 10_000_000;

/**
 * @param {{part: () => import("../shape.js").State, track: () => Record<string, any>,
 *   course: () => import("./arithmetic.js").Course}} plan What stands on the page when a button is pressed.
 */
export function makeKeep(plan) {
  const link = make("input", { id: "plan-link", readonly: true, onfocus: () => link.select() });
  const done = make("span");
  const shown = make("p", { class: "ct-field", hidden: true }, make("label", { for: "plan-link" }, "A link with the whole plan", done), link);
  const file = make("input", { id: "plan-file", type: "file", accept: "application/json,.json", onchange: () => take(file) });
  const buttons = [
    button("Copy a link", async () => {
      link.value = `${address("plan/")}#plan=${await encoded(plan.part())}`;
      shown.hidden = false;
      done.textContent = (await copy(link)) ? " (copied)" : " (copy it from here)";
    }),
    button("Save to calendar (.ics)", () => save("crosstrack-plan.ics", "text/calendar", ics(plan))),
    button("Print", () => print()),
    button("Export everything (JSON)", () => save(`crosstrack-${today()}.json`, "application/json", `${JSON.stringify(load(), null, 1)}\n`)),
    button("Forget everything", forget),
  ];
  return make("section", { class: "ct-plan-keep", "aria-labelledby": "plan-keep" },
    make("h2", { id: "plan-keep" }, "Take it with you"),
    make("p", { class: "ct-says" }, "Plans, levels, ticks and cards stay in this browser and are sent nowhere. A file that you import is merged: "
      + "of what both know, the later word holds, and nothing is lost."),
    make("div", { class: "ct-buttons" }, ...buttons), shown,
    make("p", { class: "ct-field" }, make("label", { for: "plan-file" }, "Import a file (JSON)"), file));
}

/** @param {string} name @param {() => void} press */
export function button(name, press) {
  return make("button", { type: "button", onclick: press }, name);
}

/** @param {{track: () => Record<string, any>, course: () => import("./arithmetic.js").Course}} plan */
function ics(plan) {
  const titles = new Map(plan.track().skills.map(({ slug, title }) => [slug, title]));
  const says = (leg) => reason(leg, (slug) => titles.get(slug) ?? slug);
  return calendar(plan.course(), { name: plan.track().title, stamp: moment(), says, address });
}

/** @param {HTMLInputElement} link */
async function copy(link) {
  try {
    await navigator.clipboard.writeText(link.value);
    announce("The link was copied.");
    return true;
  } catch {
    link.focus();
    announce("The link is selected: copy it from the field.");
    return false;
  }
}

/** @param {string} name @param {string} type @param {string} text */
function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url));
}

/** @param {HTMLInputElement} file */
async function take(file) {
  const [chosen] = file.files ?? [];
  if (!chosen) return;
  try {
    if (chosen.size > LARGEST) throw new RangeError("It is larger than any plan of this site.");
    include(checked(parsed(await chosen.text())));
    announce(`${chosen.name} was merged into what this browser keeps.`);
  } catch (error) {
    const why = error instanceof RangeError ? error.message : "It could not be read.";
    tell(`${chosen.name} was not imported. ${why} Nothing was changed.`);
  }
  file.value = "";
}

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new RangeError("It is no JSON.");
  }
}

function forget() {
  if (confirm("Forget every plan, level, tick and card that this browser keeps?")) clear();
}
