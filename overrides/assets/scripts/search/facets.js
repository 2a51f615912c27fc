/** What a search narrows down by. */

import { make } from "../dom.js";
import { FACETS } from "./asked.js";

/** @typedef {import("./results.js").Chosen} Chosen */
/** @typedef {import("./results.js").Counts} Counts */

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
  return {
    element: make("div", { class: "ct-search-facets", role: "group", "aria-label": "Narrow down" }, ...fields.map(({ part }) => part)),
    /** Offer what there is to choose. @param {Counts} here @param {Counts} all @param {Chosen} now */
    show(here, all, now) {
      for (const { facet, field, part } of fields) {
        // What is chosen can be changed for anything; what is not, only for what leaves a page to show.
        const values = Object.entries((now[facet] ? all : here)[facet] ?? {}).filter(([, count]) => count);
        const options = values.map(([value]) => [value, label(facet, value, roles)]);
        options.sort(([, one], [, other]) => one.localeCompare(other, "en"));
        if (now[facet] && !values.some(([value]) => value === now[facet])) options.push([now[facet], label(facet, now[facet], roles)]);
        field.replaceChildren(...[["", FACETS[facet][1]], ...options].map(([value, words]) => make("option", { value }, words)));
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
