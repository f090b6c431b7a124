import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { CARTONS, inspectionMarket, REINSPECTION } from "@/test/inspection-market";
import { actorOf, START } from "@/test/order-market";
import { findOrder } from "../../db/repositories/orders";
import { inspectionRounds } from "../../db/schema/inspections";
import { drawCartons } from "../../domain/inspections/carton-draw";
import { DAY_MS, HOUR_MS, later, MINUTE_MS, toIso } from "../../domain/shared/time";
import { seedOfRound, sha256 } from "./load-rounds";
import { execute } from "../platform/execute";
import { filesOn, openFile } from "../files/queries";
import { acceptOrder, requestChanges } from "../orders/accept-order";
import { orderPage } from "../orders/queries/orders";
import { saveResults } from "./save-results";

const refused = (code: string) => ({ kind: "refused", refusal: { code } });
const DONE = { kind: "done" };

describe("lesson 36: the draw of the cartons", () => {
  test("is committed to at booking, and nothing in the database tells it before check-in", async () => {
    const market = await inspectionMarket();
    const booked = await market.book();
    const round = await market.last();
    const seed = seedOfRound(round.id);
    const commitment = createHash("sha256").update(Buffer.from(seed, "hex")).digest("hex");
    expect(booked).toMatchObject({ kind: "done", value: { state: "booked", commitment } });
    for (const who of ["lin", "timur"] as const)
      expect((await market.view(who))?.rounds[0]?.draw).toMatchObject({ commitment, seed: null, drawn: [] });
    expect(JSON.stringify(await market.database.read.select().from(inspectionRounds))).not.toContain(seed);
  });

  test("is told at check-in and drawn anew by anybody from seed, cartons and count", async () => {
    const market = await inspectionMarket();
    await market.book();
    const { commitment } = await market.last();
    expect(await market.checkIn()).toMatchObject({ kind: "done", value: { state: "on_site" } });
    const draw = (await market.view())?.rounds[0]?.draw;
    expect(draw).toMatchObject({ cartons: CARTONS, check: { isSeedCommitted: true, isSameDraw: true } });
    const seed = draw?.seed ?? "";
    const drawn = draw?.drawn ?? [];
    expect(createHash("sha256").update(Buffer.from(seed, "hex")).digest("hex")).toBe(commitment);
    expect(drawn).toHaveLength(13);
    expect(drawCartons({ seed, cartons: CARTONS, count: 13 }, sha256)).toEqual(drawn);
  });

  test("is made once: nobody counts again until the cartons suit", async () => {
    const market = await inspectionMarket();
    await market.book();
    const outcomes = await Promise.all([160, 161, 162, 163].map((cartons) => market.checkIn("timur", { cartons })));
    expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
    expect(await market.checkIn("timur", { cartons: 200 })).toMatchObject(refused("wrong_state"));
  });

  test("needs the number of cartons, and is the same whoever is booked to come", async () => {
    const market = await inspectionMarket();
    await market.book();
    const { commitment } = await market.last();
    await market.book("timur", { inspectorName: "Li Na" });
    expect(await market.last()).toMatchObject({ commitment, inspectorName: "Li Na" });
    expect(await market.checkIn("timur", { cartons: null })).toMatchObject(refused("cartons_missing"));
  });

  test("of a tampered record is shown to be another one", async () => {
    const market = await inspectionMarket();
    await market.book();
    await market.checkIn();
    await market.database.write(async (tx) => {
      await tx.update(inspectionRounds).set({ drawn: Array.from({ length: 13 }, (_, at) => at + 1) });
    });
    expect((await market.view())?.rounds[0]?.draw.check).toEqual({ isSeedCommitted: true, isSameDraw: false });
  });
});

