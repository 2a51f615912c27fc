/** What a mock interview says to go over again. */

/** @typedef {import("./source.js").Question} Question */
/** @typedef {import("./leitner.js").Grade} Grade */
/** @typedef {{slug: string, title: string, url: string}} Skill */
/** @typedef {{title: string, url: string, skills: string[]}} Phase */

/**
 * The skills of the questions that were not solid, those of most such questions first, and the phases that teach them.
 * @param {{question: Question, grade: Grade | null}[]} results Null for a question that was not reached.
 * @param {{skills: Skill[], phases: Phase[]}} plan Of the track, as it is published.
 * @param {Record<string, string>} names Of skills, by slug, for those that the plan does not name.
 * @returns {{skills: {slug: string, title: string, url: string, count: number}[], phases: (Phase & {teaches: string[]})[]}}
 */
export function revisit(results, plan, names) {
  const weak = results.filter(({ grade }) => grade === "missed" || grade === "shaky");
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { question } of weak) for (const slug of question.skills) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  const known = new Map(plan.skills.map((skill) => [skill.slug, skill]));
  const title = (/** @type {string} */ slug) => known.get(slug)?.title ?? names[slug] ?? slug;
  const skills = [...counts].sort(([, a], [, b]) => b - a).map(([slug, count]) => (
    { slug, title: title(slug), url: known.get(slug)?.url ?? `skills/${slug}/`, count }
  ));
  const phases = plan.phases.map((phase) => ({ ...phase, teaches: phase.skills.filter((slug) => counts.has(slug)).map(title) }));
  return { skills, phases: phases.filter(({ teaches }) => teaches.length) };
}
