/** What became of ids that something outside the site still remembers. */

/**
 * From old ids to new ones, as `api/v1/aliases.json` has them.
 * @typedef {{tracks: Record<string, string>, skills: Record<string, string>, items: Record<string, string>}} Aliases
 */

/**
 * What each id is called now. Those that still hold are in neither of the two.
 * @param {Iterable<string>} ids Of items (`<track>/<page>/<id>`, `<track>/<question>`), of skills, or of tracks.
 * @param {{has: (id: string) => boolean}} known The ids that there are.
 * @param {Aliases} aliases
 * @returns {{renamed: Record<string, string>, gone: string[]}}
 */
export function resolve(ids, known, aliases) {
  const names = [...ids].filter((id) => !known.has(id)).map((id) => [id, followed(id, known, aliases)]);
  return {
    renamed: Object.fromEntries(names.filter(([, now]) => now !== null)),
    gone: names.filter(([, now]) => now === null).map(([id]) => id),
  };
}

/**
 * The entries of a part of the state under their new names; of two that come to bear one name, the later.
 * @template {{at: string}} T
 * @param {Record<string, T>} part @param {Record<string, string>} names From old to new.
 * @returns {Record<string, T>}
 */
export function renamed(part, names) {
  /** @type {Record<string, T>} */
  const found = {};
  for (const [old, entry] of Object.entries(part)) {
    const name = Object.hasOwn(names, old) ? names[old] : old;
    if (!Object.hasOwn(found, name) || Date.parse(entry.at) > Date.parse(found[name].at)) found[name] = entry;
  }
  return found;
}

/** The first known name on the way from an old one; null if the way ends or goes round before. */
function followed(id, known, aliases) {
  const seen = new Set([id]);
  for (let name = next(id, aliases); name !== null && !seen.has(name); name = next(name, aliases)) {
    if (known.has(name)) return name;
    seen.add(name);
  }
  return null;
}

/** One step on: an item's own new id, or its old one on a track that was renamed. */
function next(id, { tracks, skills, items }) {
  const cut = id.indexOf("/");
  if (cut < 0) return own(skills, id) ?? own(tracks, id);
  const track = own(tracks, id.slice(0, cut));
  return own(items, id) ?? (track === null ? null : track + id.slice(cut));
}

/** @param {Record<string, string>} names @param {string} name */
function own(names, name) {
  return Object.hasOwn(names, name) ? names[name] : null;
}
