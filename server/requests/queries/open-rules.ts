import "server-only";
import type { Reader } from "@/db/database";
import type { SoftCloseRules } from "@/domain/bidding/live/soft-close";
import type { BidMode } from "@/domain/requests/request";
import { type Feedback, type RequestTerms, termsOf } from "@/domain/requests/terms";
import type { Instant } from "@/domain/shared/instant";
import { softCloseRules } from "../../bidding/standings/soft-close-rules";

export type OpenRules = SoftCloseRules & { readonly feedback: Feedback; readonly extensionCount: number };

type Asked = { readonly bidMode: BidMode; readonly terms: RequestTerms | null; readonly extensionCount: number };

/** By which rules open bidding goes on, for everybody who may see the request; null where bids are sealed. */
export async function openRules(read: Reader, request: Asked, now: Instant): Promise<OpenRules | null> {
  if (request.bidMode === "sealed") return null;
  const { feedback } = termsOf(request);
  return { ...(await softCloseRules(read, now)), feedback, extensionCount: request.extensionCount };
}
