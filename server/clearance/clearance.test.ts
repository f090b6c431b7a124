import { EXPORTER } from "../../domain/services/examples";
import { describe, expect, test } from "vitest";
import { done, refusalOf } from "@/test/bidding-market";
import { layChain } from "@/test/settled-chains";
import { ASSESSED, clearanceMarket, IMPORT, LINES, passing, tenge } from "@/test/clearance-market";
import { findChain } from "../../db/repositories/chains";
import { declarationsOfOrders, entriesOf, findDeclaration } from "../../db/repositories/declarations";
import { findMilestones, findOrder } from "../../db/repositories/orders";
import { declarationEntries } from "../../db/schema/clearance";
import { outbox } from "../../db/schema/notices";
import { compareDuties } from "../../domain/clearance/duty-comparison";
import { HOUR_MS, instant, toIso } from "../../domain/shared/time";
import { missingOf } from "../../domain/orders/expected-evidence";
import { readinessOfDeal } from "../orders/chain/document-readiness";
import { orderPage } from "../orders/queries/orders";
import { workList } from "../orders/queries/work";
import { reportMilestone } from "../orders/report-milestone";
import { notHandedOver } from "../orders/handed-over-deliverables";
import { answerQuestion, askQuestion } from "./questions";
import { approveDraft, sendBackDraft } from "./review-draft";
import { assessDuties, fileDeclaration, payDuties, recordAct } from "./acts";
import { draftDeclaration, reviseDeclaration } from "./draft-declaration";
import { actorOf } from "@/test/order-market";

type Market = Awaited<ReturnType<typeof clearanceMarket>>;

const NUMBER = "50417/241126/0012345";

const steps = async ({ database, orderId }: Market) =>
  (await findMilestones(database.read, { id: orderId, service: "customs" }))
    .filter(({ occurredAt }) => occurredAt !== null)
    .map(({ code }) => code);
const turn = async (of: Market, who: "lin" | "timur" = "lin") =>
  (await orderPage(of.database.read, actorOf(who), { id: of.orderId, now: of.now() }))?.turn;
const types = async ({ database }: Market) =>
  (await database.read.select().from(outbox)).map(({ event }) => event.type);

const approve = (of: Market, declarationId: string) => of.run("lin", approveDraft, { declarationId });
const file = (of: Market, declarationId: string, more: object = {}) =>
  of.run("timur", fileDeclaration, { declarationId, number: NUMBER, occurredAt: of.at(), ...more });
const ask = (of: Market, declarationId: string, more: object = {}) =>
  of.run("timur", askQuestion, {
    ...{ declarationId, question: "What is the inverter's power?", answersBy: "buyer", occurredAt: of.at() },
    ...{ answerBy: toIso(instant(of.now() + 24 * HOUR_MS)), ...more },
  });
const answer = (of: Market, declarationId: string, who: "lin" | "timur" = "lin") =>
  of.run(who, answerQuestion, { declarationId, answer: "5 kW" });
const assess = (of: Market, declarationId: string, more: object = {}) =>
  of.run("timur", assessDuties, { declarationId, ...ASSESSED, occurredAt: of.at(), ...more });
const pay = (of: Market, declarationId: string) =>
  of.run("timur", payDuties, { declarationId, receipt: "P-77", occurredAt: of.at() });
const act = (of: Market, declarationId: string, name: "inspect" | "release" | "refuse", words = "") =>
  of.run("timur", recordAct, { declarationId, act: name, words, occurredAt: of.at() });

/** A declaration that the customs have registered. */
async function filed(of: Market): Promise<string> {
  const id = await of.draft();
  done(await approve(of, id));
  done(await file(of, id));
  return id;
}

