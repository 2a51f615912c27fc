/** How far a reader is, in the header of a track's pages and beside its start on the home page. */

import { make } from "../dom.js";
import { address, data } from "../site.js";
import { load, update, watch } from "../store.js";
import { inWords, isDone, items, mayCount, progress } from "./progress.js";

/** Give what is kept the names that things have today. @param {string} track Any track of the site. */
export async function catchUp(track) {
  const state = load();
  if (!Object.keys({ ...state.ticks, ...state.skills, ...state.plans }).length) return;
  const { rename, settled } = await import("../archive.js");
  const { names } = await settled(state, await data(`plans/${track}.json`)).catch(() => ({ names: {} }));
  if (Object.values(names).some((part) => Object.keys(part).length)) update((kept) => rename(kept, names));
}

/** Show the progress on the page's track in its header, from the first tick on. @param {HTMLElement} place @param {string} track */
export function headerMeter(place, track) {
  const show = meter(place, track, () => [make("a", { href: address(`tracks/${track}/roadmap/`) }), make("span", {})]);
  watch(show);
  show();
}

/** Show the progress beside each start. @param {Iterable<HTMLElement>} starts @returns {string[]} The tracks of the starts. */
export function startMeters(starts) {
  const tracks = [];
  for (const start of starts) {
    const link = start.querySelector("a[href*='tracks/']");
    const track = link && new URL(link.href).pathname.match(/tracks\/([^/]+)\/$/)?.[1];
    if (!track) continue;
    tracks.push(track);
    const place = make("p", { class: "ct-progress", hidden: true });
    start.append(place);
    const show = meter(place, track, () => [make("span", {}), make("span", {})], true);
    watch(show);
    show();
  }
  return tracks;
}

/**
 * @param {HTMLElement} place @param {string} track @param {() => HTMLElement[]} parts
 * @param {boolean} [leadsOn] Whether it names what comes next, too.
 */
function meter(place, track, parts, leadsOn = false) {
  return async () => {
    if (!mayCount(load(), track)) return void (place.hidden = true);
    const all = items(await data(`plans/${track}.json`).catch(() => ({ phases: [], skills: [] })));
    const state = load(); // as it is now: it may have changed while the plan was fetched
    const of = progress(state, all);
    if (!of.done) return void (place.hidden = true);
    const [words, room] = parts();
    words.textContent = `${of.done} of ${of.all} done`;
    words.title = inWords(of);
    room.append(make("progress", { value: of.done, max: of.all, "aria-label": "Progress on this track" }));
    const next = leadsOn && all.find((item) => !isDone(state, item));
    const way = next ? [make("span", { class: "ct-next-item" }, "Next: ", make("a", { href: address(next.url) }, next.title))] : [];
    place.replaceChildren(words, room, ...way);
    place.hidden = false;
  };
}