describe("lesson 36: the verdict", () => {
  test("8 major defects of 125 fail, 7 pass, and no call can say otherwise", async () => {
    for (const [majors, verdict] of [
      [8, "fail"],
      [7, "pass"],
    ] as const) {
      const market = await inspectionMarket();
      await market.book();
      await market.checkIn();
      await market.save(await market.found(majors));
      await market.stay();
      await market.checkOut();
      for (const more of [{ verdict: "pass" }, { judgement: { kind: "pass" } }, { kind: "pass" }])
        expect(await market.issue("timur", more)).toMatchObject({ kind: "malformed" });
      expect(await market.save({ ...(await market.found(majors)), verdict: "pass" })).toMatchObject({
        kind: "malformed",
      });
      expect(await market.issue()).toMatchObject({ kind: "done", value: { verdict } });
      expect(await market.last()).toMatchObject({ verdict, state: "reported" });
    }
  });

  test("is not reached while a unit, a carton or the inspector's leaving lacks, and the refusal says what", async () => {
    const market = await inspectionMarket();
    await market.book();
    await market.checkIn();
    expect(await market.issue()).toMatchObject(refused("wrong_state"));
    await market.stay();
    await market.checkOut();
    const lacks = async (more: object) => {
      await market.save(await market.found(0, more));
      return market.issue();
    };
    expect(await lacks({ unitsInspected: 124 })).toMatchObject({
      kind: "refused",
      refusal: { code: "not_reportable", details: { lacks: "units" } },
    });
    expect(await lacks({ openedCartons: [] })).toMatchObject({ refusal: { details: { lacks: "cartons" } } });
    expect(await market.told("inspection")).not.toContain("report_drafted");
    await market.save(await market.found());
    expect(await market.told("inspection")).toContain("report_drafted");
    expect(await market.issue()).toMatchObject(DONE);
  });

  test("is fixed with the report: nothing is written after it", async () => {
    const market = await inspectionMarket();
    await market.visit(8);
    expect(await market.save(await market.found(0))).toMatchObject(refused("wrong_state"));
    expect(await market.issue()).toMatchObject(refused("wrong_state"));
    expect(await market.last()).toMatchObject({ verdict: "fail" });
  });

  test("what was found counts by its last saving, and a saving over one that was not seen is refused", async () => {
    const market = await inspectionMarket();
    await market.book();
    await market.checkIn();
    const { version } = await market.last();
    expect(await market.save(await market.found(8), "timur", { version })).toMatchObject(DONE);
    expect(await market.save(await market.found(0), "timur", { version })).toMatchObject(refused("stale_version"));
    expect((await market.last()).results?.defects).toHaveLength(1);
  });

  test("twenty reports at once are one, with one file", async () => {
    const market = await inspectionMarket();
    await market.book();
    await market.checkIn();
    await market.save(await market.found());
    await market.stay();
    await market.checkOut();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => market.issue()));
    expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
    const asked = { viewer: actorOf("lin"), now: market.now() };
    const files = await filesOn(market.database.read, { kind: "order", id: market.orderId }, asked);
    expect(files.map(({ kind, milestoneCode }) => [kind, milestoneCode])).toEqual([["pdf", "report_issued"]]);
  }, 60_000);
});

test("the issued report is a file of the order with its hash, and both parties have it", async () => {
  const market = await inspectionMarket();
  const { reportFileId, reportSha256 } = await market.visit();
  for (const who of ["lin", "timur"] as const) {
    const opened = await openFile(market.database.read, reportFileId ?? "", { viewer: actorOf(who) });
    const content = Buffer.concat(await Array.fromAsync(opened?.content ?? []));
    expect(content.subarray(0, 5).toString()).toBe("%PDF-");
    expect(createHash("sha256").update(content).digest("hex")).toBe(reportSha256);
  }
  expect(await openFile(market.database.read, reportFileId ?? "", { viewer: actorOf("stranger") })).toBeNull();
});