test("a declaration goes from its draft to the release, and the order's steps come with it", async () => {
  const of = await clearanceMarket();
  const id = await of.draft();
  expect(await steps(of)).toEqual(["documents_requested"]);
  expect(await turn(of)).toEqual({ holder: "task", task: { side: "buyer", code: "clearance.approve", by: null } });
  of.wait(7_000);
  done(await approve(of, id));
  done(await file(of, id));
  done(await ask(of, id));
  done(await answer(of, id));
  done(await act(of, id, "inspect", "Act 12: seals whole"));
  done(await assess(of, id));
  done(await pay(of, id));
  expect(done(await act(of, id, "release")).state).toBe("released");
  expect(await steps(of)).toEqual([
    ...["documents_requested", "draft_approved", "filed", "state_question", "duties_paid", "released"],
  ]);
  expect(await findOrder(of.database.read, of.orderId)).toMatchObject({ state: "delivered" });
  const entries = await entriesOf(of.database.read, [id]);
  expect(entries.map(({ event }) => event)).toEqual([
    ...["draft", "approve", "file", "question", "answer", "inspect", "assess", "pay", "release"],
  ]);
  const approved = entries.find(({ event }) => event === "approve")?.occurredAt;
  expect(await findDeclaration(of.database.read, id)).toMatchObject({ approvedAt: approved });
  expect((await types(of)).filter((type) => type.startsWith("declaration."))).toHaveLength(9);
});

test("a filed declaration is its side's paper in the deal's readiness, and its number lies with the steps that it takes", async () => {
  const of = await clearanceMarket();
  const dealId = (await findOrder(of.database.read, of.orderId))?.dealId ?? "";
  const rowOf = async () =>
    (await readinessOfDeal(of.database.read, dealId)).rows.find(({ kind }) => kind === "import_declaration");
  const before = await rowOf();
  const id = await filed(of);
  const registered = [{ country: "KZ", number: NUMBER }];
  expect(before?.state ?? "missing").toBe("missing");
  expect(await rowOf()).toMatchObject({ state: "ready", filed: registered });
  done(await act(of, id, "release"));
  const told = await findMilestones(of.database.read, { id: of.orderId, service: "customs" });
  for (const code of ["filed", "released"]) {
    const step = told.find((one) => one.code === code);
    expect(step?.evidence).toEqual({ registered });
    expect(step && missingOf({ service: "customs", state: "in_progress" }, step, [])).not.toContain("declaration");
  }
});

test("the receipt of the duties counts as the payment order that the broker owes", async () => {
  const of = await clearanceMarket();
  const missing = async () => {
    const order = await findOrder(of.database.read, of.orderId);
    return order && (await notHandedOver(of.database.read, order));
  };
  const id = await filed(of);
  done(await assess(of, id));
  expect(await missing()).toContain("payment_order");
  done(await pay(of, id));
  expect(await missing()).not.toContain("payment_order");
});

test("nothing is filed that the buyer has not approved, and a revision takes the approval back", async () => {
  const of = await clearanceMarket();
  const id = await of.draft();
  expect(refusalOf(await file(of, id))).toBe("wrong_state");
  done(await of.run("lin", sendBackDraft, { declarationId: id, words: "Line 2 is a fan\nAnd line 1 has no maker" }));
  expect(await turn(of)).toMatchObject({
    task: { side: "provider", code: "clearance.revise", reason: "Line 2 is a fan" },
  });
  expect(refusalOf(await approve(of, id))).toBe("wrong_state");
  done(await of.run("timur", reviseDeclaration, { declarationId: id, lines: LINES }));
  done(await approve(of, id));
  done(await of.run("timur", reviseDeclaration, { declarationId: id, lines: LINES.slice(0, 1), isConfirmed: true }));
  expect(refusalOf(await file(of, id))).toBe("wrong_state");
  expect(await findDeclaration(of.database.read, id)).toMatchObject({
    revision: 3,
    approvedAt: null,
    state: "drafted",
  });
});

test("what was read is what is approved: a version that another has taken the place of is refused", async () => {
  const of = await clearanceMarket();
  const id = await of.draft();
  done(await of.run("timur", reviseDeclaration, { declarationId: id, lines: LINES, version: 1 }));
  expect(refusalOf(await of.run("lin", approveDraft, { declarationId: id, version: 1 }))).toBe("stale_version");
  done(await of.run("lin", approveDraft, { declarationId: id, version: 2 }));
});

