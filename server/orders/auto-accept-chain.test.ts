import { expect, test } from "vitest";
import { findChain } from "@/db/repositories/chains";
import { DAY_MS } from "@/domain/shared/time";
import { execute } from "@/server/platform/execute";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { chainMarket } from "@/test/chain-market";
import { autoAcceptOrder } from "./accept-order";

const ACCEPTED_AFTER_DAYS = 7;

test("Where the clock accepts the inspection, the gates that waited for it open in the same moment, and are told as open.", async () => {
  const market = await chainMarket();
  await market.reportTo("inspection", "report_issued");
  const closed = async () => (await findChain(market.database.read, market.dealId))?.closed ?? [];
  const opened = async () =>
    (await market.events()).flatMap((event) => (event.type === "chain.gate_opened" ? [event.gate] : [])).sort();
  const waiting = ["inspection>logistics.picked_up", "inspection>payment.sent"];
  expect(await closed()).toEqual(expect.arrayContaining(waiting));
  market.wait(ACCEPTED_AFTER_DAYS * DAY_MS);
  const input = { orderId: market.idOf("inspection") };
  expect(await execute(autoAcceptOrder, { actor: mintActor({ kind: "system" }), input }, market.on)).toMatchObject({
    kind: "done",
  });
  expect((await closed()).filter((gate) => waiting.includes(gate))).toEqual([]);
  expect(await opened()).toEqual(waiting);
});
