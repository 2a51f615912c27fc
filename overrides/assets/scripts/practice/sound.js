/** What an address asks for, without what is not there. */

import { ALL } from "./filters.js";

/** @typedef {import("./filters.js").Wanted} Wanted */

/** Whether a question has what a filter names. */
const HAS = {
  domain: (question, id) => question.set === id,
  round: (question, id) => question.rounds.includes(id),
  skill: (question, id) => question.skills.includes(id),
};

/**
 * @param {Wanted} wanted
 * @param {import("./source.js").Track[]} listed
 * @param {import("./source.js").Asked | null} asked Null while it is not known: then only the track is looked at.
 * @param {(words: string) => void} [tell] Is told of what was left out.
 * @returns {Wanted}
 */
export function sound(wanted, listed, asked, tell = () => {}) {
  const filters = { ...wanted.filters };
  if (filters.track && filters.track !== ALL && !listed.some(({ slug }) => slug === filters.track)) {
    tell("The link names a track that is not there. Choose one of those that are.");
    return { ...wanted, mock: null, filters: { track: "", domain: "", round: "", skill: "" } };
  }
  for (const [name, has] of asked ? Object.entries(HAS) : []) {
    if (!filters[name] || asked.questions.some((question) => has(question, filters[name]))) continue;
    tell(`The link asks for a ${name} that no question has. It was left out.`);
    filters[name] = "";
  }
  return { ...wanted, filters };
}
