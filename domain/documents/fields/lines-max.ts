/** As many lines as a deal has of cargo. */
export const DOCUMENT_LINES_MAX = 50;
