/** What a search narrows down by. */

import { make } from "../dom.js";
import { FACETS } from "./asked.js";

/** @typedef {import("./results.js").Chosen} Chosen */
/** @typedef {import("./counts.js").Count} Count */

const HELP = "The number behind each choice says how many pages it leaves.";

/**
 * The fields to choose with.
 * @param {import("./names.js").Entry[]} entries Who knows the names of roles.
 * @param {(chosen: Chosen) => void} choose Is told of each choice.
 */
export function facetFields(entries, choose) {
  const roles = new Map(entries.map((entry) => [entry.url, entry.name]));
  const fields = Object.entries(FACETS).map(([facet, [label]]) => {
    const field = /** @type {HTMLSelectElement} */ (make("select", { name: facet }));
    field.addEventListener("change", () => choose(chosen()));
    return { facet, field, part: make("label", {}, make("span", {}, label), field) };
  });
  const chosen = () => Object.fromEntries(fields.filter(({ field }) => field.value).map(({ facet, field }) => [facet, field.value]));
  const help = make("p", { id: "ct-search-help", hidden: true }, HELP);
  const told = { class: "ct-search-facets", role: "group", "aria-label": "Narrow down", "aria-describedby": help.id };
  return {
    element: make("div", told, ...fields.map(({ part }) => part), help),
    /** Offer what leaves a page to show, and what is chosen. @param {Record<string, Count>} counts @param {Chosen} now */
    show(counts, now) {
      for (const { facet, field, part } of fields) {
        const { all, values } = counts[facet];
        const offered = Object.keys(values).filter((value) => values[value] && value !== now[facet]);
        const options = [...offered, ...now[facet] ? [now[facet]] : []].map((value) => [label(facet, value, roles), value]);
        options.sort(([one], [other]) => one.localeCompare(other, "en"));
        const option = (words, value, count) => make("option", { value }, `${words} (${count})`);
        field.replaceChildren(option(FACETS[facet][1], "", all), ...options.map(([words, value]) => option(words, value, values[value] ?? 0)));
        field.value = now[facet] ?? "";
        part.hidden = !options.length;
      }
    },
  };
}

/** @param {string} facet @param {string} value @param {Map<string, string>} roles */
function label(facet, value, roles) {
  const name = (/** @type {string} */ slug) => roles.get(`roles/${slug}/`) ?? slug;
  if (facet === "role") return name(value);
  return facet === "track" ? value.split("-to-").map(name).join(" → ") : value;
}
