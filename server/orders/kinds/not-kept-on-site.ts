import type { Reader } from "@/db/database";
import { hasRounds } from "@/db/repositories/inspections";
import type { Service } from "@/domain/shared/service";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";

/** Steps that follow from the record of the site, once there is one. */
const FOLLOWING: readonly string[] = ["on_site", "report_drafted", "report_issued", "buyer_decided"];

export type KeptOnSiteRefusal = Refusal<"kept_on_site">;

/**
 * Whether a step of an order may be reported by hand: of an inspection that is kept on site here the visit, the report and the decision
 * are told by what was done, or a report without a verdict would deliver the order. One that is kept on paper is reported as ever.
 */
export async function notKeptOnSite(
  db: Reader,
  order: { readonly id: string; readonly service: Service },
  code: string,
): Promise<Result<void, KeptOnSiteRefusal>> {
  if (order.service !== "inspection" || !FOLLOWING.includes(code)) return accept(undefined);
  return (await hasRounds(db, order.id)) ? refuse("kept_on_site", { code }) : accept(undefined);
}
