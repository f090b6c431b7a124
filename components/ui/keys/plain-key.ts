// The box of a row takes no letters: the keys of its list go on in it.
const FIELDS = "input:not([data-rows] [type=checkbox]), textarea, select, [contenteditable]";

/** A single key that may act: outside every field, without a modifier, and not turned off by the reader (WCAG 2.1.4). */
export function isPlainKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.target instanceof Element && event.target.closest(FIELDS)) return false;
  return !document.cookie.split("; ").includes("keys=off");
}
