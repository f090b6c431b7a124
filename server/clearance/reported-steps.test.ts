import { describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { findMilestones, findOrder } from "@/db/repositories/orders";
import { deals } from "@/db/schema/deals";
import type { PricedLine } from "@/domain/bidding/price-charges";
import type { Way } from "@/domain/hubs/place";
import { DECLARED_IN } from "@/domain/orders/document-numbers";
import { done, refusalOf } from "@/test/bidding-market";
import { clearanceMarket, IMPORT } from "@/test/clearance-market";
import { actorOf, DECLARED, EARLY } from "@/test/order-market";
import { enterDocument } from "../documents/enter-document";
import { declaredIn } from "../orders/kinds/registry";
import { orderPage } from "../orders/queries/orders";
import { reportMilestone } from "../orders/report-milestone";

const FREE = { basis: "declaration", unitPriceMinor: null, rateBps: null, quantityMilli: null, note: "" } as const;
const TAX: PricedLine = { ...FREE, code: "VAT", amountMinor: "30", isPassThrough: true };

const EXPORT = { side: "export", supervisionMode: "0110", exporterCode: "3307960001" };

/** An import into Kazakhstan whose provider reports its steps by hand, with no reason and no number unless it says one. */
async function byHand(lines: readonly PricedLine[] = [], spec: object = IMPORT) {
  const of = await clearanceMarket(spec, ["customs"], { lines });
  const { run, at, orderId, database } = of;
  const { passedReason: _, ...asked } = EARLY;
  const tell = (code: string, more: object = {}) =>
    run("timur", reportMilestone, { orderId, code, occurredAt: at(), ...asked, ...more });
  const step = async (code: string) =>
    (await findMilestones(database.read, { id: orderId, service: "customs" })).find((one) => one.code === code);
  return { ...of, tell, step };
}

describe("a filing and a release that are reported by hand", () => {
  const missing = { code: "declaration_number_missing", details: { side: "import", country: "KZ", format: "union" } };

  test("need the number that the customs of the country gave, and change nothing without it", async () => {
    const of = await byHand();
    done(await of.tell("documents_complete"));
    expect(await of.tell("filed")).toMatchObject({ kind: "refused", refusal: missing });
    const ofChina = { evidence: { declarations: DECLARED.evidence.declarations.slice(0, 1) } };
    expect(await of.tell("filed", ofChina)).toMatchObject({ refusal: missing });
    expect((await of.step("filed"))?.occurredAt).toBeNull();
    done(await of.tell("filed", DECLARED));
    done(await of.tell("released"));
  });

  const CHINA = "530320260123456789";

  test.each([
    ["of another direction", "530320261123456789", "direction"],
    ["of another year", "530320250123456789", "year"],
    ["of no customs office", "300320260123456789", "office"],
  ])("are refused with a number %s, and changes nothing", async (_, number, why) => {
    const of = await byHand([], EXPORT);
    done(await of.tell("documents_complete"));
    const told = { evidence: { declarations: [{ country: "CN", number }] } };
    expect(await of.tell("filed", told)).toMatchObject({
      kind: "refused",
      refusal: { code: "declaration_number_malformed", details: { country: "CN", side: "export", why } },
    });
    expect((await of.step("filed"))?.occurredAt).toBeNull();
    done(await of.tell("filed", { evidence: { declarations: [{ country: "CN", number: CHINA }] } }));
  });

  test("are numbered by the customs of its countries alone: a form offers no others, and none is taken", async () => {
    const of = await byHand();
    const asked = { id: of.orderId, now: of.now() };
    expect((await orderPage(of.database.read, actorOf("timur"), asked))?.declaredIn).toEqual(["CN", "KZ"]);
    const told = (country: string, number: string) => ({ evidence: { declarations: [{ country, number }] } });
    expect(await of.tell("documents_complete", told("VN", "107845632210"))).toMatchObject({
      refusal: { code: "declaration_number_malformed", details: { country: "VN", why: "country" } },
    });
    done(await of.tell("documents_complete", told("KZ", "55302/241126/0012345")));
  });

  test("of a haul are held to the side on which its goods are declared in each country, as of the deal", async () => {
    const of = await clearanceMarket(IMPORT, ["customs", "logistics"]);
    const tell = (code: string, number: string) =>
      of.run("timur", reportMilestone, {
        ...{ orderId: of.orders.logistics, code, occurredAt: of.at(), ...EARLY },
        evidence: { declarations: [{ country: "CN", number }] },
      });
    done(await tell("booked", CHINA));
    expect(refusalOf(await tell("picked_up", "530320261123456789"))).toBe("declaration_number_malformed");
    // A step after the filing may bear the number of the year before.
    done(await tell("picked_up", "530320250123456789"));
  });

  test("need none where a paper of the deal holds it", async () => {
    const of = await byHand();
    done(await of.tell("documents_complete"));
    const dealId = (await findOrder(of.database.read, of.orderId))?.dealId;
    const fields = {
      ...{ supervisionMode: "0110", packages: 4, grossWeightGrams: 1_000, value: { minor: 5_000, currency: "CNY" } },
      lines: [{ hsCode: "850440", description: "Inverters" }],
    };
    const paper = { kind: "import_declaration", number: "55302/241126/0012345", date: "2026-11-24", fields };
    done(await of.run("timur", enterDocument, { dealId, ...paper }));
    done(await of.tell("filed"));
  });

  test("are not asked for what a transit through an unnamed country cannot have", async () => {
    const of = await byHand([], { ...IMPORT, side: "transit" });
    done(await of.tell("documents_complete"));
    done(await of.tell("filed"));
  });

  test("of what cannot come now are refused for that alone", async () => {
    const of = await byHand();
    done(await of.tell("filed", { ...DECLARED, passedReason: "On paper" }));
    expect(refusalOf(await of.tell("filed"))).toBe("milestone_already_reported");
  });
});

describe("numbers that are told of a way", () => {
  test("of a transit are numbered by the customs of a country that the goods pass, in the form in which it opens a transit", async () => {
    const of = await byHand([], { side: "transit" });
    const told = (country: string, number: string) =>
      of.tell("documents_complete", { evidence: { declarations: [{ country, number }] } });
    const malformed = (country: string, why: string) => ({
      refusal: { code: "declaration_number_malformed", details: { country, why } },
    });
    expect(await told("VN", "107845632210")).toMatchObject(malformed("VN", "country"));
    expect(await told("CN", "300320260123456789")).toMatchObject(malformed("CN", "office"));
    done(await told("CN", "2265180012345678"));
  });

  test("of a haul are numbered by the customs of countries that it passes alone, and by no transit's form at its ends", async () => {
    const of = await clearanceMarket(IMPORT, ["customs", "logistics"]);
    const orderId = of.orders.logistics;
    const tell = (country: string, number: string) =>
      of.run("timur", reportMilestone, {
        ...{ orderId, code: "booked", occurredAt: of.at(), ...EARLY },
        evidence: { declarations: [{ country, number }] },
      });
    for (const [country, number, why] of [
      ["VN", "107845632210", "country"],
      ["RU", "10702020/241126/0012345", "country"],
      ["CN", "2265180012345678", "form"],
    ] as const)
      expect(await tell(country, number)).toMatchObject({
        refusal: { code: "declaration_number_malformed", details: { country, why } },
      });
    done(await tell("KZ", "55302/241126/0012345"));
  });

  test.each([
    ["clearance of a transit", { side: "transit" }, "customs"],
    ["haul", IMPORT, "logistics"],
  ] as const)(
    "of a %s may be numbered wherever its way leads, and anywhere once it goes by another hub",
    async (_, spec, service) => {
      const of = await clearanceMarket(spec, ["customs", "logistics"]);
      const { read } = of.database;
      const order = await findOrder(read, of.orders[service] ?? "");
      if (!order) throw new Error("no order");
      expect(await declaredIn(read, order)).toEqual(["CN", "KZ"]);
      const way = { legs: [{ toId: "RUMOW" }, { toId: "KZALA" }] } as unknown as Way;
      await of.database.write((tx) => tx.update(deals).set({ way }).where(eq(deals.id, order.dealId)));
      expect(await declaredIn(read, order)).toEqual(["CN", "KZ", "RU"]);
      expect(await declaredIn(read, { ...order, hubId: "alashankou" })).toEqual([...DECLARED_IN]);
    },
  );
});

describe("steps that are not passed over in silence", () => {
  const passed = (steps: string) => ({ code: "step_passed_over", details: { service: "customs", steps } });

  test("are complete papers: asked why once, and kept with the reason", async () => {
    const of = await byHand();
    expect(await of.tell("filed", DECLARED)).toMatchObject({ kind: "refused", refusal: passed("documents_complete") });
    expect(refusalOf(await of.tell("filed", { ...DECLARED, passedReason: "  " }))).toBe("step_passed_over");
    const passedReason = "The client's own broker had collected them";
    done(await of.tell("filed", { ...DECLARED, passedReason }));
    expect((await of.step("filed"))?.evidence).toMatchObject({ passedReason });
    done(await of.tell("released", { passedReason }));
    expect((await of.step("released"))?.evidence ?? {}).not.toHaveProperty("passedReason");
  });

  test("are paid duties where the price holds tax, and are none where it holds neither duty nor tax", async () => {
    const taxed = await byHand([TAX]);
    done(await taxed.tell("documents_complete"));
    done(await taxed.tell("filed", DECLARED));
    expect(await taxed.tell("released")).toMatchObject({ kind: "refused", refusal: passed("duties_paid") });
    done(await taxed.tell("duties_paid"));
    done(await taxed.tell("released"));
    const free = await byHand([{ ...TAX, code: "IMD", isPassThrough: false }]);
    done(await free.tell("documents_complete"));
    done(await free.tell("filed", DECLARED));
    done(await free.tell("released"));
  });
});

test.each(["state_question", "duties_paid", "released"])(
  "%s is refused before the filing, whatever is said, and taken after it",
  async (code) => {
    const of = await byHand();
    const told = { ...DECLARED, passedReason: "On paper" };
    expect(await of.tell(code, told)).toMatchObject({
      refusal: { code: "step_owed", details: { code, owed: "filed" } },
    });
    expect((await of.step("filed"))?.occurredAt).toBeNull();
    done(await of.tell("filed", told));
    done(await of.tell(code, told));
  },
);

describe("a question or an examination that is reported by hand", () => {
  test("is asked why before the goods lie before the customs, and keeps the reason", async () => {
    const of = await clearanceMarket(IMPORT, ["customs", "logistics"]);
    const { earlyReason, passedReason } = EARLY;
    const tell = (service: "customs" | "logistics", code: string, more: object = {}) =>
      of.run("timur", reportMilestone, { orderId: of.orders[service], code, occurredAt: of.at(), ...more });
    for (const [code, more] of [
      ["documents_complete", { papersReason: EARLY.papersReason }],
      ["filed", DECLARED],
    ] as const)
      done(await tell("customs", code, { ...more, passedReason }));
    expect(refusalOf(await tell("customs", "state_question"))).toBe("early_without_reason");
    done(await tell("customs", "state_question", { earlyReason }));
    const steps = await findMilestones(of.database.read, { id: of.orders.customs ?? "", service: "customs" });
    expect(steps.find(({ code }) => code === "state_question")).toMatchObject({ earlyReason });
  });
});
