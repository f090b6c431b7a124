const PATH_MAX = 500;
// A plain path and query of ours: no scheme, no host, no backslash, no escape that a browser or proxy may read as one.
const PLAIN = /^\/(?![/\\])[A-Za-z0-9\-._~/?&=,:[\]%]*$/;
const HIDDEN = /\\|\/\/|%(2f|5c|0[0-9a-f]|1[0-9a-f]|40|25)|\.\.|:\//i;

/**
 * Where a person wanted to go before they signed in: a path of this site, else null. Only what is plainly ours is let
 * through, so that a link to the sign-in page cannot lead elsewhere.
 */
export function safePath(asked: unknown): string | null {
  if (typeof asked !== "string" || asked.length > PATH_MAX) return null;
  return PLAIN.test(asked) && !HIDDEN.test(asked) ? asked : null;
}
