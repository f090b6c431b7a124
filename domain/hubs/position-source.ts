/** The reference names its own planning figures at length, for whoever keeps it; readers are told that they are estimates of the market. */
const OWN_ESTIMATE = /^(?:our estimate|estimate|S|approximate)\b/;

/** Whether a figure of the reference is the market's own estimate, by its source. */
export const isOwnEstimate = (source: string): boolean => OWN_ESTIMATE.test(source);

/** Where a position comes from, as readers are told it: the official list, a public gazetteer or map, or general knowledge. */
export function positionSource(source: string): "unlocode" | "gazetteer" | "approximate" {
  if (source === "UN/LOCODE") return "unlocode";
  return isOwnEstimate(source) ? "approximate" : "gazetteer";
}

/** What readers are told in place of the reference's own note. */
export const shownSource = (source: string): string => (isOwnEstimate(source) ? "our estimate" : source);
