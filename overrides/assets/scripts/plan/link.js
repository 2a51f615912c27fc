/** A plan as a short text for the fragment of a link, and back. The text is compressed where the browser can. */

import { checked, empty, levelsOf } from "../shape.js";

/** @typedef {import("../shape.js").State} State */

const VERSION = 1;
const LEVELS = ["none", "some", "solid"];
const LONGEST = 20_000;
const MOST = 400_000;
const FOREIGN = "The link carries no plan that this site can read.";

/**
 * @param {State} state @param {string} track The plan of this track goes into the link. @param {Iterable<string>} slugs And
 *   what is said of these skills.
 * @returns {State}
 */
export function partOf(state, track, slugs) {
  const part = empty();
  part.track = track;
  if (Object.hasOwn(state.plans, track)) part.plans[track] = state.plans[track];
  const said = levelsOf(state);
  for (const slug of slugs) if (Object.hasOwn(said, slug)) part.skills[slug] = state.skills[slug];
  return part;
}

/** @param {State} state With the plan of its `track`. @returns {Promise<string>} */
export async function encoded(state) {
  const { hours, start, at } = state.plans[state.track];
  const since = Date.parse(at);
  const skills = Object.entries(state.skills).map(([slug, skill]) => [
    slug, LEVELS.indexOf(skill.level), skill.title, Date.parse(skill.at) - since,
  ]);
  const bytes = new TextEncoder().encode(JSON.stringify([VERSION, state.track, hours, start, since, skills]));
  if (typeof CompressionStream !== "function") return `j${base64(bytes)}`;
  return `d${base64(await piped(bytes, new CompressionStream("deflate-raw")))}`;
}

/**
 * @param {string} code
 * @returns {Promise<State>}
 * @throws {RangeError} with a message for the reader, if it is no plan of this site.
 */
export async function decoded(code) {
  if (code.length > LONGEST) throw new RangeError("The link is longer than any plan of this site.");
  const value = await read(code);
  if (!Array.isArray(value)) throw new RangeError(FOREIGN);
  const [version, track, hours, start, since, skills] = value;
  if (typeof version === "number" && version > VERSION) {
    throw new RangeError(`The link was made by a newer edition of this site (format ${version}; this page reads ${VERSION}).`);
  }
  if (version !== VERSION || typeof track !== "string" || track === "" || !Array.isArray(skills)) throw new RangeError(FOREIGN);
  const said = skills.filter(Array.isArray).map(([slug, level, title, ago]) => [
    slug, { level: LEVELS[level], title, at: moment(since + ago) },
  ]);
  return checked({ ...empty(), track, plans: { [track]: { hours, start, at: moment(since) } }, skills: Object.fromEntries(said) });
}

/** @param {string} code @returns {Promise<unknown>} */
async function read(code) {
  try {
    const bytes = Uint8Array.from(atob(code.slice(1).replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
    if (code[0] === "j") return JSON.parse(new TextDecoder().decode(bytes));
    if (code[0] !== "d") throw new RangeError(FOREIGN);
    return JSON.parse(new TextDecoder().decode(await piped(bytes, new DecompressionStream("deflate-raw"))));
  } catch {
    throw new RangeError(FOREIGN);
  }
}

/** A stream's whole output, as long as it stays within what a plan can be. */
async function piped(bytes, stream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let size = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    size += step.value.length;
    if (size > MOST) {
      await reader.cancel();
      throw new RangeError(FOREIGN);
    }
    parts.push(step.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  const text = Array.from(bytes, (one) => String.fromCharCode(one)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {unknown} time */
function moment(time) {
  const date = new Date(typeof time === "number" ? time : NaN);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}
