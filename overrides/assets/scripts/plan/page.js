/** The planner: what the reader says, and the answer to it, at once. */

import { make } from "../dom.js";
import { announce, tell } from "../notice.js";
import { levelsOf } from "../shape.js";
import { data } from "../site.js";
import { include, load, moment, today, update, watch } from "../store.js";
import { answer } from "./answer.js";
import { archived, visiting } from "./asides.js";
import { rename, settled, trackNow } from "../archive.js";
import { course, left } from "./arithmetic.js";
import { makeForm } from "./form.js";
import { makeKeep } from "./keep.js";
import { makeLevels } from "./levels.js";
import { decoded, partOf } from "./link.js";
import { summary } from "./wording.js";

/** @typedef {import("../shape.js").State} State */

const QUIET = 700;
const place = /** @type {HTMLElement} */ (document.querySelector(".ct-planner"));
const plain = document.querySelector(".ct-plan-plain");
const wide = matchMedia("(min-width: 60em)").matches;

const FRAGMENT = /^#plan=(.*)$/;
/** Where no track is chosen: nothing is known here. */
const NOWHERE = { slug: "", phases: [], skills: [], projects: [] };

/** `time` is what the reader said before choosing a track. @type {{guides: any[], planning: any, track: any, chosen: string,
 *   visit: State | null, course: any, time: {hours: number, start: string} | null}} */
const now = { guides: [], planning: null, track: null, chosen: "", visit: null, course: null, time: null };
const parts = {
  aside: make("div"), title: make("p", { class: "ct-plan-title" }), summary: make("p", { class: "ct-plan-summary" }), known: make("div"), answer: make("div", { class: "ct-plan-answer" }),
  gone: make("div"), sheet: make("div", { class: "ct-plan-sheet", hidden: true }),
};
let form = /** @type {ReturnType<typeof makeForm> | null} */ (null);
let levels = /** @type {ReturnType<typeof makeLevels> | null} */ (null);

/** @param {string} track */
const addressOf = (track) => (track ? `?track=${track}` : location.pathname);
/** What the page shows: what is kept, or the plan of a link that is only looked at. */
const shown = () => now.visit ?? load();
const planOf = (state) => (Object.hasOwn(state.plans, now.chosen) ? state.plans[now.chosen]
  : now.time ?? { hours: now.track?.hours_per_week ?? now.planning.hours_per_week, start: today() });

/** @param {(state: State) => void} change */
function say(change) {
  const whole = (state) => {
    const { hours, start, at } = planOf(state);
    state.track = now.chosen;
    state.plans[now.chosen] = { hours, start, at: at ?? moment() };
    change(state);
  };
  if (!now.visit) return update(whole);
  whole(now.visit);
  draw();
}

function draw() {
  const state = shown();
  const { hours, start } = planOf(state);
  form?.show(now.chosen, { hours, start });
  settle(state);
  if (!now.track) return;
  const wish = { hours, start, levels: levelsOf(state) };
  now.course = course(now.track, now.planning, wish);
  levels?.show(wish.levels);
  parts.title.textContent = now.track.title;
  parts.summary.textContent = `${summary(now.course)}.`;
  parts.answer.replaceChildren(...answer(now.track, now.course, left(now.track, now.planning, wish)));
  announceSoon(parts.summary.textContent);
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
  parts.gone.replaceChildren(...archived(gone, ({ part, id }) => forget(part, id)));
}

/** @param {string} part @param {string} id */
function forget(part, id) {
  if (!now.visit) return update((kept) => delete kept[part][id]);
  delete now.visit[part][id];
  draw();
}

/** @param {string} slug A track; none, if it is empty. */
async function choose(slug) {
  now.chosen = slug;
  const track = slug ? await data(`plans/${slug}.json`).catch(() => null) : null;
  if (now.chosen !== slug) return;
  if (slug && !track) tell("The data of this track could not be loaded. Try again when you are online.");
  now.track = track;
  levels = track && makeLevels(track, now.planning, (skill, title, level) => say((state) => {
    state.skills[skill] = { level, title, at: moment() };
  }), wide);
  parts.known.replaceChildren(...(levels ? [levels.element] : []));
  parts.sheet.hidden = !track;
  parts.summary.hidden = !track;
  plain?.toggleAttribute("hidden", Boolean(track));
  draw();
}

/** The address may choose a track (`?track=`), or carry a plan (`#plan=`). */
async function follow() {
  const code = location.hash.match(FRAGMENT)?.[1];
  const linked = code === undefined ? "" : await existing(await visit(code));
  if (!linked) drop();
  const named = new URLSearchParams(location.search).get("track");
  await choose(linked || await existing(named || shown().track));
}

/** Look no longer at the plan of a link. */
function drop() {
  now.visit = null;
  parts.aside.replaceChildren();
}

/** @param {string} code @returns {Promise<string>} The track of the plan in a link; empty, if it holds none. */
async function visit(code) {
  try {
    const found = await decoded(code);
    now.visit = found;
    parts.aside.replaceChildren(visiting(() => leave(found, true), () => leave(found, false)));
    return found.track;
  } catch (error) {
    const why = error instanceof RangeError ? error.message : "The link could not be read.";
    tell(`${why} What this browser keeps is as it was.`);
    return "";
  }
}

/** @param {State} found @param {boolean} keep Whether it is merged into what is kept. */
function leave(found, keep) {
  drop();
  history.replaceState(null, "", addressOf(now.chosen));
  if (keep) include(found);
  announce(keep ? "The plan was merged into what this browser keeps." : "The plan of the link was left.");
  parts.summary.focus();
  draw();
}

/** A track's slug as it is today; empty, and the reader is told, if there is no such track. @param {string} slug */
async function existing(slug) {
  const found = await trackNow(slug, now.guides.map((guide) => guide.slug));
  if (found === null) tell("The track that was asked for is not on this site any more. Choose one of those that are.");
  return found ?? "";
}

async function start() {
  const [{ guides }, planning] = await Promise.all([data("guides.json"), data("planning.json")]);
  Object.assign(now, { guides, planning });
  form = makeForm(guides, { track: pick, time });
  const keep = makeKeep({ part: () => partOf(withPlan(), now.chosen, now.track.skills.map(({ slug }) => slug)), track: () => now.track, course: () => now.course });
  parts.summary.tabIndex = -1;
  parts.summary.hidden = true;
  const known = make("section", { class: "ct-plan-known", "aria-labelledby": "plan-known" }, make("h2", { id: "plan-known" }, "What you know"), parts.known);
  parts.sheet.append(known, parts.answer, keep);
  watch(draw);
  addEventListener("hashchange", () => FRAGMENT.test(location.hash) && follow());
  await follow(); // before there is a form: what is said in it belongs to a track
  place.replaceChildren(parts.aside, form.element, parts.title, parts.summary, parts.sheet, parts.gone);
}

/** @param {number} hours @param {string} start */
function time(hours, start) {
  now.time = { hours, start };
  if (now.chosen) say((state) => { state.plans[now.chosen] = { hours, start, at: moment() }; });
}

/** The reader chose: what was a look at a link ends there. @param {string} slug */
function pick(slug) {
  drop();
  history.replaceState(null, "", addressOf(slug));
  choose(slug).then(() => slug && say(() => {}));
}

/** The state with a plan for the chosen track, even where nothing was said of it yet. */
function withPlan() {
  const state = shown();
  return { ...state, plans: { ...state.plans, [now.chosen]: { at: moment(), ...planOf(state) } } };
}

start().catch(() => tell("The planner could not be loaded. The plans of the guides stand below."));
