import { expect, test } from "vitest";
import { CHAIN_GATES, chainMarket, requestIdOf } from "@/test/chain-market";
import { findChain, insertStatement, statementsOf } from "@/db/repositories/chains";
import { auditEntries } from "@/db/schema/platform";
import { chainPage } from "../queries/chain";
import { eq } from "drizzle-orm";
import { actorOf } from "@/test/order-market";
import { memberships } from "@/db/schema/accounts";
import { execute } from "../../platform/execute";
import { mintActor } from "../../platform/identity/mint-actor";
import { cancelOrder } from "../cancel-order";
import { chooseFallbackOf } from "../../requests/choose-fallback";
import { stateNeed, waiveGate } from "./gates";

const REQUEST = requestIdOf("customs");
const PAPERS = "customs.documents_complete";
const PAPERS_GATE = `${PAPERS}>logistics.slot_reserved`;

type Who = "lin" | "wei" | "aigul" | "timur" | "stranger";

/** A deal whose customs nobody bid on, with what its buyer makes of it. */
async function unfilledMarket() {
  const market = await chainMarket(CHAIN_GATES, ["customs"]);
  const { dealId } = market;
  return {
    ...market,
    choose: (choice: "do_it_ourselves" | "drop", who: Who = "lin", more: object = {}) =>
      market.run(who, chooseFallbackOf, { requestId: REQUEST, choice, ...more }),
    say: (need: string, who: Who = "lin", more: object = {}) => market.run(who, stateNeed, { dealId, need, ...more }),
    view: async (who: Who = "lin") => {
      const view = await chainPage(market.database.read, actorOf(who), { dealId, now: market.now() });
      if (!view) throw new Error("the chain is there");
      return view;
    },
    types: async () => (await market.events()).map(({ type }) => type).filter((type) => type.startsWith("chain.")),
  };
}
const gateIn = (view: Awaited<ReturnType<Awaited<ReturnType<typeof unfilledMarket>>["view"]>>, key: string) =>
  view.gates.find((gate) => gate.key === key);
const code = (outcome: { readonly kind: string; readonly refusal?: { readonly code: string } }) =>
  outcome.refusal?.code ?? outcome.kind;

test("what the buyer does itself opens by its word, step by step, and all who waited are told", async () => {
  const of = await unfilledMarket();
  await of.reportTo("logistics", "booked");
  expect(gateIn(await of.view(), PAPERS_GATE)).toMatchObject({ why: "undecided", lifter: "buyer" });
  expect(code(await of.say(PAPERS))).toBe("gate_not_own");
  expect(code(await of.choose("do_it_ourselves"))).toBe("done");
  expect(await of.report("logistics", "slot_reserved")).toMatchObject({
    refusal: { code: "gate_closed", details: { gate: PAPERS_GATE, why: "not_stated" } },
  });
  expect(code(await of.say(PAPERS))).toBe("done");
  expect(code(await of.report("logistics", "slot_reserved"))).toBe("done");
  expect(await statementsOf(of.database.read, [of.dealId])).toEqual([
    { dealId: of.dealId, need: PAPERS, statedByUserId: "lin", statedAt: of.now(), release: null },
  ]);
  for (const who of ["lin", "timur"] as const)
    expect(gateIn(await of.view(who), PAPERS_GATE)).toMatchObject({
      ...{ state: "stated", statedAt: of.now() },
      bringer: { id: "buyer" },
    });
  // The slot that was reserved since opens the next gate.
  expect(await of.types()).toEqual(["chain.fallback_chosen", "chain.need_stated", "chain.gate_opened"]);
  for (const event of await of.events())
    if (event.type === "chain.need_stated" || event.type === "chain.fallback_chosen")
      expect(event).toMatchObject({ service: "customs", providerOrganisationIds: ["provider"] });
  const audit = (await of.database.read.select().from(auditEntries)).map(({ command, subjectId }) => [
    command,
    subjectId,
  ]);
  expect(audit).toEqual(
    expect.arrayContaining([
      ["requests.choose-fallback", REQUEST],
      ["chain.state-need", of.dealId],
    ]),
  );
});

test("is stated by the buyer's people alone, once, and only of what the buyer does itself", async () => {
  const of = await unfilledMarket();
  await of.choose("do_it_ourselves");
  expect(code(await of.say(PAPERS, "wei"))).toBe("not_permitted");
  for (const who of ["aigul", "stranger"] as const) expect(code(await of.say(PAPERS, who))).toBe("not_found");
  expect(code(await of.say("logistics.delivered"))).toBe("gate_not_own");
  expect(code(await of.say("papers"))).toBe("gate_not_of_chain");
  expect(code(await of.say(PAPERS))).toBe("done");
  expect(code(await of.say(PAPERS))).toBe("gate_not_closed");
  expect(code(await of.say("customs.filed"))).toBe("gate_not_of_chain");
});

