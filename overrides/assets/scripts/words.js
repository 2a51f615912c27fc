/** Words that change with a number. */

/** `1 question`, `2 questions`. @param {number} count @param {string} noun @returns {string} */
export const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
