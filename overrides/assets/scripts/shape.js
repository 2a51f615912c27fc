/**
 * What saved state may look like. Whatever comes from storage, a link or a file is looked at here before it is used.
 */

/** The version that this site writes. It changes when older pages could not read what newer ones save. */
export const VERSION = 1;

/**
 * When something was last said of an item: on merging, the later one holds.
 * @typedef {string} Moment ISO 8601 in UTC, such as `2026-11-21T08:00:00.000Z`.
 *
 * A day, such as `2026-11-21`.
 * @typedef {string} Day
 *
 * @typedef {"none" | "some" | "solid"} Level
 * @typedef {{done: boolean, title: string, at: Moment}} Tick
 * A level that is not said any more is `unsaid`, and `none` to pages that do not know the word. `before` is what held when
 * a box was ticked, to be restored when it is unticked.
 * @typedef {{level: Level, title: string, at: Moment, unsaid?: true, before?: Level | "unsaid"}} Skill
 * @typedef {{hours: number, start: Day, at: Moment}} Plan
 * @typedef {{box: number, due: Day, title: string, at: Moment}} Card
 * @typedef {{on: boolean, at: Moment}} Choice
 *
 * All that a browser keeps. `ticks` are by item (`<track>/<kind>/<id>`), `skills` by the skill's slug, `plans` by track,
 * `cards` by question (`<track>/<id>`), `choices` by what can be switched on and off (`practice/keys`). `track` is the one that was planned last, or empty.
 * @typedef {{version: number, track: string, ticks: Record<string, Tick>, skills: Record<string, Skill>,
 *   plans: Record<string, Plan>, cards: Record<string, Card>, choices: Record<string, Choice>}} State
 */

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** Ids are slugs of what was written, in any script. */
const KEY = /^[\p{L}\p{N}][\p{L}\p{N}./_-]*$/u;
const LONGEST = 500;
const MOST = 20000;

/** @param {unknown} value */
const isText = (value) => typeof value === "string" && value.length <= LONGEST;
/** @param {unknown} value */
const isMoment = (value) => typeof value === "string" && MOMENT.test(value) && !Number.isNaN(Date.parse(value));
/** @param {unknown} value */
export const isDay = (value) => typeof value === "string" && DAY.test(value) && !Number.isNaN(Date.parse(value))
  && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
/** @param {unknown} value */
export const isHours = (value) => typeof value === "number" && value >= 1 && value <= 80;
/** @param {unknown} value */
export const isLevel = (value) => value === "none" || value === "some" || value === "solid";
/** @param {unknown} value */
const isBox = (value) => Number.isInteger(value) && /** @type {number} */ (value) >= 1 && /** @type {number} */ (value) <= 5;
/** @param {unknown} value */
const isTruth = (value) => typeof value === "boolean";

/** What an entry of each part holds: the check of each of its fields. */
const PARTS = {
  ticks: { done: isTruth, title: isText, at: isMoment },
  skills: { level: isLevel, title: isText, at: isMoment },
  plans: { hours: isHours, start: isDay, at: isMoment },
  cards: { box: isBox, due: isDay, title: isText, at: isMoment },
  choices: { on: isTruth, at: isMoment },
};
/** What an entry may hold beside that. Older pages overlook it, so it may be added to without a new version. */
const MORE = {
  skills: { unsaid: (/** @type {unknown} */ value) => value === true, before: (/** @type {unknown} */ value) => isLevel(value) || value === "unsaid" },
};

/** Saved by an edition of the site that this page is too old for. */
export class NewerError extends RangeError {}

/** @returns {State} A state of which nothing is said yet. */
export function empty() {
  return { version: VERSION, track: "", ticks: {}, skills: {}, plans: {}, cards: {}, choices: {} };
}

/**
 * The state that a value is.
 * @param {unknown} value Anything, as JSON gives it.
 * @returns {State}
 * @throws {RangeError} with a message for the reader, if it is none of this site's making.
 */
export function checked(value) {
  if (!isObject(value)) throw new RangeError("It is not a plan of this site.");
  const { version, track } = value;
  if (typeof version === "number" && version > VERSION) {
    throw new NewerError(`It was saved by a newer edition of this site (format ${version}; this page reads ${VERSION}).`);
  }
  if (version !== VERSION) throw new RangeError("It is not a plan of this site: it names no format that is known here.");
  if (track !== undefined && track !== "" && !(isText(track) && KEY.test(track))) {
    throw new RangeError("Its track has a name that no track can have.");
  }
  const state = empty();
  state.track = track ?? "";
  for (const part of Object.keys(PARTS)) state[part] = entries(part, value[part] ?? {});
  return state;
}

/** @param {string} part @param {unknown} value */
function entries(part, value) {
  if (!isObject(value)) throw new RangeError(`Its part "${part}" is no list of entries.`);
  const names = Object.keys(value);
  if (names.length > MOST) throw new RangeError(`Its part "${part}" holds more than ${MOST} entries.`);
  return Object.fromEntries(names.map((name) => [name, entry(part, name, value[name])]));
}

/** @param {string} part @param {string} name @param {unknown} value */
function entry(part, name, value) {
  const fields = PARTS[part];
  const sound = KEY.test(name) && isObject(value) && Object.keys(fields).every((field) => fields[field](value[field]));
  if (!sound) throw new RangeError(`Its part "${part}" has an entry that cannot be read: ${name.slice(0, 60)}.`);
  const more = MORE[part] ?? {};
  const names = [...Object.keys(fields), ...Object.keys(more).filter((field) => more[field](value[field]))];
  return Object.fromEntries(names.map((field) => [field, value[field]]));
}

/**
 * The same state with no title longer than one may be: titles only name what is gone, so they are cut, not refused.
 * @param {State} state @returns {State}
 */
export function shortened(state) {
  const cut = (entry) => (typeof entry.title === "string" ? { ...entry, title: start(entry.title) } : entry);
  const parts = Object.keys(PARTS).map((part) => [part, Object.fromEntries(Object.entries(state[part]).map(([name, entry]) => [name, cut(entry)]))]);
  return { ...state, ...Object.fromEntries(parts) };
}

/** As much of a text as is kept, without half a character at its end. @param {string} text */
const start = (text) => (text.length <= LONGEST ? text : text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, ""));

/** The levels that are said, by skill. @param {State} state @returns {Record<string, Level>} */
export function levelsOf(state) {
  return Object.fromEntries(Object.entries(state.skills).filter(([, { unsaid }]) => !unsaid).map(([slug, { level }]) => [slug, level]));
}

/** @param {unknown} value @returns {value is Record<string, any>} */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
