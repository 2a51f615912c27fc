/** What an address asks of the search, and what the search narrows down by. Nothing here touches the page. */

/** @typedef {import("./results.js").Chosen} Chosen */
/** @typedef {{query: string, chosen: Chosen}} Asked */

/** What a search narrows down by, in its order: what it is called, and what stands for "no choice". */
export const FACETS = {
  track: ["Track", "All tracks"],
  kind: ["Kind", "All kinds"],
  role: ["Role", "All roles"],
  bucket: ["Bucket", "All buckets"],
};
const LONGEST = 200;

/** In an address a facet has a name of its own: pages have a `track` there, too. @param {string} facet */
const parameter = (facet) => `in-${facet}`;

/** @param {string} search The query of an address. @returns {Asked | null} Null if it asks the search for nothing. */
export function asked(search) {
  const given = new URLSearchParams(search);
  const query = given.get("q")?.slice(0, LONGEST);
  if (query === undefined) return null;
  const said = query ? Object.keys(FACETS).map((facet) => [facet, given.get(parameter(facet))]) : [];
  return { query, chosen: Object.fromEntries(said.filter(([, value]) => value)) };
}

/** An address that asks for a search, and for none if the query is empty. @param {string} href @param {string} query @param {Chosen} chosen */
export function addressed(href, query, chosen) {
  const url = new URL(href);
  for (const name of ["q", ...Object.keys(FACETS).map(parameter)]) url.searchParams.delete(name);
  if (query) url.searchParams.set("q", query);
  if (query) for (const [facet, value] of Object.entries(chosen)) url.searchParams.set(parameter(facet), value);
  return url.href;
}
