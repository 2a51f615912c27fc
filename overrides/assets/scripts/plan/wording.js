/** What a plan says of itself, in words. */

import { dayWords } from "../days.js";
import { counted } from "../words.js";

/** @typedef {import("./arithmetic.js").Leg} Leg @typedef {import("./arithmetic.js").Course} Course */

/** A range of weeks, at most as exact as it can be meant. @param {[number, number]} weeks @returns {string} */
export function weeksWords([least, most]) {
  if (most < 1) return range(Math.ceil(least * 7 - 1e-6), Math.ceil(most * 7 - 1e-6), "day");
  const step = most < 4 ? 2 : 1;
  const [a, b] = [least, most].map((weeks) => Math.max(Math.round(weeks * step), 1) / step);
  return range(a, b, "week");
}

/** @param {number} least @param {number} most @param {string} unit */
function range(least, most, unit) {
  return least === most ? counted(most, unit) : `${least}–${most} ${unit}s`;
}

/** The answer in one line. @param {Course} course @returns {string} */
export function summary(course) {
  const then = course.ongoing ? ", then ongoing" : "";
  if (course.until === null) {
    const untimed = course.legs.some((leg) => leg.weeks === null && leg.state !== "ongoing");
    return `${untimed ? "The guide gives no time for what is left" : "No weeks are left"}${course.ongoing ? "; what is ongoing starts now" : ""}`;
  }
  const pace = `at ${counted(course.hours, "hour")} a week`;
  return `About ${weeksWords(course.weeks)} ${pace}, done by ${dayWords(course.until)}${then}`;
}

/** Why a leg is as long as it is. @param {Leg} leg @param {(slug: string) => string} title Of a skill. @returns {string} */
export function reason(leg, title) {
  const reached = leg.ticked > 0 && leg.ticked < leg.checkpoints ? ` ${leg.ticked} of its ${counted(leg.checkpoints, "checkpoint")} ticked.` : "";
  return `${why(leg, title)}${reached}`;
}

/** @param {Leg} leg @param {(slug: string) => string} title */
function why(leg, title) {
  const names = (slugs) => slugs.map(title).join(", ");
  const given = leg.given ? weeksWords(leg.given) : "";
  const known = [leg.solid.length ? `solid in ${names(leg.solid)}` : "", leg.some.length ? `some of ${names(leg.some)}` : ""];
  switch (leg.state) {
    case "catch-up":
      return `Added, because the guide takes for granted what you lack: ${names(leg.skills)}.`;
    case "skipped":
      return `You are solid in ${leg.skills.length > 1 ? `all ${leg.skills.length} skills` : "the one skill"} it teaches. Its checkpoints tell whether that is so.`;
    case "passed":
      return leg.checkpoints > 1 ? `All ${leg.checkpoints} of its checkpoints are ticked.` : "Its checkpoint is ticked.";
    case "shorter":
      return `Shortened by ${Math.round(leg.saved * 100)}%: ${known.filter(Boolean).join("; ")}. The guide gives ${given}.`;
    case "ongoing":
      return "It has no end, so nothing is taken off it.";
    case "unknown":
      return "The guide gives no time for it, so none is counted.";
    default:
      return leg.skills.length
        ? `In full: you have none of the ${counted(leg.skills.length, "skill")} it teaches yet. The guide gives ${given}.`
        : `In full: the guide names no skill that would shorten it, and gives ${given}.`;
  }
}
