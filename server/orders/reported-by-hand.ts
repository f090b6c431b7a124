import type { Reader } from "@/db/database";
import { hasRounds } from "@/db/repositories/inspections";
import type { Service } from "@/domain/shared/service";
import { type Refusal, type Result, accept, refuse } from "@/domain/shared/result";
import { declarationsOfOrders } from "@/db/repositories/declarations";
import type { StoredOrder } from "@/db/repositories/orders";
import {
  EXPORT_RELEASE_STEP,
  RELEASE_STEP,
  canFollowDeclaration,
  isReportedByHand,
} from "@/domain/clearance/transitions";
import { clearanceContext } from "./clearance-context";

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

export type ByHandRefusal = KeptOnSiteRefusal | Refusal<"declaration_unreleased" | "step_of_declaration">;

type Told = Pick<StoredOrder, "id" | "service" | "requestId" | "dealId">;

/**
 * Whether a step may be told by hand, whoever tells it: not one that follows from a record which is kept here, of the site or of the
 * declarations, while that record says otherwise.
 */
export async function reportedByHand(db: Reader, order: Told, code: string): Promise<Result<void, ByHandRefusal>> {
  const onSite = await notKeptOnSite(db, order, code);
  if (!onSite.ok) return onSite;
  if (order.service !== "customs" || !canFollowDeclaration(code)) return accept(undefined);
  const declarations = await declarationsOfOrders(db, [order.id]);
  if (declarations.length === 0) return accept(undefined);
  const isTold = isReportedByHand(code, { ...(await clearanceContext(db, order)), declarations });
  if (isTold) return accept(undefined);
  const isRelease = code === RELEASE_STEP || code === EXPORT_RELEASE_STEP;
  return refuse(isRelease ? "declaration_unreleased" : "step_of_declaration", { code });
}
