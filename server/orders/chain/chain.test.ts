import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { CHAIN_GATES, chainMarket } from "@/test/chain-market";
import { dealLogAfter, findChain } from "@/db/repositories/chains";
import { findOrder } from "@/db/repositories/orders";
import { deals } from "@/db/schema/deals";
import { type Gate, gateKey, gateOfKey } from "@/domain/orders/chain/gate";
import { cancelOrder } from "../cancel-order";
import { changeGates, waiveGate } from "./gates";

const closed = (gate: string, why: string) => ({
  kind: "refused",
  refusal: { code: "gate_closed", details: { gate, why } },
});

describe("lesson 13: a deal of four services runs as one chain", () => {
  test("lets no goods go before they may be taken, no money and no truck without its slot", async () => {
    const market = await chainMarket();
    await market.reportTo("logistics", "booked");
    expect(await market.report("logistics", "slot_reserved")).toMatchObject(
      closed("customs.documents_complete>logistics.slot_reserved", "not_yet"),
    );
    await market.reportTo("customs", "documents_complete");
    expect(await market.report("logistics", "slot_reserved")).toMatchObject({ kind: "done" });
    expect(await market.report("logistics", "picked_up")).toMatchObject(
      closed("inspection>logistics.picked_up", "not_yet"),
    );
    await market.reportTo("payment", "compliance_cleared");
    expect(await market.report("payment", "sent")).toMatchObject(closed("inspection>payment.sent", "not_yet"));
    await market.reportTo("inspection", "report_issued");
    expect(await market.report("payment", "sent")).toMatchObject(closed("inspection>payment.sent", "not_yet"));
    expect(await market.accept("inspection")).toMatchObject({ kind: "done" });
    expect(await market.report("payment", "sent")).toMatchObject({ kind: "done" });
    expect(await market.report("logistics", "picked_up")).toMatchObject({ kind: "done" });
  });

  test("goes through to its end in the order of its gates", async () => {
    const market = await chainMarket();
    await market.reportTo("inspection", "report_issued");
    await market.accept("inspection");
    await market.reportTo("customs", "export_released");
    await market.reportTo("logistics", "crossed_border");
    expect(await market.report("logistics", "import_released")).toMatchObject(
      closed("customs.released>logistics.import_released", "not_yet"),
    );
    await market.reportTo("customs", "released");
    await market.reportTo("logistics", "delivered");
    await market.reportTo("payment", "received_by_payee");
    for (const service of ["logistics", "customs", "payment"] as const) await market.accept(service);
    for (const [service, last] of [
      ["inspection", "buyer_decided"],
      ["customs", "pack_archived"],
      ["logistics", "documents_closed"],
      ["payment", "control_documents_delivered"],
    ] as const)
      await market.reportTo(service, last);
    for (const service of ["inspection", "customs", "logistics", "payment"] as const)
      expect(await market.state(service)).toBe("completed");
  });

  test("holds what waits for an order that was called off, until the buyer lets it go with a reason", async () => {
    const market = await chainMarket();
    expect(
      await market.run("lin", cancelOrder, { orderId: market.idOf("inspection"), reason: "no time" }),
    ).toMatchObject({ kind: "done" });
    expect([await market.state("logistics"), await market.state("payment")]).toEqual(["on_hold", "on_hold"]);
    expect(await market.state("customs")).toBe("placed");
    expect(await market.report("logistics", "booked")).toMatchObject({ refusal: { code: "wrong_state" } });
    const waive = (gate: string, who: "lin" | "wei" | "aigul" | "stranger" = "lin") =>
      market.run(who, waiveGate, { dealId: market.dealId, gate, reason: "samples were seen" });
    expect(await waive("inspection>logistics.picked_up", "wei")).toMatchObject({ refusal: { code: "not_permitted" } });
    expect(await waive("inspection>logistics.picked_up", "aigul")).toMatchObject({ refusal: { code: "not_found" } });
    expect(await waive("inspection>logistics.picked_up", "stranger")).toMatchObject({ refusal: { code: "not_found" } });
    expect(await waive("inspection>logistics.picked_up")).toMatchObject({ kind: "done" });
    expect([await market.state("logistics"), await market.state("payment")]).toEqual(["placed", "on_hold"]);
    expect(await waive("inspection>logistics.picked_up")).toMatchObject({ refusal: { code: "gate_not_closed" } });
    expect(await waive("papers>logistics.picked_up")).toMatchObject({ refusal: { code: "gate_not_of_chain" } });
    expect(await market.run("lin", waiveGate, { dealId: market.dealId, gate: "x", reason: " " })).toMatchObject({
      kind: "malformed",
    });
    expect(
      (await market.events()).map(({ type }) => type).filter((type) => /^(order\.(held|resumed)|chain)/.test(type)),
    ).toEqual(["order.held", "order.held", "chain.gate_waived", "order.resumed"]);
  });

  test("tells of each gate once when it opens", async () => {
    const market = await chainMarket();
    await market.reportTo("inspection", "report_issued");
    await market.accept("inspection");
    await market.reportTo("inspection", "buyer_decided");
    const opened = (await market.events()).flatMap((event) => (event.type === "chain.gate_opened" ? [event] : []));
    expect(opened.map(({ gate }) => gate)).toEqual(["inspection>logistics.picked_up", "inspection>payment.sent"]);
    expect(opened[0]).toMatchObject({ providerOrganisationIds: ["provider"], buyerOrganisationId: "buyer" });
  });

  test("tells of a waiver to nobody whose order was called off", async () => {
    const market = await chainMarket();
    await market.run("lin", cancelOrder, { orderId: market.idOf("payment"), reason: "x" });
    await market.run("lin", waiveGate, {
      dealId: market.dealId,
      gate: "inspection>payment.sent",
      reason: "We saw them",
    });
    const waived = (await market.events()).find(({ type }) => type === "chain.gate_waived");
    expect(waived).toMatchObject({ gate: "inspection>payment.sent", providerOrganisationIds: [] });
  });

  test("tells of a gate that opens to nobody whose order was called off", async () => {
    const market = await chainMarket();
    await market.run("lin", cancelOrder, { orderId: market.idOf("payment"), reason: "x" });
    await market.reportTo("inspection", "report_issued");
    await market.accept("inspection");
    const opened = (await market.events()).flatMap((event) => (event.type === "chain.gate_opened" ? [event] : []));
    expect(opened.map(({ gate, providerOrganisationIds }) => [gate, providerOrganisationIds])).toEqual([
      ["inspection>logistics.picked_up", ["provider"]],
      ["inspection>payment.sent", []],
    ]);
  });

  test("keeps one log of what happened to its orders, without a gap", async () => {
    const market = await chainMarket();
    await market.reportTo("inspection", "report_issued");
    await market.accept("inspection");
    const log = await dealLogAfter(market.database.read, { dealId: market.dealId, seq: 0, limit: 100 });
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1));
    expect(log.filter(({ type }) => type === "order.milestone_reported")).toHaveLength(5);
    expect(log.filter(({ orderId }) => orderId === market.idOf("inspection"))).toHaveLength(6);
  });
});

