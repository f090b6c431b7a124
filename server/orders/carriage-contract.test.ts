import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { bids, bidVersions } from "@/db/schema/requests";
import { awards } from "@/db/schema/orders";
import { START } from "@/test/order-market";
import { slotMarket, WAITING_LINES } from "@/test/slot-market";
import { contractOf } from "./carriage-contract";

test("An order is held to the version of its bid that won and to the offer of it that was chosen.", async () => {
  const market = await slotMarket({ trucks: 3 });
  const { database } = market;
  const order = await market.order();
  const priced = (minor: string) => WAITING_LINES.map((line) => ({ ...line, unitPriceMinor: minor }));
  const terms = { freeTimeBorderHours: 12, slot: { system: "cargoruqsat", bookedBy: "buyer" } };
  const second = {
    ...{ lines: priced("200"), transitDays: { min: 5, max: 9 }, currency: "CNY", exclusions: ["SLT"], terms },
    alternatives: ["300", "400"].map((minor) => ({
      ...{ title: minor, lines: priced(minor), totalMinor: minor, transitDays: { min: 1, max: 2 } },
    })),
  } as unknown as typeof bidVersions.$inferInsert.content;
  await database.write(async (tx) => {
    await tx
      .insert(bidVersions)
      .values({ bidId: order.bidId, version: 2, submittedAt: START, receipt: "", content: second });
    await tx.update(bids).set({ version: 2 }).where(eq(bids.id, order.bidId));
  });
  const contract = async () => {
    const { lines, ...rest } = await contractOf(database.read, order);
    return { ...rest, prices: lines.map(({ unitPriceMinor }) => unitPriceMinor) };
  };
  expect(await contract()).toMatchObject({
    ...{ prices: ["200", "200"], trucks: 3, exclusions: ["SLT"], bookedBy: "buyer" },
    terms: { freeTimeBorderHours: 12 },
  });
  await database.write((tx) => tx.update(awards).set({ alternative: 2 }).where(eq(awards.id, order.awardId)));
  expect(await contract()).toMatchObject({ prices: ["400", "400"], bookedBy: "buyer" });
});
