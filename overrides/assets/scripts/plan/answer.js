/** The reader's own roadmap on the page, and what it leaves to learn, to build and to practise. */

import { dayWords, spanWords } from "../days.js";
import { make } from "../dom.js";
import { address } from "../site.js";
import { counted } from "../words.js";
import { ranked } from "./fit.js";
import { byBucket } from "./levels.js";
import { reason, weeksWords } from "./wording.js";

/** @typedef {import("./arithmetic.js").Course} Course @typedef {import("./arithmetic.js").Leg} Leg */

/**
 * @param {Record<string, any>} track As `api/v1/plans/<track>.json` has it.
 * @param {Course} course @param {{slug: string, title: string, bucket: string | null, url: string}[]} left
 * @returns {HTMLElement[]}
 */
export function answer(track, course, left) {
  const titles = new Map(track.skills.map(({ slug, title }) => [slug, title]));
  const title = (slug) => titles.get(slug) ?? slug;
  const slugs = left.map(({ slug }) => slug);
  return [
    section("Your roadmap", make("p", { class: "ct-says" }, presumed(track)), make("ol", { class: "ct-plan-legs" }, ...course.legs.map((leg) => step(leg, title)))),
    section(`What is left: ${counted(left.length, "skill")}`, ...remains(left)),
    section("Projects that fit", ...fitting(ranked(track.projects, slugs), title, () => "")),
    section("Questions to practise", ...fitting(ranked(track.sets, slugs), title, (set) => counted(set.questions, "question"))),
  ];
}

/** @param {{hours_per_week: number, hours_stated: boolean}} track */
function presumed({ hours_per_week: hours, hours_stated: stated }) {
  return stated ? `The guide's weeks presume ${counted(hours, "hour")}.`
    : `The guide does not say how many hours its weeks presume: ${hours} are taken.`;
}

/** @param {string} name @param {...Node} content */
function section(name, ...content) {
  const id = `plan-${name.toLowerCase().split(":")[0].replaceAll(" ", "-")}`;
  return make("section", { "aria-labelledby": id }, make("h2", { id }, name), ...content);
}

/** @param {Leg} leg @param {(slug: string) => string} title */
function step(leg, title) {
  return make("li", { class: `ct-leg-${leg.state}` },
    make("h3", {}, make("a", { href: address(leg.url) }, leg.title)),
    make("p", { class: "ct-when" }, make("strong", {}, length(leg)), ...when(leg)),
    make("p", { class: "ct-why" }, reason(leg, title)));
}

/** @param {Leg} leg */
function length(leg) {
  if (leg.state === "skipped") return "Skipped";
  if (leg.state === "passed") return "Behind you";
  if (leg.weeks) return weeksWords(leg.weeks);
  return leg.state === "ongoing" ? "Ongoing" : "No time given";
}

/** @param {Leg} leg */
function when(leg) {
  if (leg.state === "ongoing") return [" from ", make("time", { datetime: leg.from }, dayWords(leg.from))];
  return leg.until === null ? [] : [" · ", make("span", { class: "ct-days" }, spanWords(leg.from, leg.until))];
}

function remains(left) {
  if (left.length === 0) return [make("p", {}, "Nothing: you are solid in everything that the guide teaches.")];
  return byBucket(left).map(({ name, skills }) => {
    const items = skills.map(({ title, url }) => make("li", {}, make("a", { href: address(url) }, title)));
    return make("div", { class: "ct-left" }, make("h3", {}, `${name}: ${skills.length}`), make("ul", {}, ...items));
  });
}

function fitting(found, title, more) {
  if (found.length === 0) return [make("p", {}, "None exercises a skill that you have left.")];
  const items = found.map(({ item, skills }) => make("li", {},
    make("a", { href: address(item.url) }, item.title), more(item) ? ` · ${more(item)}` : null,
    make("p", { class: "ct-why" }, `${counted(skills.length, "skill")} you have left: ${skills.map(title).join(", ")}`)));
  return [make("ol", { class: "ct-fits" }, ...items)];
}
