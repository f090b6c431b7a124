import { SERVICE_KINDS } from "../../../domain/services/registry";
import { HOUR_MS, type Instant } from "../../../domain/shared/time";

/** Why a broker of the demo says that papers are complete which nobody entered: most come to it by mail or on paper. */
const BEFORE_FILING = [
  "单证原件及扫描件由买方直接发给我司，未录入平台。 · The buyer sent originals and scans to us directly; they are not entered here.",
  "单证已在单一窗口核对齐全，未在此录入。 · The papers were checked complete in the Single Window and not entered here.",
  "随车单证袋内齐全，已现场核对。 · All papers are in the pouch with the goods; checked on site.",
] as const;

/** Why a carrier of the demo closes papers that were not all attached: originals go by courier, and not every haul has each of them. */
const HANDED_OVER = [
  "其余单证正本已快递寄给买方，未上传平台。 · The other originals went to the buyer by courier and are not attached here.",
  "其余单证电子件已发买方邮箱，正本随结算资料寄出。 · The rest was mailed to the buyer as scans; originals follow with the settlement.",
  "买方已签收纸质单证，未逐份上传。 · The buyer signed for the papers on paper; they were not attached one by one.",
] as const;

const REASONS = { before_filing: BEFORE_FILING, handed_over: HANDED_OVER } as const;

/** The steps of all kinds that say so, with the papers that they mean. */
const NEEDS_PAPERS = new Map(
  Object.values(SERVICE_KINDS).flatMap(({ milestones }) =>
    milestones.flatMap(({ code, needsPapers }) => (needsPapers ? [[code, needsPapers] as const] : [])),
  ),
);

/** The reason that goes with a step which says that papers are complete; none with any other. It is kept only where papers are missing. */
export function papersReason({ code, at }: { readonly code: string; readonly at: Instant }): string {
  const papers = NEEDS_PAPERS.get(code);
  if (!papers) return "";
  const reasons = REASONS[papers];
  return reasons[Math.floor(at / HOUR_MS) % reasons.length] ?? reasons[0];
}
