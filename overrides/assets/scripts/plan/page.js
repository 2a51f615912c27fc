/** The planner: what the reader says, and the answer to it, at once. */

import { rename, settled } from "../archive.js";
import { make } from "../dom.js";
import { announce, tell } from "../notice.js";
import { levelsOf } from "../shape.js";
import { data } from "../site.js";
import { include, moment, update, watch } from "../store.js";
import { answer } from "./answer.js";
import { course, left } from "./arithmetic.js";
import { addressOf, arrival, carriesPlan } from "./arrival.js";
import { makeArchived, visiting } from "./asides.js";
import { refocused } from "./focus.js";
import { makeForm } from "./form.js";
import { makeKeep } from "./keep.js";
import { makeLevels } from "./levels.js";
import { partOf } from "./link.js";
import { NOBODY, isHere, now, planOf, shown, spoken, withPlan } from "./now.js";
import { summary } from "./wording.js";

/** @typedef {import("../shape.js").State} State */

const QUIET = 700;
const place = /** @type {HTMLElement} */ (document.querySelector(".ct-planner"));
const plain = document.querySelector(".ct-plan-plain");
const wide = matchMedia("(min-width: 60em)").matches;

/** Where no track is chosen: nothing is known here. */
const NOWHERE = { slug: "", phases: [], skills: [], projects: [] };

const parts = {
  aside: make("div"), title: make("p", { class: "ct-plan-title" }), summary: make("p", { class: "ct-plan-summary", tabindex: "-1", hidden: true }),
  known: make("div"), answer: make("div", { class: "ct-plan-answer" }), sheet: make("div", { class: "ct-plan-sheet", hidden: true }),
};
let form = /** @type {ReturnType<typeof makeForm> | null} */ (null);
let levels = /** @type {ReturnType<typeof makeLevels> | null} */ (null);
const archived = makeArchived(forget, rest);
const keep = makeKeep({
  part: () => partOf(withPlan(), now.chosen, now.track.skills.map(({ slug }) => slug)), track: () => now.track, course: () => now.course,
  imported: () => now.chosen || follow(), forgotten: () => (now.time = null),
});

/** @param {(state: State) => void} change */
function say(change) {
  if (!now.visit) return update(spoken(change));
  spoken(change)(now.visit);
  draw();
}

/** @param {boolean} [quietly] Whether the answer is shown only, and not said. */
function draw(quietly = false) {
  const state = shown();
  const { hours, start } = planOf(state);
  form?.show(now.chosen, { hours, start });
  keep.show(isHere());
  settle(state);
  if (!isHere()) return;
  const ticked = Object.keys(state.ticks).filter((id) => state.ticks[id].done);
  const wish = { hours, start, levels: levelsOf(state), ticked };
  now.course = course(now.track, now.planning, wish);
  levels?.show(wish.levels);
  const words = `${summary(now.course)}.`;
  if (!quietly && words !== parts.summary.textContent) announceSoon(words);
  parts.summary.textContent = words;
  const answers = answer(now.track, now.course, left(now.track, now.planning, wish));
  refocused(parts.answer, () => parts.answer.replaceChildren(...answers), rest);
}

/** Give the focus to what stands above the rest of the plan, where its own place is gone. */
function rest() {
  (parts.summary.hidden ? form?.track : parts.summary)?.focus();
}

let waiting = 0;
/** Only the last of several changes is said aloud, and only when it is quiet. @param {string} words */
function announceSoon(words) {
  clearTimeout(waiting);
  waiting = setTimeout(() => announce(words), QUIET);
}

/** What was renamed gets its new name; what is gone is shown, until the reader puts it away. @param {State} state */
async function settle(state) {
  const track = now.track;
  const { names, gone } = await settled(state, track ?? NOWHERE).catch(() => ({ names: {}, gone: [] }));
  if (track !== now.track) return;
  if (Object.values(names).some((part) => Object.keys(part).length > 0)) {
    if (!now.visit) return update((kept) => rename(kept, names));
    rename(now.visit, names);
    return draw();
  }
  archived.show(gone);
}

