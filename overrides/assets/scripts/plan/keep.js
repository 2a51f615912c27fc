/** Taking a plan elsewhere and bringing it back: links, files, the calendar. */

import { button, make } from "../dom.js";
import { announce, tell } from "../notice.js";
import { checked } from "../shape.js";
import { address } from "../site.js";
import { aside, clear, include, load, moment, today } from "../store.js";
import { calendar } from "./calendar.js";
import { encoded } from "./link.js";
import { reason } from "./wording.js";

const LARGEST = 10_000_000;
/** A browser may begin a download after the click that asked for it. */
const WAIT = 10_000;

/**
 * @param {{part: () => import("../shape.js").State, track: () => Record<string, any>,
 *   course: () => import("./arithmetic.js").Course, imported: () => void, forgotten: () => void}} plan What stands on the
 *   page when a button is pressed, and what follows when a file was merged or everything forgotten.
 * @returns {{element: HTMLElement, show: (hasPlan: boolean) => void}} `show` is for every change of the plan.
 */
export function makeKeep(plan) {
  const link = make("input", { id: "plan-link", readonly: true, onfocus: () => link.select() });
  const done = make("span");
  const shown = make("p", { class: "ct-field", hidden: true }, make("label", { for: "plan-link" }, "A link with the whole plan", done), link);
  const file = make("input", { id: "plan-file", type: "file", accept: "application/json,.json", onchange: () => take(file, plan.imported) });
  const ofPlan = [
    button("Copy a link", async () => {
      link.value = `${address("plan/")}#plan=${await encoded(plan.part())}`;
      shown.hidden = false;
      done.textContent = (await copy(link)) ? " (copied)" : " (copy it from here)";
    }),
    button("Save to calendar (.ics)", () => save("crosstrack-plan.ics", "text/calendar", ics(plan))),
    button("Print", () => print()),
  ];
  const put = button("Download what was put aside", () => save(`crosstrack-put-aside-${today()}.txt`, "text/plain", `${aside().join("\n")}\n`));
  const ofAll = [
    button("Export everything (JSON)", () => save(`crosstrack-${today()}.json`, "application/json", `${JSON.stringify(load(), null, 1)}\n`)),
    put,
    button("Forget everything", () => forget(plan.forgotten)),
  ];
  const element = make("section", { class: "ct-plan-keep ct-tool", "aria-labelledby": "plan-keep" },
    make("h2", { id: "plan-keep" }, "Take it with you"),
    make("p", { class: "ct-says" }, "Plans, levels, ticks and cards stay in this browser and are sent nowhere. A file that you import is merged: "
      + "of what both know, the later word holds, and nothing is lost."),
    make("div", { class: "ct-buttons" }, ...ofPlan, ...ofAll), shown,
    make("p", { class: "ct-field" }, make("label", { for: "plan-file" }, "Import a file (JSON)"), file));
  const show = (/** @type {boolean} */ hasPlan) => {
    for (const one of ofPlan) one.hidden = !hasPlan;
    put.hidden = aside().length === 0;
    shown.hidden = true; // the link carries the plan as it was
  };
  return { element, show };
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
  setTimeout(() => URL.revokeObjectURL(url), WAIT);
}

/** @param {HTMLInputElement} file @param {() => void} imported */
async function take(file, imported) {
  const [chosen] = file.files ?? [];
  if (!chosen) return;
  try {
    if (chosen.size > LARGEST) throw new RangeError("It is larger than any plan of this site.");
    include(checked(parsed(await chosen.text())));
    announce(`${chosen.name} was merged into what this browser keeps.`);
    imported();
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

/** @param {() => void} forgotten */
function forget(forgotten) {
  const more = aside().length ? " What was put aside is forgotten too." : "";
  if (!confirm(`Forget every plan, level, tick and card that this browser keeps?${more}`)) return;
  forgotten();
  clear();
  announce("Everything was forgotten.");
}