describe("the draft", () => {
  test.each([
    ["a side that the order does not declare", { side: "export" }, "side_not_asked"],
    ["a line that the cargo does not have", { lines: [{ ...LINES[0], line: 3 }] }, "line_not_in_cargo"],
    ["one line twice", { lines: [LINES[0], LINES[0]] }, "line_declared_twice"],
    ["a code that is none", { lines: [{ ...LINES[0], hsCode: "7712" }] }, "hs_code_malformed"],
    [
      "values in another currency than the country's",
      { lines: [{ ...LINES[0], customsValue: { minor: 1, currency: "CNY" } }] },
      "currency_not_of_declaration",
    ],
  ])("with %s is refused", async (_, more, code) => {
    const of = await clearanceMarket();
    const input = { orderId: of.orderId, side: "import", lines: LINES, ...more };
    expect(refusalOf(await of.run("timur", draftDeclaration, input))).toBe(code);
    expect(await declarationsOfOrders(of.database.read, [of.orderId])).toEqual([]);
  });

  test("is one a side, as often as the request says, and anew after a refusal", async () => {
    const of = await clearanceMarket({ ...IMPORT, declarations: 2 });
    const [first] = [await of.draft(), await of.draft()];
    const again = () => of.run("timur", draftDeclaration, { orderId: of.orderId, side: "import", lines: LINES });
    expect(refusalOf(await again())).toBe("side_declared");
    done(await approve(of, first));
    done(await file(of, first));
    done(await act(of, first, "refuse", "The importer is not registered"));
    done(await again());
  });

  test("of a transit says through which country, whose number it then bears", async () => {
    const of = await clearanceMarket(passing("RU"));
    const lines = LINES.map((line) => ({ ...line, customsValue: { minor: 100, currency: "RUB" } }));
    const ask = (more: object) =>
      of.run("timur", draftDeclaration, { orderId: of.orderId, side: "transit", lines, ...more });
    expect(refusalOf(await ask({}))).toBe("country_needed");
    expect(refusalOf(await ask({ country: "PL" }))).toBe("country_not_passed");
    const { id } = done(await ask({ country: "RU" }));
    const revised = { declarationId: id, country: "PL", lines };
    expect(refusalOf(await of.run("timur", reviseDeclaration, revised))).toBe("country_not_passed");
    done(await approve(of, id));
    expect(refusalOf(await file(of, id, { number: "310120260123456789" }))).toBe("declaration_number_malformed");
    done(await file(of, id, { number: "10720010 / 241126 / 5012345" }));
    expect(await findDeclaration(of.database.read, id)).toMatchObject({ registeredNumber: "10720010/241126/5012345" });
  });

  test("before the papers are asked for is refused", async () => {
    const of = await clearanceMarket();
    const other = await clearanceMarket();
    expect(other.orderId).not.toBe(of.orderId);
    const fresh = await (await import("@/test/order-market")).orderMarket({ services: ["customs"] });
    const { heldTo, doAs } = await import("@/test/held-order");
    await heldTo(fresh.database, fresh.orderId, { spec: IMPORT });
    const input = { orderId: fresh.orderId, side: "import", lines: LINES };
    expect(refusalOf(await doAs(fresh)("timur", draftDeclaration, input))).toBe("order_not_scheduled");
  });
});

test("a number is a customs' own: one that is used already is refused", async () => {
  const of = await clearanceMarket({ ...IMPORT, declarations: 2 });
  const [first, second] = [await of.draft(), await of.draft()];
  for (const id of [first, second]) done(await approve(of, id));
  done(await file(of, first));
  expect(refusalOf(await file(of, second))).toBe("declaration_number_used");
});

