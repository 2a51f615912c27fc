/** Days of the calendar, without a time of day and so without a time zone. */

/** @typedef {import("./shape.js").Day} Day */

const LENGTH = 86_400_000;
const LAST = Date.parse("9999-12-31T00:00:00Z");
const WORDS = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** @param {Day} day */
const at = (day) => Date.parse(`${day}T00:00:00Z`);

/** The day that comes so many days later. @param {Day} day @param {number} count @returns {Day} */
export function later(day, count) {
  return new Date(Math.min(at(day) + count * LENGTH, LAST)).toISOString().slice(0, 10);
}

/** A day as people write it: `12 March 2027`. @param {Day} day @returns {string} */
export function dayWords(day) {
  return WORDS.format(at(day));
}

/** From one day to another, without saying twice what both share: `3 to 16 May 2027`. @param {Day} from @param {Day} to */
export function spanWords(from, to) {
  const [a, b] = [dayWords(from).split(" "), dayWords(to).split(" ")];
  if (from === to) return dayWords(from);
  while (a.length > 1 && a.at(-1) === b[a.length - 1]) a.pop();
  return `${a.join(" ")} to ${b.join(" ")}`;
}