test("is stated no more of a gate that was waived", async () => {
  const of = await unfilledMarket();
  await of.choose("do_it_ourselves");
  await of.run("lin", waiveGate, { dealId: of.dealId, gate: PAPERS_GATE, reason: "x" });
  expect(code(await of.say(PAPERS))).toBe("gate_not_closed");
});

test("a service that is dropped leaves no gate behind: nothing is shown, nothing is held, nothing can be waived", async () => {
  const of = await unfilledMarket();
  await of.reportTo("logistics", "booked");
  expect(code(await of.choose("drop"))).toBe("done");
  const view = await of.view();
  expect(view.gates.filter(({ key }) => key.startsWith("customs"))).toEqual([]);
  expect(view.orders.map(({ service }) => service)).not.toContain("customs");
  expect(code(await of.report("logistics", "slot_reserved"))).toBe("done");
  expect(code(await of.run("lin", waiveGate, { dealId: of.dealId, gate: PAPERS_GATE, reason: "x" }))).toBe(
    "gate_not_of_chain",
  );
  expect((await findChain(of.database.read, of.dealId))?.closed).not.toContain(PAPERS_GATE);
  const told = (await of.events()).flatMap((event) => (event.type === "chain.gate_opened" ? [event.gate] : []));
  expect(told).toEqual(["slot>logistics.left_for_hub"]);
});

test("the buyer thinks better of it, and the gates are there again", async () => {
  const of = await unfilledMarket();
  await of.choose("drop");
  expect(code(await of.choose("do_it_ourselves"))).toBe("done");
  expect(gateIn(await of.view(), PAPERS_GATE)).toMatchObject({ why: "not_stated" });
  expect(code(await of.choose("do_it_ourselves"))).toBe("wrong_state");
});

test("how a deal goes on is said by its buyer's leaders, of the request as they have seen it", async () => {
  const of = await unfilledMarket();
  expect(code(await of.choose("drop", "wei"))).toBe("not_permitted");
  for (const who of ["aigul", "stranger"] as const) expect(code(await of.choose("drop", who))).toBe("not_found");
  expect(code(await of.choose("drop", "lin", { version: 7 }))).toBe("stale_version");
  const awarded = { requestId: `r-${of.idOf("logistics")}` };
  expect(code(await of.run("lin", chooseFallbackOf, { ...awarded, choice: "drop" }))).toBe("wrong_state");
  expect(code(await of.choose("drop", "lin", { version: 1 }))).toBe("done");
  expect(code(await of.choose("do_it_ourselves", "lin", { version: 1 }))).toBe("stale_version");
});

test("it is the buyer's turn as long as an order waits for its word, and the provider waits for the buyer", async () => {
  const of = await unfilledMarket();
  await of.choose("do_it_ourselves");
  await of.reportTo("inspection", "report_issued");
  await of.accept("inspection");
  await of.report("logistics", "booked");
  await of.report("logistics", "picked_up");
  const [lin, timur] = [await of.view(), await of.view("timur")];
  expect([lin.mayState, timur.mayState]).toEqual([true, false]);
  expect(lin.awaitsWord).toEqual([PAPERS_GATE]);
  await of.say(PAPERS);
  expect((await of.view()).awaitsWord).toEqual([]);
});

const RELEASED = "customs.released";
const RELEASED_GATE = `${RELEASED}>logistics.import_released`;
const RELEASE = { number: "50417/241126/0012345", releasedOn: "2026-11-24", reason: "Seen in the post's own register" };

/** A deal whose customs a broker brings, with its goods at the border. */
async function brokeredMarket() {
  const market = await chainMarket();
  const { dealId } = market;
  await market.reportTo("inspection", "report_issued");
  await market.accept("inspection");
  await market.reportTo("customs", "export_released");
  await market.reportTo("logistics", "crossed_border");
  return {
    ...market,
    say: (more: object = {}, who: Who = "lin") => market.run(who, stateNeed, { dealId, need: RELEASED, ...more }),
    waive: (gate: string) => market.run("lin", waiveGate, { dealId, gate, reason: "We trust them" }),
  };
}

