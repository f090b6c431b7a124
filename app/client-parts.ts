/** Words of parts that client components are made of; a room's own words are asked for by its page. */
export const CLIENT_PARTS: readonly string[] = ["ui.errors", "ui.field", "ui.form", "ui.measure", "ui.service"];

/** Words of the frame around every page. */
export const FRAME_PARTS: readonly string[] = ["ui.shell"];
