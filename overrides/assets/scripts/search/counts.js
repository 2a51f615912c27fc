/** How many pages each choice would leave. Asked of the index alone: it has what it needs once it was searched. */

import { FACETS } from "./asked.js";
import { index } from "./results.js";

/** @typedef {import("./results.js").Chosen} Chosen */
/** @typedef {{all: number, values: Record<string, number>}} Count How many pages no choice leaves, and each value. */

/**
 * @param {string[]} queries One, or two wordings of it.
 * @param {Chosen} chosen
 * @returns {Promise<Record<string, Count>>} Of each facet, in their order, beside what is chosen of the others.
 */
export async function countsOf(queries, chosen) {
  const ready = await index();
  await ready.filters(); // from here on each answer has counts
  const counts = Object.keys(FACETS).map(async (facet) => {
    const { [facet]: own, ...others } = chosen;
    const { pages, filters } = await united(ready, queries, others);
    return [facet, { all: pages, values: filters[facet] ?? {} }];
  });
  return Object.fromEntries(await Promise.all(counts));
}

/**
 * The counts of the pages that answer to either wording. A page that answers to both has the words of both, and must
 * not count twice.
 * @param {any} ready The index. @param {string[]} queries @param {Chosen} chosen
 */
async function united(ready, queries, chosen) {
  const ask = async (/** @type {string} */ query) => {
    const { results, filters } = await ready.search(query, { filters: chosen });
    return { ids: new Set(results.map((found) => found.id)), filters };
  };
  const [one, other] = await Promise.all(queries.map(ask));
  if (!other) return { pages: one.ids.size, filters: one.filters };
  const isShared = [...one.ids].some((id) => other.ids.has(id));
  const both = isShared ? await ask(queries.join(" ")) : { ids: new Set(), filters: {} };
  const sum = (facet, value) => one.filters[facet][value] + other.filters[facet][value] - (both.filters[facet]?.[value] ?? 0);
  const values = (facet) => Object.keys(one.filters[facet]).map((value) => [value, sum(facet, value)]);
  return {
    pages: one.ids.size + other.ids.size - both.ids.size,
    filters: Object.fromEntries(Object.keys(one.filters).map((facet) => [facet, Object.fromEntries(values(facet))])),
  };
}