describe("a question of the customs", () => {
  test("is the turn of whom it names until its time, and nothing else goes on before it is answered", async () => {
    const of = await clearanceMarket();
    const id = await filed(of);
    const by = instant(of.now() + 48 * HOUR_MS);
    done(await ask(of, id, { answerBy: toIso(by) }));
    expect(await turn(of)).toEqual({ holder: "task", task: { side: "buyer", code: "clearance.answer", by } });
    // The order's own page and the list of its provider name the same time.
    const page = await orderPage(of.database.read, actorOf("timur"), { id: of.orderId, now: of.now() });
    const { rows } = await workList(of.database.read, actorOf("timur"), { limit: 50, now: of.now() });
    expect(page?.due).toMatchObject({ at: by, source: "task" });
    expect(rows.find((row) => row.id === of.orderId)?.due).toEqual(page?.due);
    for (const transition of [assess, pay])
      expect(["wrong_state", "nothing_due"]).toContain(refusalOf(await transition(of, id)));
    expect(refusalOf(await act(of, id, "release"))).toBe("wrong_state");
    done(await answer(of, id));
    expect(refusalOf(await answer(of, id))).toBe("wrong_state");
    expect(await turn(of)).toMatchObject({ holder: "provider" });
  });

  test("to the provider is not the buyer's to answer; one to the buyer the provider may hand on", async () => {
    const of = await clearanceMarket();
    const id = await filed(of);
    done(await ask(of, id, { answersBy: "provider" }));
    expect(await turn(of, "timur")).toMatchObject({ task: { side: "provider", code: "clearance.answer" } });
    expect(refusalOf(await answer(of, id, "lin"))).toBe("not_yours_to_answer");
    done(await answer(of, id, "timur"));
    done(await ask(of, id));
    done(await answer(of, id, "timur"));
  });

  test("cannot be due before it was asked", async () => {
    const of = await clearanceMarket();
    const id = await filed(of);
    expect(refusalOf(await ask(of, id, { answerBy: toIso(of.now()) }))).toBe("answer_before_question");
  });

  test("twenty answers at once are one", async () => {
    const of = await clearanceMarket();
    const id = await filed(of);
    done(await ask(of, id));
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => answer(of, id)));
    expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
    expect((await types(of)).filter((type) => type === "declaration.answered")).toHaveLength(1);
  });
});

describe("duties", () => {
  test("estimated and assessed stand beside each other, line by line, and every total is exact", async () => {
    const of = await clearanceMarket();
    const id = await filed(of);
    done(await assess(of, id));
    const kept = await findDeclaration(of.database.read, id);
    if (!kept) throw new Error("the declaration is there");
    const compared = compareDuties(kept, kept);
    const kzt = (minor: bigint) => ({ minor, currency: "KZT" });
    const [first, second] = compared.lines;
    expect(first?.duty).toEqual({
      ...{ estimated: kzt(37_000_000n), assessed: kzt(44_400_000n), difference: kzt(7_400_000n) },
    });
    expect(first?.vat.difference).toEqual(kzt(125_504_000n - 124_320_000n));
    expect(second?.duty).toEqual({ estimated: null, assessed: kzt(18_500_000n), difference: null });
    expect(compared.fee.difference).toEqual(kzt(0n));
    expect(compared.total.assessed).toEqual(kzt(44_400_000n + 125_504_000n + 18_500_000n + 62_160_000n + 2_000_000n));
    expect(compared.total.estimated).toBeNull();
    expect(compared.total.difference).toBeNull();
  });

  test("that are due hold the release; paid, there is nothing more to pay; a later assessment asks for what is missing", async () => {
    const of = await clearanceMarket();
    const id = await filed(of);
    expect(refusalOf(await pay(of, id))).toBe("nothing_due");
    done(await assess(of, id));
    expect(refusalOf(await act(of, id, "release"))).toBe("duties_unpaid");
    done(await pay(of, id));
    expect(refusalOf(await pay(of, id))).toBe("nothing_due");
    done(await assess(of, id, { fee: tenge(2_500_000) }));
    expect(refusalOf(await act(of, id, "release"))).toBe("duties_unpaid");
    done(await pay(of, id));
    expect((await findDeclaration(of.database.read, id))?.paidMinor).toBe(253_064_000n);
    done(await act(of, id, "release"));
  });

  test("of other lines or in another currency than declared are refused", async () => {
    const of = await clearanceMarket();
    const id = await filed(of);
    expect(refusalOf(await assess(of, id, { lines: ASSESSED.lines.slice(0, 1) }))).toBe("assessment_lines_differ");
    expect(refusalOf(await assess(of, id, { fee: { minor: 1, currency: "CNY" } }))).toBe("currency_not_of_declaration");
  });

  test("paid fifty times at once are paid once", async () => {
    const of = await clearanceMarket();
    const id = await filed(of);
    done(await assess(of, id));
    const input = { declarationId: id, receipt: "P-77", occurredAt: of.at() };
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => of.run("timur", payDuties, input)));
    expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
    expect((await findDeclaration(of.database.read, id))?.paidMinor).toBe(252_564_000n);
  });
});

