import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { orderMarket } from "@/test/order-market";
import type { KeptEvidence } from "../../domain/orders/evidence";
import { orderMilestones } from "../schema/orders";
import { isDeclaredInOtherDeal } from "./told-declarations";

const TOLD = { country: "CN", number: "530320260123456789" } as const;
const AGAIN = { country: "KZ", number: "55302/241126/0012345" } as const;

test("a declaration's number is found in other deals as long as a step stands with it, told by hand or by its declaration", async () => {
  const { database, orders } = await orderMarket({ services: ["customs"] });
  const tell = (evidence: KeptEvidence | null) =>
    database.write((tx) =>
      tx
        .update(orderMilestones)
        .set({ evidence })
        .where(and(eq(orderMilestones.orderId, orders.customs as string), eq(orderMilestones.code, "filed")))
        .returning({ code: orderMilestones.code }),
    );
  const found = async (dealId = "another") =>
    await Promise.all([TOLD, AGAIN].map((one) => isDeclaredInOtherDeal(database.read, { dealId, ...one })));
  expect(await found()).toEqual([false, false]);
  expect(await tell({ declarations: [TOLD], registered: [TOLD, AGAIN] })).toHaveLength(1);
  expect(await found()).toEqual([true, true]);
  await tell({ declarations: [AGAIN] });
  expect(await found()).toEqual([false, true]);
  await tell({ papersReason: "They were handed over on paper" });
  expect(await found()).toEqual([false, false]);
  await tell(null);
  expect(await found()).toEqual([false, false]);
});
