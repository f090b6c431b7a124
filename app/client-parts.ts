/** Words of parts that client components are made of; a room's own words are asked for by its page. */
export const CLIENT_PARTS: Readonly<Record<string, readonly string[]>> = {
  ui: ["errors", "field", "measure", "service"],
};
