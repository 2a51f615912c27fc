/** Where the site is, and the data that it publishes. */

/** The root of the site, whatever folder of a host it stands in. */
export const ROOT = new URL("../../", import.meta.url);

/** The address of a page or file below the site's root. @param {string} path @returns {string} */
export function address(path) {
  return new URL(path, ROOT).href;
}

/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/**
 * A file of the published data; each is asked for once.
 * @param {string} path Below `api/v1/`.
 * @returns {Promise<any>}
 */
export function data(path) {
  const known = asked.get(path);
  if (known) return known;
  const answer = fetch(address(`api/v1/${path}`)).then((response) => {
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  });
  asked.set(path, answer);
  answer.catch(() => asked.delete(path));
  return answer;
}