describe("what follows for the deal", () => {
  const waiting = async (market: Awaited<ReturnType<typeof inspectionMarket>>) => [
    await market.state("logistics"),
    await market.state("payment"),
  ];

  test("a failed lot holds pick-up and payment; a second visit that passes lets both go, and nothing is let go twice", async () => {
    const market = await inspectionMarket();
    await market.reportTo("logistics", "booked");
    await market.visit(8);
    expect(await waiting(market)).toEqual(["on_hold", "on_hold"]);
    expect(await market.report("logistics", "picked_up")).toMatchObject({ kind: "refused" });
    expect(await market.decide("reinspect", "Sort them first")).toMatchObject(DONE);
    expect(await waiting(market)).toEqual(["on_hold", "on_hold"]);
    expect(await market.state("inspection")).toBe("changes_requested");
    expect(await market.last()).toMatchObject({
      number: 2,
      state: "asked",
      plan: { severity: "tightened" },
      charge: REINSPECTION,
    });
    market.wait(DAY_MS);
    const second = await market.visit(5);
    expect(second).toMatchObject({ number: 2, verdict: "pass" });
    expect(await market.state("inspection")).toBe("delivered");
    expect(await waiting(market)).toEqual(["scheduled", "placed"]);
    const resumed = (await market.events()).filter(({ type }) => type === "order.resumed");
    expect(resumed).toHaveLength(2);
    const [first] = await market.rounds();
    expect(first?.commitment).not.toBe(second.commitment);
  });

  test("a second visit that fails holds on", async () => {
    const market = await inspectionMarket();
    await market.visit(8);
    await market.decide("reinspect", "Sort them first");
    market.wait(HOUR_MS);
    // Tightened sampling accepts five of them.
    expect(await market.visit(6)).toMatchObject({ verdict: "fail" });
    expect(await waiting(market)).toEqual(["on_hold", "on_hold"]);
  });

  test("goods that passed and are refused all the same are held", async () => {
    const market = await inspectionMarket();
    await market.visit(0);
    expect(await waiting(market)).toEqual(["placed", "placed"]);
    expect(await market.decide("reject", "Another colour was agreed")).toMatchObject(DONE);
    expect(await waiting(market)).toEqual(["on_hold", "on_hold"]);
    expect(await market.state("inspection")).toBe("completed");
  });

  test("a waiver lets goods go that failed, with its reason and whose word it is", async () => {
    const market = await inspectionMarket();
    await market.visit(8);
    expect(await market.decide("accept")).toMatchObject(refused("waiver_needed"));
    expect(await market.decide("waive")).toMatchObject(refused("reason_required"));
    expect(await market.decide("waive", "Sold as second choice")).toMatchObject(DONE);
    expect(await waiting(market)).toEqual(["placed", "placed"]);
    expect((await market.view("timur"))?.rounds[0]?.decision).toMatchObject({
      decision: "waive",
      reason: "Sold as second choice",
      by: "林美华",
    });
  });

  test("what waits for the client is neither held nor let go until it has spoken", async () => {
    const market = await inspectionMarket({ checklist: [{ code: "logo" }] });
    await market.visit(0, { checklist: [{ point: 0, outcome: "unclear" }] });
    expect(await market.last()).toMatchObject({ verdict: "pending" });
    await market.reportTo("payment", "compliance_cleared");
    expect(await market.report("payment", "sent")).toMatchObject(refused("gate_closed"));
    expect(await market.decide("accept")).toMatchObject(DONE);
    expect(await market.report("payment", "sent")).toMatchObject(DONE);
  });

  test("the service's acceptance is no word on the goods: accepted, the failed lot is held", async () => {
    const market = await inspectionMarket();
    await market.visit(8);
    expect(await market.run("lin", acceptOrder, { orderId: market.orderId })).toMatchObject(DONE);
    expect(await waiting(market)).toEqual(["on_hold", "on_hold"]);
    expect(await market.decide("waive", "Needed by Monday")).toMatchObject(DONE);
    expect(await market.state("inspection")).toBe("completed");
  });

  test("fifty decisions at once have one effect", async () => {
    const market = await inspectionMarket();
    await market.visit(8);
    const choices = ["waive", "reject", "reinspect"] as const;
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, at) => market.decide(choices[at % 3] as string, "Said at once")),
    );
    expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
    const events = (await market.events()).filter(({ type }) => type === "inspection.decided");
    expect(events).toHaveLength(1);
    expect((await market.rounds()).filter(({ decision }) => decision !== null)).toHaveLength(1);
  }, 60_000);
});

