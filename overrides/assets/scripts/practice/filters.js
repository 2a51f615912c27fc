/** Which questions are wanted, and how an address says so. */

import { isSeed, ROUNDS } from "./draw.js";

/** @typedef {import("./source.js").Question} Question */
/**
 * Empty where everything is wanted. `track` is empty if none is chosen yet, and `all` for all of them.
 * @typedef {{track: string, domain: string, round: string, skill: string}} Filters
 * @typedef {{minutes: number, seed: string}} Mock A mock interview that a link names.
 * @typedef {{filters: Filters, answer: number, mock: Mock | null}} Wanted `answer`: minutes for one answer.
 */

export const ALL = "all";
export const ANSWERS = [1, 2, 3, 5, 10];
export const USUAL_ANSWER = 3;
const PARTS = ["track", "domain", "round", "skill"];
const OURS = new Set([...PARTS, "answer", "mock", "seed"]);
const SLUG = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** What an address asks for; what no link of ours holds is passed over. @param {string} query @returns {Wanted} */
export function wanted(query) {
  const given = new URLSearchParams(query);
  const slug = (/** @type {string} */ name) => (SLUG.test(given.get(name) ?? "") ? given.get(name) : "");
  const filters = /** @type {Filters} */ (Object.fromEntries(PARTS.map((name) => [name, slug(name)])));
  const answer = Number(given.get("answer"));
  const [minutes, seed] = [Number(given.get("mock")), given.get("seed") ?? ""];
  const isMock = ROUNDS.includes(minutes) && isSeed(seed);
  return { filters, answer: ANSWERS.includes(answer) ? answer : USUAL_ANSWER, mock: isMock ? { minutes, seed } : null };
}

/**
 * The query of an address that asks for it; what is usual is not said.
 * @param {Wanted} asked
 * @param {string} [former] A query whose other parts stay: the address is not practice's alone.
 * @returns {string}
 */
export function query({ filters, answer, mock }, former = "") {
  const said = new URLSearchParams(PARTS.filter((name) => filters[name]).map((name) => [name, filters[name]]));
  if (answer !== USUAL_ANSWER) said.set("answer", String(answer));
  if (mock) {
    said.set("mock", String(mock.minutes));
    said.set("seed", mock.seed);
  }
  for (const [name, value] of new URLSearchParams(former)) if (!OURS.has(name)) said.append(name, value);
  const text = said.toString();
  return text && `?${text}`;
}

/** Whether a question is wanted; the track is not looked at. @param {Question} question @param {Filters} filters */
export function passes(question, filters) {
  return (!filters.domain || question.set === filters.domain)
    && (!filters.round || question.rounds.includes(filters.round))
    && (!filters.skill || question.skills.includes(filters.skill));
}

/**
 * What can be chosen: of each filter the id, the name, and how many questions it would leave beside the other filters.
 * Domains and rounds are in the order of the guide, skills in that of their names. What leaves none is left out, unless
 * it is chosen: a reader must see what stands in the way.
 * @param {import("./source.js").Asked} asked
 * @param {Filters} filters
 * @returns {Record<"domain" | "round" | "skill", {id: string, name: string, count: number}[]>}
 */
export function choices(asked, filters) {
  const values = {
    domain: (/** @type {Question} */ question) => [[question.set, question.domain]],
    round: (question) => question.rounds.map((id) => [id, asked.rounds[`${question.track}/${id}`] ?? id]),
    skill: (question) => question.skills.map((id) => [id, asked.skills[id] ?? id]),
  };
  const found = Object.entries(values).map(([name, read]) => {
    const isLeft = (/** @type {Question} */ question) => passes(question, { ...filters, [name]: "" });
    const all = tallied(asked.questions.map((question) => ({ values: read(question), counts: isLeft(question) })));
    return [name, all.filter(({ id, count }) => count || id === filters[name])];
  });
  const { domain, round, skill } = Object.fromEntries(found);
  return { domain, round, skill: skill.sort((a, b) => a.name.localeCompare(b.name, "en")) };
}

/** @param {{values: [string, string][], counts: boolean}[]} questions Of each its ids and their names. */
function tallied(questions) {
  const found = new Map();
  for (const { values, counts } of questions) {
    for (const [id, name] of values) found.set(id, { id, name, count: (found.get(id)?.count ?? 0) + Number(counts) });
  }
  return [...found.values()];
}
