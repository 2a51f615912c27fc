/** What is kept of things that the site no longer has, or has under another name. */

import { renamed, resolve } from "./aliases.js";
import { data } from "./site.js";

/** @typedef {import("./shape.js").State} State */
/** @typedef {{part: "skills" | "plans" | "ticks", id: string, title: string}} Gone */

/**
 * What a state keeps under other names, and what is gone. The lists of names are asked for only if something is unknown.
 * @param {State} state @param {Record<string, any>} track The plan's data.
 * @returns {Promise<{names: Record<string, Record<string, string>>, gone: Gone[]}>}
 */
export async function settled(state, track) {
  if (allKnown(state, track)) return { names: {}, gone: [] };
  const [slugs, aliases] = await Promise.all([data("slugs.json"), data("aliases.json")]);
  const [tracks, skills] = [new Set(slugs.tracks), new Set(slugs.skills)];
  const here = itemsOf(track);
  const elsewhere = (id) => id.split("/")[0] !== track.slug && tracks.has(id.split("/")[0]);
  const known = { skills, plans: tracks, ticks: { has: (id) => here.has(id) || elsewhere(id) } };
  const found = Object.keys(known).map((part) => [part, resolve(Object.keys(state[part]), known[part], aliases)]);
  return {
    names: Object.fromEntries(found.map(([part, { renamed: names }]) => [part, names])),
    gone: found.flatMap(([part, { gone }]) => gone.filter((id) => !state[part][id].unsaid)
      .map((id) => ({ part, id, title: state[part][id].title || words(id) }))),
  };
}

/**
 * What a track is called today.
 * @param {string} slug @param {string[]} there The slugs of all tracks.
 * @returns {Promise<string | null>} Null if it is gone; the empty name stays what it is.
 */
export async function trackNow(slug, there) {
  if (slug === "" || there.includes(slug)) return slug;
  const { renamed: names } = resolve([slug], new Set(there), await data("aliases.json"));
  return Object.hasOwn(names, slug) ? names[slug] : null;
}

/** Give what was renamed its new names. @param {State} state @param {Record<string, Record<string, string>>} names By part. */
export function rename(state, names) {
  for (const [part, changed] of Object.entries(names)) state[part] = renamed(state[part], changed);
  const plans = names.plans ?? {};
  if (Object.hasOwn(plans, state.track)) state.track = plans[state.track];
}

/** @param {State} state @param {Record<string, any>} track */
function allKnown(state, track) {
  const here = itemsOf(track);
  const skills = new Set(track.skills.map(({ slug }) => slug));
  return Object.keys(state.skills).every((slug) => skills.has(slug))
    && Object.keys(state.plans).every((slug) => slug === track.slug)
    && Object.keys(state.ticks).every((id) => here.has(id));
}

/** The ids of all that can be ticked on a track's pages. @param {Record<string, any>} track */
function itemsOf(track) {
  const phases = track.phases.flatMap((phase) => [phase, ...phase.checkpoints]);
  const entries = track.skills.filter(({ entry }) => entry).map(({ entry }) => `${track.slug}/skills/${entry}`);
  return new Set([...[...phases, ...track.projects].map(({ id }) => id), ...entries]);
}

/** An id read as words, where no title was kept. @param {string} id */
const words = (id) => id.split("/").at(-1).replaceAll("-", " ");