test("a refused declaration takes no step: what waits for it goes on waiting, and it is the provider's turn to draft anew", async () => {
  const of = await clearanceMarket(IMPORT, ["customs", "logistics"]);
  const deal = (await findOrder(of.database.read, of.orderId))?.dealId ?? "";
  const gate = {
    need: { kind: "step", step: { service: "customs", code: "released" } },
    holds: { service: "logistics", code: "import_released" },
  } as const;
  await of.database.write((tx) => layChain(tx, deal, { gates: [gate], at: of.now() }));
  expect(await findChain(of.database.read, deal)).toBeDefined();
  const id = await filed(of);
  expect(refusalOf(await act(of, id, "refuse"))).toBe("reason_required");
  done(await act(of, id, "refuse", "Wrong importer"));
  expect(await turn(of)).toEqual({ holder: "task", task: { side: "provider", code: "clearance.redraft", by: null } });
  const haul = (code: string) =>
    of.run("timur", reportMilestone, { orderId: of.orders.logistics ?? "", code, occurredAt: of.at() });
  for (const code of ["booked", "picked_up", "crossed_border"]) done(await haul(code));
  expect(refusalOf(await haul("import_released"))).toBe("gate_closed");
  const second = await of.draft();
  done(await approve(of, second));
  done(await file(of, second, { number: "50417/241126/0012346" }));
  done(await act(of, second, "release"));
  done(await haul("import_released"));
});

test("of both sides the export's filing and release are steps of the order, and it is released when both are", async () => {
  const of = await clearanceMarket({ ...IMPORT, ...EXPORTER, side: "both", supervisionMode: "0110" });
  const yuan = LINES.map((line) => ({ ...line, customsValue: { minor: 100, currency: "CNY" } }));
  const [inward, outward] = [await of.draft(), await of.draft({ side: "export", lines: yuan })];
  for (const id of [inward, outward]) done(await approve(of, id));
  done(await file(of, inward));
  expect(await steps(of)).not.toContain("filed");
  done(await file(of, outward, { number: "530320260123456789" }));
  expect(await steps(of)).toContain("filed");
  done(await act(of, outward, "release"));
  expect(await steps(of)).toContain("export_released");
  expect((await findOrder(of.database.read, of.orderId))?.state).toBe("in_progress");
  done(await act(of, inward, "release"));
  expect((await findOrder(of.database.read, of.orderId))?.state).toBe("delivered");
});

test("a step that was reported before by hand is not taken twice", async () => {
  const of = await clearanceMarket();
  await of.report("draft_approved");
  await of.report("filed");
  const id = await of.draft();
  done(await approve(of, id));
  done(await file(of, id));
  done(await act(of, id, "release"));
  expect(await steps(of)).toEqual(["documents_requested", "draft_approved", "filed", "released"]);
});

test("deeds of the customs come in their order, and none in the future", async () => {
  const of = await clearanceMarket();
  const id = await filed(of);
  const early = { occurredAt: toIso(instant(of.now() - HOUR_MS)) };
  expect(refusalOf(await assess(of, id, early))).toBe("occurred_out_of_order");
  expect(refusalOf(await assess(of, id, { occurredAt: toIso(instant(of.now() + HOUR_MS)) }))).toBe(
    "occurred_in_future",
  );
});

test.each([
  ["the buyer does not draft", "lin", "draft", "not_permitted"],
  ["a stranger finds no order to draft for", "stranger", "draft", "not_found"],
  ["the provider does not approve its own draft", "aigul", "approve", "not_permitted"],
  ["a viewer does not approve", "wei", "approve", "not_permitted"],
  ["to a stranger the declaration is not there", "stranger", "approve", "not_found"],
] as const)("%s", async (_, who, verb, code) => {
  const of = await clearanceMarket();
  const id = await of.draft();
  const outcome =
    verb === "draft"
      ? await of.run(who, draftDeclaration, { orderId: of.orderId, side: "import", lines: LINES })
      : await of.run(who, approveDraft, { declarationId: id });
  expect(refusalOf(outcome)).toBe(code);
  expect(await findDeclaration(of.database.read, id)).toMatchObject({ state: "drafted", version: 1 });
});

test("what happened to a declaration is never changed and never taken away", async () => {
  const of = await clearanceMarket();
  await of.draft();
  await expect(of.database.write((tx) => tx.update(declarationEntries).set({ words: "x" }))).rejects.toThrow();
  await expect(of.database.write((tx) => tx.delete(declarationEntries))).rejects.toThrow();
});
