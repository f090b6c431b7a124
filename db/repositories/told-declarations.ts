import { and, eq, ne } from "drizzle-orm";
import type { RegisteredNumber } from "../../domain/orders/evidence";
import type { Reader } from "../database";
import { declarations } from "../schema/clearance";
import { orders, toldDeclarations } from "../schema/orders";

type Asked = RegisteredNumber & { readonly dealId: string };

/** Whether a declaration's number stands in another deal: with a declaration that is kept there, or with a step that was told by hand. */
export async function isDeclaredInOtherDeal(db: Reader, { dealId, country, number }: Asked): Promise<boolean> {
  const ofOthers = ne(orders.dealId, dealId);
  const kept = await db
    .select({ id: declarations.id })
    .from(declarations)
    .innerJoin(orders, eq(orders.id, declarations.orderId))
    .where(and(eq(declarations.country, country), eq(declarations.registeredNumber, number), ofOthers))
    .limit(1);
  if (kept.length > 0) return true;
  const told = await db
    .select({ orderId: toldDeclarations.orderId })
    .from(toldDeclarations)
    .innerJoin(orders, eq(orders.id, toldDeclarations.orderId))
    .where(and(eq(toldDeclarations.number, number), eq(toldDeclarations.country, country), ofOthers))
    .limit(1);
  return told.length > 0;
}
