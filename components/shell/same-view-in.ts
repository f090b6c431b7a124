type View = { readonly path: string; readonly query: string; readonly prefix: string };

/** The address of this view under another language's prefix. */
export function sameViewIn(prefix: string, view: View): string {
  const hasPrefix = view.path === view.prefix || view.path.startsWith(`${view.prefix}/`);
  const bare = view.prefix && hasPrefix ? view.path.slice(view.prefix.length) : view.path;
  return `${prefix}${bare === "/" && prefix ? "" : bare}${view.query ? `?${view.query}` : ""}` || "/";
}
