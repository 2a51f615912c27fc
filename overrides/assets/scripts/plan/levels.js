/** What the reader knows: every skill of a track with a choice of levels, by bucket. */

import { make } from "../dom.js";

/** @typedef {import("./arithmetic.js").Track} Track @typedef {import("../shape.js").Level} Level */
/** @typedef {{levels: {level: Level, worth: number, meaning: string}[], presumed: string}} Planning */

const BUCKETS = [
  ["new", "Genuinely new", "What neither the old role nor its tools have taught you."],
  ["easier", "Easier to pick up", "What your old role makes easy to learn."],
  ["unspecified", "Not sorted yet", "What the guide has put into no bucket."],
  [null, "Named by phases only", "Smaller things that a phase teaches on its way."],
  ["carries-over", "Carries over", "The guide takes these for granted: having them saves nothing. Say None where you lack one, and its time is added."],
];
const NAMES = { none: "None", some: "Some", solid: "Solid" };

/** The buckets of a track, each with its name and its skills, in the order of the page. @template {{bucket: string | null}} T @param {T[]} skills */
export function byBucket(skills) {
  return BUCKETS.map(([bucket, name, says]) => ({ bucket, name, says, skills: skills.filter((skill) => skill.bucket === bucket) }))
    .filter((part) => part.skills.length > 0);
}

/**
 * @param {Track} track @param {Planning} planning
 * @param {(slug: string, title: string, level: Level) => void} say
 * @param {boolean} open Whether there is room to show every bucket.
 */
export function makeLevels(track, planning, say, open) {
  const groups = new Map();
  const parts = byBucket(track.skills).map(({ bucket, name, says, skills }) => {
    const count = make("span", { class: "ct-count" });
    const usual = bucket === planning.presumed ? "solid" : "none";
    const rows = skills.map((skill) => row(skill, planning, say));
    groups.set(bucket, { count, usual, rows: skills.map(({ slug }, index) => [slug, rows[index]]) });
    const summary = make("summary", {}, mark(bucket), name, " ", count);
    return make("details", { open: open && bucket !== planning.presumed }, summary, make("p", { class: "ct-says" }, says), ...rows);
  });
  /** @param {Record<string, Level>} said */
  const show = (said) => {
    for (const { count, usual, rows } of groups.values()) {
      const levels = rows.map(([slug, set]) => choose(set, Object.hasOwn(said, slug) ? said[slug] : usual));
      count.textContent = tally(levels);
    }
  };
  return { element: make("div", { class: "ct-levels" }, ...parts), show };
}

/** @param {Level[]} levels */
function tally(levels) {
  const number = (level) => levels.filter((one) => one === level).length;
  const some = number("some");
  return `${number("solid")} of ${levels.length} solid${some ? `, ${some} some` : ""}`;
}

/** @param {string | null} bucket */
function mark(bucket) {
  return bucket && bucket !== "unspecified" ? make("span", { class: `ct-mark ct-mark-${bucket}`, "aria-hidden": "true" }) : null;
}

/** @returns {HTMLElement} */
function row({ slug, title }, planning, say) {
  const choices = planning.levels.map(({ level, meaning }) => {
    const input = make("input", { type: "radio", name: `level-${slug}`, value: level, onchange: () => say(slug, title, level) });
    return make("label", { title: meaning }, input, make("span", {}, NAMES[level]));
  });
  return make("fieldset", { class: "ct-level" }, make("legend", {}, title), make("div", { class: "ct-choices" }, ...choices));
}

/** @param {HTMLElement} set @param {Level} level */
function choose(set, level) {
  for (const input of set.querySelectorAll("input")) input.checked = input.value === level;
  return level;
}
