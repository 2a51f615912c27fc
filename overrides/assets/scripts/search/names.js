/** The names of roles and skills, and what a query has to do with them. Nothing here touches the page. */

/** @typedef {{name: string, aliases: string[], url: string}} Entry A role or skill of `api/v1/names.json`. */
/** @typedef {{entry: Entry, word: string, key: string}} Name One wording of an entry, and how it is compared. */

const GAP = /[\s\-–‑]+/;
/** Words on nearly every page: they tell none from the others, and each costs a file of the index. */
const EVERYWHERE = new Set("a an and are as at be by can do does for from how i in is it my of on or that the this to what when which who why will with you your".split(" "));
const MOST_HITS = 3;
const SHORTEST_START = 3;
/** A shorter alias is an ordinary word in a longer query, unless it is written as registered: `go`, `Go`. */
const SHORTEST_ALIAS = 3;

/** A lower-case word without its plural ending; both sides of a comparison go through it. @param {string} word */
function singular(word) {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(ches|shes|sses|xes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

/** Words as they are compared: without case, plurals, and the difference of hyphen and space. @param {string} words */
export function key(words) {
  return words.toLowerCase().split(GAP).filter(Boolean).map(singular).join(" ");
}

/** Every wording of every entry. @param {Entry[]} entries @returns {Name[]} */
export function wordings(entries) {
  return entries.flatMap((entry) => [entry.name, ...entry.aliases].map((word) => ({ entry, word, key: key(word) })));
}

/**
 * The entries that a query names or begins to name, those that it names in full first.
 * @param {Name[]} names @param {string} query @returns {Entry[]}
 */
export function hits(names, query) {
  const asked = key(query);
  if (!asked) return [];
  const exact = names.filter((name) => name.key === asked);
  const begun = asked.length < SHORTEST_START ? [] : names.filter((name) => name.key.startsWith(asked));
  return [...new Set([...exact, ...begun].map((name) => name.entry))].slice(0, MOST_HITS);
}

/**
 * The query with an alias in it put as the site says it: `MLE interview` is also `machine learning engineer interview`.
 * @param {Name[]} names @param {string} query @returns {string} Empty if there is nothing to add.
 */
export function synonym(names, query) {
  if (query.includes('"')) return ""; // whoever quotes means these words
  const words = query.split(GAP).filter(Boolean);
  for (let size = Math.min(words.length, 5); size > 0; size--) {
    for (let start = 0; start + size <= words.length; start++) {
      const part = words.slice(start, start + size).join(" ");
      const name = names.find((one) => isAlias(one, part, size === words.length));
      if (name && !key(query).includes(key(name.entry.name))) {
        return [...words.slice(0, start), within(name.entry), ...words.slice(start + size)].join(" ");
      }
    }
  }
  return "";
}

/** What to look up of a query: its telling words; one in quotation marks, or without any, as it stands. @param {string} query */
export function telling(query) {
  const words = query.split(/\s+/).filter((word) => !EVERYWHERE.has(word.toLowerCase()));
  return query.includes('"') || !words.length ? query : words.join(" ");
}

/** @param {Name} name @param {string} part @param {boolean} isAll */
function isAlias(name, part, isAll) {
  if (name.word === name.entry.name || name.key !== key(part)) return false;
  return isAll || name.word.length >= SHORTEST_ALIAS || name.word === part;
}

/** The name of an entry as it stands within a sentence: roles are common nouns, most skills are names. @param {Entry} entry */
export function within(entry) {
  const isNoun = entry.url.startsWith("roles/") && !/^.[A-Z]/.test(entry.name);
  return isNoun ? entry.name[0].toLowerCase() + entry.name.slice(1) : entry.name;
}
