/** What the planner shows: the track that is chosen, and what is said of it. */

import { load, today } from "../store.js";

/** @typedef {import("../shape.js").State} State @typedef {import("../shape.js").Plan} Plan */

/** The moment of hours and a start that nobody said: whatever a reader did say is later. */
export const NOBODY = new Date(0).toISOString();

/**
 * `track` is the data of the one that is chosen, once it is there; `visit` the plan of a link that is only looked at;
 * `time` what the reader said before choosing a track.
 * @type {{guides: any[], planning: any, track: any, chosen: string, visit: State | null, course: any, time: Plan | null}}
 */
export const now = { guides: [], planning: null, track: null, chosen: "", visit: null, course: null, time: null };

/** Whether the data of the track that is chosen is there. */
export const isHere = () => now.track !== null && now.track.slug === now.chosen;

/** What is kept, or the plan of a link that is only looked at. @returns {State} */
export const shown = () => now.visit ?? load();

/** The plan of the chosen track, or what is taken where none was said. @param {State} state @returns {Plan} */
export function planOf(state) {
  if (Object.hasOwn(state.plans, now.chosen)) return state.plans[now.chosen];
  const { hours_per_week: hours } = isHere() ? now.track : now.planning;
  return now.time ?? { hours, start: today(), at: NOBODY };
}

/** A change of what is said of the chosen track, which has a plan from then on. @param {(state: State) => void} change */
export function spoken(change) {
  return (/** @type {State} */ state) => {
    state.track = now.chosen;
    if (isHere()) state.plans[now.chosen] = planOf(state);
    change(state);
  };
}

/** What is shown, with a plan for the chosen track even where nothing was said of it yet. @returns {State} */
export function withPlan() {
  const state = shown();
  return { ...state, plans: { ...state.plans, [now.chosen]: planOf(state) } };
}
