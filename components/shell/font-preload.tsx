import { preload } from "react-dom";

/** Latin only: every page uses it, the other subsets are fetched by those that need them. */
export function FontPreload() {
  preload("/fonts/ibm-plex-sans-latin-wght-normal.woff2", {
    as: "font",
    type: "font/woff2",
    crossOrigin: "anonymous",
  });
  return null;
}