test("fifty reports of a step at once take it once", async () => {
  const market = await chainMarket();
  await market.reportTo("inspection", "report_issued");
  await market.accept("inspection");
  await market.reportTo("payment", "compliance_cleared");
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => market.report("payment", "sent")));
  expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
  const sent = (await market.events()).filter(
    (event) => event.type === "order.milestone_reported" && event.code === "sent",
  );
  expect(sent).toHaveLength(1);
});

test("of fifty reports beside a call that closes their gate none is taken after it", async () => {
  const gates: readonly Gate[] = [
    {
      need: { kind: "step", step: { service: "customs", code: "documents_complete" } },
      holds: { service: "logistics", code: "booked" },
    },
  ];
  const market = await chainMarket(gates);
  const calls = Array.from({ length: 50 }, (_, at) =>
    at === 25
      ? market.run("lin", cancelOrder, { orderId: market.idOf("customs"), reason: "x" })
      : market.report("logistics", "booked"),
  );
  const outcomes = await Promise.all(calls);
  expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
  expect(await market.told("logistics")).toEqual([]);
  expect(await market.state("logistics")).toBe("on_hold");
});

describe("the gates of a deal", () => {
  const change = (market: Awaited<ReturnType<typeof chainMarket>>, gates: readonly unknown[], more: object = {}) =>
    market.run("lin", changeGates, { dealId: market.dealId, gates, ...more });

  async function uncontracted() {
    const market = await chainMarket();
    await market.database.write((tx) =>
      tx.update(deals).set({ contractedAt: null }).where(eq(deals.id, market.dealId)).returning({ id: deals.id }),
    );
    return market;
  }

  test("are the buyer's to say before the first award and nobody's after", async () => {
    const market = await uncontracted();
    const some = CHAIN_GATES.slice(0, 2);
    expect(await change(market, some, { version: 1 })).toMatchObject({ kind: "done", value: { version: 2 } });
    const kept = await findChain(market.database.read, market.dealId);
    expect(kept?.gates.map(gateKey)).toEqual(some.map(gateKey));
    expect(kept?.isEdited).toBe(true);
    expect(await change(market, some, { version: 1 })).toMatchObject({ refusal: { code: "stale_version" } });
    for (const who of ["aigul", "stranger"] as const)
      expect(await market.run(who, changeGates, { dealId: market.dealId, gates: [] })).toMatchObject({
        refusal: { code: "not_found" },
      });
    expect(await change(await chainMarket(), some)).toMatchObject({ refusal: { code: "chain_fixed" } });
  });

  test("are refused where they could never open, and nothing is changed", async () => {
    const market = await uncontracted();
    const among = (keys: string) =>
      change(
        market,
        keys.split(", ").flatMap((key) => gateOfKey(key) ?? []),
      );
    const gate = "customs.pack_archived>logistics.picked_up";
    expect(await among(gate)).toMatchObject({
      refusal: { code: "gate_never_opens", details: { gate, holds: "logistics.picked_up" } },
    });
    const circle = "customs.filed>logistics.picked_up, logistics.picked_up>customs.documents_complete";
    expect(await among(circle)).toMatchObject({ refusal: { code: "gates_in_circle", details: { circle } } });
    expect((await findChain(market.database.read, market.dealId))?.version).toBe(1);
  });
});

test("an order of a deal from before there were gates goes on as ever", async () => {
  const market = await chainMarket([]);
  await market.reportTo("logistics", "delivered");
  expect(await findOrder(market.database.read, market.idOf("logistics"))).toMatchObject({ state: "delivered" });
});
