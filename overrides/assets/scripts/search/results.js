/** From queries to pages, and what is shown of a page. */

import { make } from "../dom.js";
import { ROOT, address } from "../site.js";

/** @typedef {{id: string, score: number, data: () => Promise<any>}} Found A page; what it says is loaded on demand. */
/** @typedef {Record<string, string>} Chosen From a facet to the value chosen. */

const AT_ONCE = 5;
const MOST_PARTS = 3;
const EXCERPT = 24;

/** @type {Promise<any> | null} */
let started = null;

/** The index; it is loaded once. */
export function index() {
  // A second thread would cost another file of the same code, and a search takes a few milliseconds.
  const options = { noWorker: true, baseUrl: ROOT.pathname, excerptLength: EXCERPT };
  started ??= import(address("pagefind/pagefind.js")).then((module) => module.createInstance(options));
  started.catch(forget);
  return started;
}

/** Let the next search load the index anew: it could not be had. */
export function forget() {
  started = null;
}

/**
 * The pages that answer to any of the queries, the best first.
 * @param {string[]} queries @param {Chosen} chosen
 * @returns {Promise<Found[]>}
 */
export async function find(queries, chosen) {
  const ready = await index();
  const answers = await Promise.all(queries.map((query) => ready.search(query, { filters: chosen })));
  /** @type {Map<string, Found>} */
  const best = new Map();
  for (const found of answers.flatMap((answer) => answer.results)) {
    const known = best.get(found.id);
    if (!known || known.score < found.score) best.set(found.id, found);
  }
  return [...best.values()].sort((one, other) => other.score - one.score);
}

/**
 * Show the first pages; the first of all as soon as it is there.
 * @param {Found[]} pages @param {HTMLElement} list
 * @param {(page: any) => boolean} isWanted Whether a page is to be shown, still and not yet.
 */
export async function show(pages, list, isWanted) {
  const others = pages.slice(0, AT_ONCE);
  const add = (/** @type {any[]} */ told) => list.append(...told.filter(isWanted).map(pageItem));
  while (others.length && !list.childElementCount) add([await others.shift()?.data()]);
  await new Promise((seen) => setTimeout(seen)); // a slow machine shows the first before it asks for the others
  add(await Promise.all(others.map((page) => page.data())));
  const rest = pages.slice(AT_ONCE);
  if (!rest.length) return;
  const more = make("button", { type: "button" }, `Show more (${rest.length})`);
  more.addEventListener("click", async () => {
    const last = list.lastElementChild;
    more.remove();
    await show(rest, list, isWanted);
    last?.nextElementSibling?.querySelector("a")?.focus();
  });
  list.after(more);
}

/** A page that was found: its title, what sort of page it is, and the parts that answer. @param {any} page @returns {HTMLElement} */
function pageItem(page) {
  const isPage = (part) => !part.anchor || part.anchor.element === "h1";
  const own = page.sub_results.find(isPage);
  const parts = page.sub_results.filter((part) => !isPage(part));
  const strongest = [...parts].sort((one, other) => other.locations.length - one.locations.length).slice(0, MOST_PARTS);
  const shown = parts.filter((part) => strongest.includes(part));
  const excerpt = own?.excerpt ?? (shown.length ? "" : page.excerpt);
  return make(
    "li",
    {},
    make("a", { href: page.url }, page.meta.title),
    page.filters.kind && make("span", { class: "ct-search-kind" }, page.filters.kind[0]),
    excerpt && make("p", {}, ...marked(excerpt)),
    shown.length > 0 && make("ul", {}, ...shown.map(partItem)),
  );
}

/** A part of a page; its excerpt does not say its title again. @param {any} part */
function partItem(part) {
  const words = part.excerpt.split(" ");
  const lead = part.title.split(" ").length;
  const start = words.slice(0, lead).join(" ").replace(/<\/?mark>/g, "");
  const said = start.replace(/\.$/, "") === part.title.replace(/\.$/, "") ? words.slice(lead).join(" ") : part.excerpt;
  return make("li", {}, make("a", { href: part.url }, part.title), said && make("p", {}, ...marked(said)));
}

/**
 * An excerpt with its marks, as elements.
 * @param {string} excerpt Text with `<mark>`, angle brackets escaped.
 * @returns {(string | HTMLElement)[]}
 */
export function marked(excerpt) {
  const parts = excerpt.split(/<mark>(.*?)<\/mark>/s).map((text, number) => {
    const words = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return number % 2 ? make("mark", {}, words) : words;
  });
  return /[.!?](<\/mark>)?$/.test(excerpt) ? parts : [...parts, " …"];
}

/** A role or skill of that very name. @param {import("./names.js").Entry} entry @returns {HTMLElement} */
export function hitItem(entry) {
  const kind = entry.url.startsWith("roles/") ? "Role" : "Skill";
  const others = entry.aliases.length ? make("p", {}, `Also called ${entry.aliases.join(", ")}`) : null;
  return make("li", {}, make("a", { href: address(entry.url) }, entry.name), make("span", { class: "ct-search-kind" }, kind), others);
}
