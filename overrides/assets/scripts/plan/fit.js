/** Which projects and question sets fit: those that exercise most of what is left. */

/**
 * @template {{skills: string[]}} T
 * @param {T[]} items In the order of the guide, which decides between equals.
 * @param {Iterable<string>} left Slugs of the skills that are left.
 * @returns {{item: T, skills: string[]}[]} Those that exercise any, with which; most first.
 */
export function ranked(items, left) {
  const wanted = new Set(left);
  return items
    .map((item) => ({ item, skills: item.skills.filter((slug) => wanted.has(slug)) }))
    .filter(({ skills }) => skills.length > 0)
    .sort((one, other) => other.skills.length - one.skills.length);
}
