/** The questions of one track or of all, as they are published. */

import { data } from "../site.js";
import { ALL } from "./filters.js";

/**
 * @typedef {{id: string, track: string, set: string, domain: string, text: string, skills: string[], rounds: string[],
 *   outline: string[], listens_for: string[], url: string}} Question
 * @typedef {{questions: Question[], rounds: Record<string, string>, skills: Record<string, string>}} Asked
 * @typedef {{slug: string, title: string, url: string}} Track
 */

/** All tracks, in the order of the site. @returns {Promise<Track[]>} */
export const tracks = async () => (await data("guides.json")).guides;

/** The questions of a track, or of all: nothing else is asked for. @param {string} track @param {Track[]} listed */
export async function questions(track, listed) {
  const slugs = track === ALL ? listed.map(({ slug }) => slug) : [track];
  const found = await Promise.all(slugs.map((slug) => data(`questions/${slug}.json`)));
  return joined(found);
}

/** @param {Asked[]} found @returns {Asked} */
function joined(found) {
  return {
    questions: found.flatMap((asked) => asked.questions),
    rounds: Object.assign({}, ...found.map((asked) => asked.rounds)),
    skills: Object.assign({}, ...found.map((asked) => asked.skills)),
  };
}