/** @param {import("../archive.js").Gone} gone */
function forget({ part, id, title }) {
  const change = (/** @type {State} */ state) => {
    delete state[part][id];
    if (part === "plans" && state.track === id) state.track = "";
  };
  if (now.visit) change(now.visit);
  else update(change);
  announce(`${title} was forgotten.`);
  if (now.visit) draw();
}

let turn = 0;

/**
 * @param {string} slug A track; none, if it is empty. @param {boolean} [quietly]
 * @returns {Promise<boolean>} Whether the choice still holds: another may have been made meanwhile.
 */
async function choose(slug, quietly = false) {
  const mine = ++turn;
  now.chosen = slug;
  const track = slug ? await data(`plans/${slug}.json`).catch(() => null) : null;
  if (mine !== turn) return false;
  if (slug && !track) tell("The data of this track could not be loaded. Try again when you are online.");
  now.track = track;
  levels = track && makeLevels(track, now.planning, (skill, title, level) => say((state) => {
    state.skills[skill] = { level, title, at: moment() };
  }), wide);
  parts.known.replaceChildren(...(levels ? [levels.element] : []));
  parts.title.textContent = track?.title ?? "";
  for (const part of [parts.sheet, parts.summary]) part.hidden = !track;
  plain?.toggleAttribute("hidden", Boolean(track));
  draw(quietly);
  return true;
}

/** Go where the address leads. @param {boolean} [quietly] */
async function follow(quietly = false) {
  const mine = ++turn;
  const { found, track } = await arrival();
  if (mine !== turn) return;
  if (found) look(found);
  else drop();
  await choose(track, quietly);
}

/** Look at the plan of a link. @param {State} found */
function look(found) {
  now.visit = found;
  parts.aside.replaceChildren(visiting(() => leave(found, true), () => leave(found, false)));
}

/** Look no longer at the plan of a link. */
function drop() {
  now.visit = null;
  parts.aside.replaceChildren();
}

/** @param {State} found @param {boolean} keep Whether it is merged into what is kept. */
function leave(found, keep) {
  drop();
  history.replaceState(null, "", addressOf(now.chosen));
  if (keep) include(found);
  if (keep) update((state) => { state.track = now.chosen; });
  announce(keep ? "The plan was merged into what this browser keeps." : "The plan of the link was left.");
  parts.summary.focus();
  draw();
}

async function start() {
  const [{ guides }, planning] = await Promise.all([data("guides.json"), data("planning.json")]);
  Object.assign(now, { guides, planning });
  form = makeForm(guides, { track: pick, time });
  const known = make("section", { class: "ct-plan-known", "aria-labelledby": "plan-known" }, make("h2", { id: "plan-known" }, "What you know"), parts.known);
  parts.sheet.append(known, parts.answer);
  watch(() => draw());
  addEventListener("hashchange", () => (carriesPlan() || (now.visit && !location.hash)) && follow());
  await follow(true); // before there is a form: what is said in it belongs to a track
  place.replaceChildren(parts.aside, form.element, parts.title, parts.summary, parts.sheet, archived.element);
  (plain ?? place).after(keep.element); // below the guides' own plans: they do not move when it comes
}

/** @param {number} hours @param {string} start */
function time(hours, start) {
  const plan = { hours, start, at: moment() };
  if (now.chosen) say((state) => { state.plans[now.chosen] = plan; });
  else now.time = plan;
}

/** The reader chose: what was a look at a link ends there. @param {string} slug */
async function pick(slug) {
  drop();
  history.replaceState(null, "", addressOf(slug));
  if (!(await choose(slug)) || !now.track) return;
  const { time: said } = now;
  now.time = null;
  update((state) => {
    state.track = slug;
    if (said && (state.plans[slug]?.at ?? NOBODY) === NOBODY) state.plans[slug] = said;
  });
}

start().catch(() => tell("The planner could not be loaded. The plans of the guides stand below."));
