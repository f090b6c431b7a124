import { expect, test } from "vitest";
import { findMilestones, findOrder } from "../../db/repositories/orders";
import { HOUR_MS, type Instant, instant, parseIso } from "../../domain/shared/time";
import { gateOfKey } from "../../domain/orders/chain/gate";
import { done } from "../../test/bidding-market";
import { clearanceMarket, LINES } from "../../test/clearance-market";
import { actorOf, EARLY } from "../../test/order-market";
import { layChain } from "../../test/settled-chains";
import { orderPage } from "../orders/queries/orders";
import { workList } from "../orders/queries/work";
import { reportMilestone } from "../orders/report-milestone";
import { fileDeclaration } from "./acts";
import { approveDraft } from "./review-draft";

const EXPORT = { side: "export", supervisionMode: "0110", exporterCode: "3307960001" };
const YUAN = LINES.map((line) => ({ ...line, customsValue: { ...line.customsValue, currency: "CNY" } }));

/** A clearance of an export with three hours to file, and its haul; the draft is approved. */
async function approved(gate: string | null = null) {
  const market = await clearanceMarket(EXPORT, ["customs", "logistics"], { terms: { hoursToFile: 3 } });
  const { database, run, at, orderId, now } = market;
  const dealId = (await findOrder(database.read, orderId))?.dealId as string;
  const gates = gate === null ? [] : [gateOfKey(gate)].filter((one) => one !== null);
  await database.write((tx) => layChain(tx, dealId, { gates, at: now() }));
  await market.report("documents_complete");
  const declarationId = await market.draft({ side: "export", lines: YUAN });
  done(await run("lin", approveDraft, { declarationId }));
  const read = async () => {
    const page = await orderPage(database.read, actorOf("timur"), { id: orderId, now: now() });
    const { rows } = await workList(database.read, actorOf("timur"), { limit: 5, now: now() });
    const row = rows.find(({ id }) => id === orderId);
    expect(row?.due).toEqual(page?.due);
    expect(row?.waitsToRun ?? null).toEqual(page?.dueStart?.at === null ? page.dueStart : null);
    return { due: page?.due?.at ?? null, start: page?.dueStart, isOverdue: row?.isOverdue };
  };
  const haul = async (code: string): Promise<Instant> => {
    const occurredAt = at();
    done(await run("timur", reportMilestone, { orderId: market.orders.logistics, code, occurredAt, ...EARLY }));
    return parseIso(occurredAt) as Instant;
  };
  const file = (more: object = {}) =>
    run("timur", fileDeclaration, { declarationId, number: "530320260123456789", occurredAt: at(), ...more });
  const filed = async () =>
    (await findMilestones(database.read, { id: orderId, service: "customs" })).find(({ code }) => code === "filed");
  return { ...market, read, haul, file, filed };
}

test("a declaration is due from the goods' arrival at the yard, and asked why only when it is filed later", async () => {
  const market = await approved();
  market.wait(30 * HOUR_MS);
  const start = { code: "filed", what: "arrived_hub" };
  expect(await market.read()).toEqual({ due: null, start: { ...start, at: null }, isOverdue: false });
  for (const code of ["booked", "picked_up"]) await market.haul(code);
  expect(await market.read()).toMatchObject({ due: null });
  const there = await market.haul("arrived_hub");
  expect(await market.read()).toMatchObject({ due: there + 3 * HOUR_MS, start: { ...start, at: there } });
  market.wait(4 * HOUR_MS);
  expect(await market.read()).toMatchObject({ isOverdue: true });
  expect(await market.file()).toMatchObject({ refusal: { code: "late_without_reason" } });
  done(await market.file({ lateReason: "own_fault" }));
  expect((await market.filed())?.evidence?.late).toMatchObject({ dueAt: instant(there + 3 * HOUR_MS) });
});

test("a declaration that is filed before the goods come is taken, and is not late", async () => {
  const market = await approved();
  market.wait(30 * HOUR_MS);
  done(await market.file());
  expect((await market.filed())?.evidence?.late).toBeUndefined();
});

test("the hours to file stand still while a gate holds the filing, and are counted from its opening", async () => {
  const market = await approved("logistics.left_for_hub>customs.filed");
  for (const code of ["booked", "picked_up"]) await market.haul(code);
  market.wait(30 * HOUR_MS);
  expect(await market.file()).toMatchObject({ refusal: { code: "gate_closed" } });
  await market.haul("left_for_hub");
  const there = await market.haul("arrived_hub");
  expect(await market.read()).toMatchObject({ due: there + 3 * HOUR_MS, start: { what: "arrived_hub" } });
  const held = await approved("logistics.crossed_border>customs.filed");
  for (const code of ["booked", "picked_up", "arrived_hub"]) await held.haul(code);
  held.wait(30 * HOUR_MS);
  expect(await held.read()).toMatchObject({ start: { what: "gate", at: null }, isOverdue: false });
  const opened = await held.haul("crossed_border");
  expect(await held.read()).toMatchObject({ due: opened + 3 * HOUR_MS, start: { what: "gate", at: opened } });
});
