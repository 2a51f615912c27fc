/**
 * How a guide's weeks become a reader's own. No clock, no page: the same answer for the same question.
 *
 * A phase teaches its skills in equal parts, and what a level is worth of a skill is taken off its part; a phase all of
 * whose checkpoints are ticked is behind the reader. The hours that
 * are left, at the reader's hours a week, are its days. What the guide takes for granted is in none of its weeks; where
 * it is missing, it is caught up on in front of the first phase, in the time that a skill has in the guide on average.
 */

import { later } from "../days.js";

/** @typedef {import("../shape.js").Level} Level @typedef {import("../shape.js").Day} Day */
/** @typedef {{slug: string, title: string, bucket: string | null, url: string}} Skill */
/** @typedef {{id: string, title: string, url: string, weeks: [number, number] | null, ongoing: boolean, skills: string[],
 *   checkpoints?: {id: string}[]}} Phase */
/** @typedef {{slug: string, hours_per_week: number, url: string, phases: Phase[], skills: Skill[]}} Track */
/** @typedef {{levels: {level: Level, worth: number}[], presumed: string}} Planning */
/**
 * Levels by slug: what is not said is none; `ticked` are ids of checkpoints.
 * @typedef {{hours: number, start: Day, levels: Record<string, Level>, ticked?: string[]}} Wish
 */

/**
 * One leg of the way. `given` are the weeks in the guide, `weeks` those at the reader's hours, the least and the most;
 * `until` is the last day, counted with the most, or null where there is none.
 * @typedef {{id: string, title: string, url: string, state: "catch-up" | "full" | "shorter" | "skipped" | "passed" |
 *   "ongoing" | "unknown", given: [number, number] | null, weeks: [number, number] | null, from: Day, until: Day | null,
 *   skills: string[], solid: string[], some: string[], saved: number, checkpoints: number,
 *   ticked: number}} Leg `checkpoints` is how many the phase has, `ticked` how many of them the reader has reached.
 *
 * @typedef {{legs: Leg[], weeks: [number, number], until: Day | null, ongoing: boolean, hours: number}} Course
 */

/**
 * A reader's own course.
 * @param {Track} track @param {Planning} planning @param {Wish} wish @returns {Course}
 */
export function course(track, planning, wish) {
  const presumed = presumedOf(track, planning);
  const first = catchUp(track, presumed, wish);
  const legs = [...(first ? [first] : []), ...track.phases.map((phase) => leg(track, phase, presumed, planning, wish))];
  const days = [0, 1].map((end) => sum(legs.map((one) => (one.weeks ? daysOf(one.weeks[end]) : 0))));
  return {
    legs: dated(legs, wish.start),
    weeks: /** @type {[number, number]} */ (days.map((count) => count / 7)),
    until: days[1] > 0 ? later(wish.start, days[1] - 1) : null,
    ongoing: legs.some((one) => one.state === "ongoing"),
    hours: wish.hours,
  };
}

/** What is left to learn, in the order of the guide. @param {Track} track @param {Planning} planning @param {Wish} wish */
export function left(track, planning, wish) {
  const worth = worthOf(planning);
  return track.skills.filter(({ slug, bucket }) => {
    const level = levelOf(wish, slug);
    return bucket === planning.presumed ? level === "none" : worth[level ?? "none"] < 1;
  });
}

/** The hours that the guide gives to one skill on average, the least and the most. @param {Track} track @param {Set<string>} presumed */
export function average(track, presumed) {
  const timed = track.phases.filter((phase) => phase.weeks);
  const parts = sum(timed.map((phase) => counted(phase, presumed).length));
  return [0, 1].map((end) => (parts ? (sum(timed.map((phase) => phase.weeks[end])) * track.hours_per_week) / parts : 0));
}

/** The skills that the guide's weeks take for granted. @param {Track} track @param {Planning} planning @returns {Set<string>} */
export function presumedOf(track, planning) {
  return new Set(track.skills.filter(({ bucket }) => bucket === planning.presumed).map(({ slug }) => slug));
}

/** Whole days, so that legs follow each other without a gap. @param {number} weeks */
const daysOf = (weeks) => Math.ceil(weeks * 7 - 1e-6);
/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
/** @param {Phase} phase @param {Set<string>} presumed */
const counted = (phase, presumed) => phase.skills.filter((slug) => !presumed.has(slug));
/** @param {Planning} planning @returns {Record<string, number>} */
const worthOf = (planning) => Object.fromEntries(planning.levels.map(({ level, worth }) => [level, worth]));
/** @param {Wish} wish @param {string} slug @returns {Level | null} */
const levelOf = (wish, slug) => (Object.hasOwn(wish.levels, slug) ? wish.levels[slug] : null);

/** @param {Track} track @param {Set<string>} presumed @param {Wish} wish */
function catchUp(track, presumed, wish) {
  const skills = [...presumed].filter((slug) => levelOf(wish, slug) === "none");
  if (skills.length === 0) return null;
  const hours = average(track, presumed);
  const weeks = hours[1] > 0 ? hours.map((one) => (one * skills.length) / wish.hours) : null;
  const about = { id: `${track.slug}/plan/catch-up`, title: "Before the first phase", url: `${track.url}skills/` };
  return { ...about, state: "catch-up", given: null, weeks, skills, solid: [], some: [], saved: 0, checkpoints: 0, ticked: 0 };
}

/** @param {Track} track @param {Phase} phase @param {Set<string>} presumed @param {Planning} planning @param {Wish} wish */
function leg(track, phase, presumed, planning, wish) {
  const skills = counted(phase, presumed);
  const worth = worthOf(planning);
  const [solid, some] = ["solid", "some"].map((level) => skills.filter((slug) => levelOf(wish, slug) === level));
  const known = sum(skills.map((slug) => worth[levelOf(wish, slug) ?? "none"]));
  const points = phase.checkpoints ?? [];
  const ticked = points.filter((point) => wish.ticked?.includes(point.id)).length;
  const isPassed = phase.weeks !== null && points.length > 0 && ticked === points.length;
  const saved = isPassed ? 1 : phase.weeks && skills.length ? known / skills.length : 0;
  const pace = track.hours_per_week / wish.hours;
  const weeks = phase.weeks && phase.weeks.map((given) => given * pace * (1 - saved));
  const { id, title, url } = phase;
  const state = isPassed ? "passed" : stateOf(phase, saved);
  return { id, title, url, state, given: phase.weeks, weeks, skills, solid, some, saved, checkpoints: points.length, ticked };
}

/** @param {Phase} phase @param {number} saved */
function stateOf(phase, saved) {
  if (phase.weeks === null) return phase.ongoing ? "ongoing" : "unknown";
  if (saved >= 1) return "skipped";
  return saved > 0 ? "shorter" : "full";
}

/** Each leg begins when those before it are done, at the latest. */
function dated(legs, start) {
  let gone = 0;
  return legs.map((one) => {
    const days = one.weeks ? daysOf(one.weeks[1]) : 0;
    const from = later(start, gone);
    gone += days;
    return { ...one, from, until: days > 0 ? later(start, gone - 1) : null };
  });
}
