/** How far a reader is on a track: what can be ticked, and how much of it is. */

import { counted } from "../words.js";

/** @typedef {import("../shape.js").State} State */

/**
 * Something that can be ticked: a checkpoint (in `ticks`), or a skill that the track does not presume (in `skills`).
 * @typedef {{kind: "checkpoint" | "skill", key: string, anchor: string, title: string, url: string}} Item
 */

/**
 * All that can be ticked on a track, in its order.
 * @param {any} plan A record of `api/v1/plans/`.
 * @returns {Item[]}
 */
export function items(plan) {
  const points = plan.phases.flatMap((phase) => phase.checkpoints);
  const skills = plan.skills.filter((skill) => skill.entry && skill.bucket !== "carries-over");
  return [
    ...points.map(({ id, title, url }) => ({ kind: "checkpoint", key: id, anchor: id.split("/").at(-1), title, url })),
    ...skills.map(({ slug, entry, title, url }) => ({ kind: "skill", key: slug, anchor: entry, title, url })),
  ];
}

/** @param {State} state @param {Item} item */
export function isDone(state, item) {
  if (item.kind === "skill") return Object.hasOwn(state.skills, item.key) && isSolid(state.skills[item.key]);
  return state.ticks[item.key]?.done === true;
}

/**
 * @param {State} state @param {Item[]} all
 * @returns {{done: number, all: number, checkpoints: number, skills: number}} `checkpoints` and `skills` are done ones.
 */
export function progress(state, all) {
  const done = all.filter((item) => isDone(state, item));
  const checkpoints = done.filter((item) => item.kind === "checkpoint").length;
  return { done: done.length, all: all.length, checkpoints, skills: done.length - checkpoints };
}

/** In a sentence for those who listen. @param {{done: number, all: number, checkpoints: number, skills: number}} of */
export function inWords(of) {
  return `${of.done} of ${of.all} done on this track: ${counted(of.checkpoints, "checkpoint")}, ${counted(of.skills, "skill")}`;
}

/** Whether anything that is kept may count on a track: it saves a reader who ticks nothing the data. @param {State} state @param {string} track */
export function mayCount(state, track) {
  return Object.keys(state.ticks).some((key) => key.startsWith(`${track}/`))
    || Object.values(state.skills).some(isSolid);
}

/** @param {import("../shape.js").Skill} skill */
const isSolid = (skill) => skill.level === "solid" && !skill.unsaid;

/** A change of state that ticks an item, or takes its tick away. @param {Item} item @param {boolean} done @param {string} at */
export function ticked(item, done, at) {
  return (/** @type {State} */ state) => {
    if (item.kind === "skill") state.skills[item.key] = { ...(done ? solid : restored)(state.skills[item.key]), title: item.title, at };
    else state.ticks[item.key] = { done, title: item.title, at };
  };
}

/** What a ticked skill says, and what was said of it before. @param {import("../shape.js").Skill | undefined} said */
function solid(said) {
  if (said && isSolid(said)) return { level: "solid", ...(said.before && { before: said.before }) };
  return { level: "solid", before: !said || said.unsaid ? "unsaid" : said.level };
}

/** What is said of a skill whose tick is taken away: what was said before, or nothing. @param {import("../shape.js").Skill | undefined} said */
function restored(said) {
  const before = said?.before ?? "unsaid";
  return before === "unsaid" ? { level: "none", unsaid: true } : { level: before };
}