describe("the order's steps follow", () => {
  test("from booking to decision each is reported by what was done", async () => {
    const market = await inspectionMarket();
    await market.book();
    expect(await market.told("inspection")).toEqual(["scheduled", "inspector_assigned"]);
    await market.checkIn();
    expect(await market.told("inspection")).toEqual(["scheduled", "inspector_assigned", "on_site"]);
    await market.save(await market.found());
    await market.stay();
    await market.checkOut();
    expect((await market.told("inspection")).at(-1)).toBe("report_drafted");
    await market.issue();
    expect((await market.told("inspection")).at(-1)).toBe("report_issued");
    expect(await market.state("inspection")).toBe("delivered");
    await market.decide("accept");
    expect((await market.told("inspection")).at(-1)).toBe("buyer_decided");
    expect(await market.state("inspection")).toBe("completed");
  });

  test("by hand they are not reported any more, or a report without a verdict would deliver the order", async () => {
    const market = await inspectionMarket();
    await market.book();
    for (const code of ["on_site", "report_drafted", "report_issued", "buyer_decided"])
      expect(await market.report("inspection", code)).toMatchObject(refused("kept_on_site"));
    const of = { id: market.orderId, now: market.now() };
    expect(await orderPage(market.database.read, actorOf("timur"), of)).toMatchObject({
      stoppedCodes: ["on_site", "report_drafted", "report_issued", "buyer_decided"],
      nextForm: { room: "inspections", transition: null },
    });
  });

  test("a report on paper goes on as ever, and is followed by no record of the site", async () => {
    const market = await inspectionMarket();
    await market.reportTo("inspection", "report_issued");
    expect(await market.state("inspection")).toBe("delivered");
    expect(await market.book()).toMatchObject(refused("wrong_state"));
    await market.accept("inspection");
    await market.reportTo("payment", "compliance_cleared");
    expect(await market.report("payment", "sent")).toMatchObject(DONE);
  });

  test("a visit is told with the time at which it was, also by a phone that was without a connection", async () => {
    const market = await inspectionMarket();
    await market.book();
    const came = market.now();
    market.wait(5 * HOUR_MS);
    expect(await market.checkIn("timur", { occurredAt: toIso(came) })).toMatchObject(DONE);
    expect(await market.checkOut("timur", { occurredAt: toIso((came - 1) as typeof came) })).toMatchObject(
      refused("left_before_arrival"),
    );
    expect(await market.checkOut("timur", { occurredAt: "2099-01-01T00:00:00Z" })).toMatchObject(
      refused("occurred_in_future"),
    );
  });

  test("may be of the minute before, as times are typed, and follow a phone whose clock runs ahead", async () => {
    for (const typedAt of [START, later(START, MINUTE_MS)]) {
      const market = await inspectionMarket();
      market.wait(20_000);
      const occurredAt = toIso(typedAt);
      expect(await market.book()).toMatchObject(DONE);
      expect(await market.checkIn("timur", { occurredAt })).toMatchObject(DONE);
      await market.stay();
      // The delivery is of the minute in which the report came, two hours after the arrival.
      const leftAt = later(typedAt, 2 * HOUR_MS);
      expect(await market.save(await market.found(0))).toMatchObject(DONE);
      expect(await market.checkOut("timur", { occurredAt: toIso(leftAt) })).toMatchObject(DONE);
      expect(await market.issue()).toMatchObject(DONE);
      const delivered = await findOrder(market.database.read, market.orderId);
      expect(delivered).toMatchObject({ state: "delivered", deliveredAt: later(START, 2 * HOUR_MS) });
      expect((await market.view())?.rounds[0]?.isWrittenLater).toBe(false);
    }
  });

  test("an order is not accepted by itself while it is looked at again", async () => {
    const market = await inspectionMarket();
    await market.visit(8);
    await market.decide("reinspect", "Sort them first");
    expect(await findOrder(market.database.read, market.orderId)).toMatchObject({ autoAcceptAt: null });
  });
});

test("changes are not asked of a report that is kept on site: the buyer decides by it", async () => {
  const market = await inspectionMarket();
  await market.visit(8);
  const call = { orderId: market.orderId, words: "Make it pass" };
  expect(await market.run("lin", requestChanges, call)).toMatchObject(refused("kept_on_site"));
});

describe("who may", () => {
  test.each([
    ["a buyer does not book", "lin", "book", "not_permitted"],
    ["a buyer does not check in", "lin", "checkIn", "not_permitted"],
    ["a stranger finds nothing to book", "stranger", "book", "not_found"],
    ["a stranger finds nothing to check in to", "stranger", "checkIn", "not_found"],
  ] as const)("%s", async (_, who, verb, code) => {
    const market = await inspectionMarket();
    await market.book();
    expect(await market[verb](who)).toMatchObject(refused(code));
  });

  test.each([
    ["the inspection company does not decide", "aigul", "not_permitted"],
    ["a viewer does not decide", "wei", "not_permitted"],
    ["a stranger finds nothing to decide on", "stranger", "not_found"],
  ] as const)("%s", async (_, who, code) => {
    const market = await inspectionMarket();
    await market.visit(0);
    expect(await market.decide("accept", "", who)).toMatchObject(refused(code));
    expect(await market.last()).toMatchObject({ decision: null });
  });

  test("to strangers the record is not there, and of another service's order there is none", async () => {
    const market = await inspectionMarket();
    await market.visit(0);
    expect(await market.view("stranger")).toBeNull();
    const call = { actor: actorOf("timur"), input: { orderId: market.idOf("logistics"), results: {} } };
    expect(await execute(saveResults, call, market.on)).toMatchObject(refused("not_an_inspection"));
  });
});
