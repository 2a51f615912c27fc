/** What a mock interview is to be: which track and round, and how long. */

import { button, make } from "../dom.js";
import { counted } from "../words.js";
import { trackField } from "./chooser.js";
import { fitting, MINUTES_EACH, ROUNDS } from "./draw.js";
import { choices } from "./filters.js";
import { choice, heading } from "./parts.js";

/** @typedef {{track: string, round: string, minutes: number}} Setting */

/**
 * @param {{setting: Setting, listed: import("./source.js").Track[], asked: import("./source.js").Asked | null,
 *   repeats: boolean, change: (setting: Setting) => void, begin: () => unknown, leave: () => void, others: () => void}} told
 *   `asked` is null while no track is chosen; `repeats` says that the questions were drawn before.
 */
export function mockForm({ setting, listed, asked, repeats, change, begin, leave, others }) {
  const title = heading(2, "Mock interview");
  const track = trackField(setting.track, listed, (slug) => change({ ...setting, track: slug, round: "" }), { withAll: false });
  const rounds = asked ? choices(asked, { track: "", domain: "", round: "", skill: "" }).round : [];
  const options = rounds.map(({ id, name, count }) => ({ id, name: `${name} (${count})` }));
  const round = choice("round", "Round", options, setting.round, (id) => change({ ...setting, round: id }));
  const times = ROUNDS.map((minutes) => ({ id: String(minutes), name: counted(minutes, "minute") }));
  const long = choice("minutes", "How long", times, String(setting.minutes), (id) => change({ ...setting, minutes: Number(id) }));
  const start = button("Begin", begin, { key: "b", main: true });
  const draw = button("Draw other questions", others);
  draw.hidden = !repeats;
  start.toggleAttribute("disabled", !rounds.length);
  const element = make(
    "section",
    { class: "ct-card ct-mock-form" },
    title,
    make("p", { class: "ct-state" }, says(setting, rounds, repeats)),
    make("div", { class: "ct-fields" }, track, round, long),
    make("div", { class: "ct-acts" }, start, draw, button("Back to practice", leave, { key: "p" })),
  );
  return { element, title };
}

/** @param {Setting} setting @param {{id: string, count: number}[]} rounds @param {boolean} repeats */
function says({ track, minutes, round }, rounds, repeats) {
  const there = rounds.find(({ id }) => id === round)?.count ?? 0;
  if (!track) return "Choose the track that you interview for.";
  if (!there) return "The guide says of no question in which round it is asked, so none can be drawn.";
  const count = Math.min(fitting(minutes), there);
  const all = count < fitting(minutes) ? ": the guide has no more for this round" : `, ${MINUTES_EACH} minutes each`;
  return `${counted(count, "question")}${all}. ${repeats ? "They are those of the link, in the same order." : "They are drawn by lot."}`;
}
