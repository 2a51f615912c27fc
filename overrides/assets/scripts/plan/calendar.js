/** A course as a calendar file: one all-day event a leg, as RFC 5545 has it. */

import { later } from "../days.js";

/** @typedef {import("./arithmetic.js").Course} Course */

const WIDEST = 75; // octets a line, RFC 5545, 3.1

/**
 * @param {Course} course
 * @param {{name: string, stamp: string, says: (leg: import("./arithmetic.js").Leg) => string,
 *   address: (url: string) => string}} about The calendar's name, the moment it is made (ISO 8601), what each leg says of
 *   itself, and the whole address of a page.
 * @returns {string} With CRLF at the end of each line.
 */
export function calendar(course, about) {
  const stamp = `${about.stamp.replace(/[-:]|\.\d+/g, "").replace(/Z?$/, "Z")}`;
  const events = course.legs.filter((leg) => leg.until !== null || leg.state === "ongoing");
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Crosstrack//Plan//EN", "CALSCALE:GREGORIAN", `X-WR-CALNAME:${text(about.name)}`,
    ...events.flatMap((leg) => event(leg, stamp, about)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** An event lasts until the morning after its last day; of what goes on without end, the first day is marked. */
function event(leg, stamp, about) {
  const address = about.address(leg.url);
  const title = leg.state === "ongoing" ? `${leg.title} (from here on)` : leg.title;
  return [
    "BEGIN:VEVENT", `UID:${text(leg.id)}@crosstrack`, `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plain(leg.from)}`, `DTEND;VALUE=DATE:${plain(later(leg.until ?? leg.from, 1))}`,
    `SUMMARY:${text(title)}`, `DESCRIPTION:${text(`${about.says(leg)}\n${address}`)}`, `URL:${address}`,
    "TRANSP:TRANSPARENT", "END:VEVENT",
  ];
}

/** @param {string} day */
const plain = (day) => day.replaceAll("-", "");

/** @param {string} words */
function text(words) {
  return words.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n").replace(/[\u0000-\u001f\u007f]/g, "");
}

/** A long line in pieces, each but the first behind a space; no character is cut. @param {string} line */
function folded(line) {
  const encoder = new TextEncoder();
  let [out, width] = ["", 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (width + size > WIDEST) [out, width] = [`${out}\r\n `, 1];
    [out, width] = [out + character, width + size];
  }
  return out;
}