test("a release is not waived but stated, with a number that its country's customs can have given, and all behind it read it", async () => {
  const of = await brokeredMarket();
  expect(code(await of.waive(RELEASED_GATE))).toBe("release_not_waivable");
  expect(code(await of.say())).toBe("release_needed");
  expect(code(await of.say({ release: { ...RELEASE, number: "940220261000012345" } }))).toBe(
    "declaration_number_malformed",
  );
  expect(code(await of.say({ release: { ...RELEASE, releasedOn: "2026-11-26" } }))).toBe("release_in_future");
  expect(code(await of.say({ release: { ...RELEASE, releasedOn: "2026-11-22" } }))).toBe("release_before_pickup");
  expect(await of.report("logistics", "import_released")).toMatchObject({ refusal: { code: "gate_closed" } });
  expect(code(await of.say({ release: { ...RELEASE, number: " 50417/241126/0012345 " } }))).toBe("done");
  for (const who of ["lin", "timur"] as const) {
    const view = await chainPage(of.database.read, actorOf(who), { dealId: of.dealId, now: of.now() });
    expect(view?.gates.find(({ key }) => key === RELEASED_GATE)).toMatchObject({
      ...{ state: "stated", statedAt: of.now(), release: RELEASE },
    });
  }
  const [told] = (await of.events()).filter(({ type }) => type === "chain.need_stated");
  expect(told).toMatchObject({ need: RELEASED, release: RELEASE, providerOrganisationIds: ["provider"] });
  expect((await findChain(of.database.read, of.dealId))?.closed).not.toContain(RELEASED_GATE);
  expect(code(await of.say({ release: RELEASE }))).toBe("gate_not_closed");
  expect(code(await of.report("logistics", "import_released"))).toBe("done");
});

test("a release is stated by those of the buyer who may open gates, and only a release bears a number", async () => {
  const of = await brokeredMarket();
  for (const who of ["aigul", "stranger"] as const)
    expect(code(await of.say({ release: RELEASE }, who))).toBe("not_found");
  expect(code(await of.say({ release: RELEASE }, "wei"))).toBe("not_permitted");
  await of.database.write((tx) =>
    tx.update(memberships).set({ role: "operations" }).where(eq(memberships.userId, "lin")),
  );
  const trader = mintActor({ kind: "user", userId: "lin", organisationId: "buyer", role: "operations" });
  const input = { dealId: of.dealId, need: RELEASED, release: RELEASE };
  expect(code(await execute(stateNeed, { actor: trader, input }, of.on))).toBe("not_permitted");
  const filed = { need: "logistics.delivered", release: RELEASE };
  expect(code(await of.say(filed))).toBe("gate_not_own");
});

test("a release of what the buyer clears itself is stated with its number as well, and no other step is", async () => {
  const of = await unfilledMarket();
  await of.choose("do_it_ourselves");
  expect(code(await of.say(PAPERS, "lin", { release: RELEASE }))).toBe("release_misplaced");
  expect(code(await of.say(RELEASED))).toBe("release_needed");
  expect(code(await of.say(RELEASED, "lin", { release: RELEASE }))).toBe("done");
});

test("a statement of a release from before its number was asked for opens nothing that a provider brings, and gives way", async () => {
  const of = await brokeredMarket();
  const before = { dealId: of.dealId, need: RELEASED, statedByUserId: "wei", statedAt: of.now(), release: null };
  await of.database.write((tx) => insertStatement(tx, before));
  expect(await of.report("logistics", "import_released")).toMatchObject({ refusal: { code: "gate_closed" } });
  expect(code(await of.say({ release: RELEASE }))).toBe("done");
  expect(await statementsOf(of.database.read, [of.dealId])).toMatchObject([
    { statedByUserId: "lin", release: RELEASE },
  ]);
  await of.database.write((tx) => insertStatement(tx, before));
  expect(await statementsOf(of.database.read, [of.dealId])).toMatchObject([
    { statedByUserId: "lin", release: RELEASE },
  ]);
});

test("a release that was stated lets go what its clearance held when it was called off", async () => {
  const market = await chainMarket();
  const { dealId } = market;
  await market.run("lin", cancelOrder, { orderId: market.idOf("customs"), reason: "no time" });
  expect(await market.state("logistics")).toBe("on_hold");
  await market.run("lin", waiveGate, { dealId, gate: PAPERS_GATE, reason: "x" });
  const left = { need: "customs.export_released", release: { ...RELEASE, number: "940220260000012345" } };
  await market.run("lin", stateNeed, { dealId, ...left });
  expect(await market.state("logistics")).toBe("on_hold");
  await market.run("lin", stateNeed, { dealId, need: RELEASED, release: RELEASE });
  expect(await market.state("logistics")).toBe("placed");
});

test("an order that was called off waits for no word of the buyer", async () => {
  const of = await unfilledMarket();
  await of.choose("do_it_ourselves");
  await of.report("logistics", "booked");
  expect((await of.view()).awaitsWord).toEqual([PAPERS_GATE]);
  await of.run("lin", cancelOrder, { orderId: of.idOf("logistics"), reason: "no time" });
  expect((await of.view()).awaitsWord).toEqual([]);
});
