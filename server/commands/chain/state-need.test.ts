import { expect, test } from "vitest";
import { CHAIN_GATES, chainMarket, requestIdOf } from "@/test/chain-market";
import { findChain, statementsOf } from "../../../db/repositories/chains";
import { auditEntries } from "../../../db/schema/platform";
import { chainPage } from "../../queries/chain";
import { actorOf } from "@/test/order-market";
import { chooseFallbackOf } from "../requests/choose-fallback";
import { stateNeed } from "./state-need";
import { waiveGate } from "./waive-gate";

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
    say: (need: string, who: Who = "lin") => market.run(who, stateNeed, { dealId, need }),
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
  expect(gateIn(await of.view(), PAPERS_GATE)).toMatchObject({ state: { why: "undecided" }, lifter: "buyer" });
  expect(code(await of.say(PAPERS))).toBe("gate_not_own");
  expect(code(await of.choose("do_it_ourselves"))).toBe("done");
  expect(await of.report("logistics", "slot_reserved")).toMatchObject({
    refusal: { code: "gate_closed", details: { gate: PAPERS_GATE, why: "not_stated" } },
  });
  expect(code(await of.say(PAPERS))).toBe("done");
  expect(code(await of.report("logistics", "slot_reserved"))).toBe("done");
  expect(await statementsOf(of.database.read, [of.dealId])).toEqual([
    { dealId: of.dealId, need: PAPERS, statedByUserId: "lin", statedAt: of.now() },
  ]);
  for (const who of ["lin", "timur"] as const)
    expect(gateIn(await of.view(who), PAPERS_GATE)).toMatchObject({
      state: { kind: "stated", statement: { need: PAPERS } },
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
  await of.run("lin", waiveGate, { dealId: of.dealId, gate: "customs.filed>logistics.crossed_border", reason: "x" });
  expect(code(await of.say("customs.filed"))).toBe("gate_not_closed");
});

test("a service that is dropped leaves no gate behind: nothing is shown, nothing is held, nothing can be waived", async () => {
  const of = await unfilledMarket();
  await of.reportTo("logistics", "booked");
  expect(code(await of.choose("drop"))).toBe("done");
  const view = await of.view();
  expect(view.gates.filter(({ key }) => key.startsWith("customs"))).toEqual([]);
  expect(view.lanes.map(({ service }) => service)).not.toContain("customs");
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
  expect(gateIn(await of.view(), PAPERS_GATE)).toMatchObject({ state: { why: "not_stated" } });
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
