import type { Reader } from "@/db/database";
import { declarationsOfOrders } from "@/db/repositories/declarations";
import type { StoredOrder } from "@/db/repositories/orders";
import { isToldByHand, RELEASE_STEP } from "@/domain/clearance/step-of";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { clearanceGround } from "./clearance-ground";
import { type KeptOnSiteRefusal, notKeptOnSite } from "./not-kept-on-site";

export type ByHandRefusal = KeptOnSiteRefusal | Refusal<"declaration_unreleased" | "step_of_declaration">;

type Told = Pick<StoredOrder, "id" | "service" | "requestId" | "dealId">;

/**
 * Whether a step may be told by hand, whoever tells it: not one that follows from a record which is kept here, of the site or of the
 * declarations, while that record says otherwise.
 */
export async function toldByHand(db: Reader, order: Told, code: string): Promise<Result<void, ByHandRefusal>> {
  const onSite = await notKeptOnSite(db, order, code);
  if (!onSite.ok) return onSite;
  if (order.service !== "customs") return accept(undefined);
  const declarations = await declarationsOfOrders(db, [order.id]);
  if (declarations.length === 0) return accept(undefined);
  const isTold = isToldByHand(code, { ...(await clearanceGround(db, order)), declarations });
  if (isTold) return accept(undefined);
  return code === RELEASE_STEP ? refuse("declaration_unreleased", { code }) : refuse("step_of_declaration", { code });
}
