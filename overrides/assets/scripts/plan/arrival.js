/** What the address of the planner asks for: a track (`?track=`), or a look at a plan (`#plan=`). */

import { trackNow } from "../archive.js";
import { tell } from "../notice.js";
import { load } from "../store.js";
import { decoded } from "./link.js";
import { now } from "./now.js";

/** @typedef {import("../shape.js").State} State */

const FRAGMENT = /^#plan=(.*)$/;

/** @param {string} track */
export const addressOf = (track) => (track ? `?track=${track}` : location.pathname);
export const carriesPlan = () => FRAGMENT.test(location.hash);

/**
 * Where the address leads: to the plan that it carries, else to the track that it names, else to the one planned last.
 * The reader is told of what was asked for and is not there.
 * @returns {Promise<{found: State | null, track: string}>} The plan of a link, and the track to show; empty for none.
 */
export async function arrival() {
  const code = location.hash.match(FRAGMENT)?.[1];
  const found = code === undefined ? null : await read(code);
  const linked = found && (await existing(found.track));
  if (linked) return { found, track: linked };
  const named = new URLSearchParams(location.search).get("track");
  return { found: null, track: (named ? await existing(named) : await current(load().track)) ?? "" };
}

/** The plan in a link; null, and the reader is told, if it holds none. @param {string} code @returns {Promise<State | null>} */
async function read(code) {
  try {
    return await decoded(code);
  } catch (error) {
    const why = error instanceof RangeError ? error.message : "The link could not be read.";
    tell(`${why} What this browser keeps is as it was.`);
    return null;
  }
}

/** A track's slug as it is today; null if there is no such track. @param {string} slug */
const current = (slug) => trackNow(slug, now.guides.map((guide) => guide.slug)).catch(() => null);

/** The same for a track that was asked for: the reader is told if it is gone. @param {string} slug */
async function existing(slug) {
  const found = await current(slug);
  if (found === null) tell("The track that was asked for is not on this site any more. Choose one of those that are.");
  return found;
}
