import { SERVICE_KINDS } from "../../domain/services/registry";
import { HOUR_MS, type Instant } from "../../domain/shared/instant";

/** Why a broker of the demo says that papers are complete which nobody entered: most come to it by mail or on paper. */
const REASONS = [
  "单证原件及扫描件由采购方直接发给我司，未录入平台。 · The buyer sent originals and scans to us directly; they are not entered here.",
  "单证已在单一窗口核对齐全，未在此录入。 · The papers were checked complete in the Single Window and not entered here.",
  "随车单证袋内齐全，已现场核对。 · All papers are in the pouch with the goods; checked on site.",
] as const;

/** The steps of all kinds that say so. */
const NEEDS_PAPERS = new Set(
  Object.values(SERVICE_KINDS).flatMap(({ milestones }) =>
    milestones.filter(({ needsPapers }) => needsPapers).map(({ code }) => code),
  ),
);

/** The reason that goes with a step which says that the papers are complete; none with any other. It is kept only where papers are missing. */
export function papersReason({ code, at }: { readonly code: string; readonly at: Instant }): string {
  if (!NEEDS_PAPERS.has(code)) return "";
  return REASONS[Math.floor(at / HOUR_MS) % REASONS.length] ?? REASONS[0];
}
