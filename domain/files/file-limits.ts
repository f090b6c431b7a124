/** The most that one file may hold; one byte more is refused. */
export const FILE_MAX_BYTES = 20 * 1024 * 1024;

/** The most files on one request, bid or order, of each of its parties. */
export const FILES_PER_SUBJECT_MAX = 20;

/** The most photos and papers of one visit to the goods. */
export const FILES_PER_ROUND_MAX = 200;

/** Uploads of one organisation that wait to be named by a milestone. */
export const LOOSE_FILES_MAX = 100;
