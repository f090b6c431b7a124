import { expect, test } from "vitest";
import { postingExample } from "@/domain/deals/deal-example";
import type { FormValues } from "@/domain/shared/form-state";
import { DAY_MS, later, toIso } from "@/domain/shared/time";
import { postingMarket, START } from "@/test/posting-market";
import { biddingMarket, DECIDES } from "@/test/bidding-market";
import { publishDraft } from "../deals/create-deal";
import { saveDraft } from "../deals/drafts";
import { checkedPosting, examineDraft, ownDraft } from "../deals/queries";
import { comparePage } from "../award/queries/comparison";
import { requestPage } from "../requests/queries/request-page";

const IN = "services.inspection.";
const typed = (changes: FormValues = {}): FormValues =>
  postingExample({
    wanted: "inspection",
    [`${IN}type`]: "pre_shipment",
    [`${IN}date`]: "2026-12-09",
    [`${IN}loadingDate`]: "2026-12-10",
    [`${IN}factoryAddress`]: "88 Chouzhou Road, Yiwu",
    [`${IN}standard`]: "iso-2859-1",
    [`${IN}products[0].name`]: "Inverter 10 kW",
    [`${IN}products[0].quantity`]: "2 000",
    [`${IN}products[1].name`]: "",
    [`${IN}products[1].quantity`]: "",
    [`${IN}products[2].name`]: "Inverter 5 kW",
    [`${IN}products[2].quantity`]: "1 200",
    [`${IN}level`]: "II",
    [`${IN}severity`]: "normal",
    [`${IN}aqlPreset`]: "high_value",
    [`${IN}checklist[0].code`]: "function",
    [`${IN}specialTests[0].test`]: "carton_drop",
    [`${IN}specialTests[0].level`]: "S-1",
    ...changes,
  });

test("a posting with an inspection shows its plan, lot and a loading that comes too soon before it is published", async () => {
  const { database, run, actors } = await postingMarket();
  const draftId = "01k7j7qkf95ymxtq7mgs2w9hwh";
  expect(await run(saveDraft, actors.buyer, { draftId, fields: typed() })).toMatchObject({ kind: "done" });
  const draft = await ownDraft(database.read, actors.buyer, draftId);
  if (!draft) throw new Error("the draft is kept");
  const posting = await checkedPosting(database.read, draft, START);
  const [asked] = posting?.services ?? [];
  expect(asked?.spec).toMatchObject({
    products: [
      { name: "Inverter 10 kW", quantity: 2_000 },
      { name: "Inverter 5 kW", quantity: 1_200 },
    ],
  });
  const figureOf = (key: string) => asked?.figures.find((figure) => figure.key === key)?.value;
  expect(figureOf("lot_size")).toEqual({ kind: "count", count: 3_200 });
  expect(figureOf("sampling_plan")).toMatchObject({
    rows: [{ acceptanceNumber: 0 }, { acceptanceNumber: 5 }, { acceptanceNumber: 7 }],
    tests: [{ test: "carton_drop", sampleSize: 8, acceptanceNumber: 0 }],
  });
  expect(figureOf("before_loading")).toMatchObject({ values: { days: 1 }, isWarning: true });
  expect(await run(publishDraft, actors.buyer, { draftId, version: draft.version })).toMatchObject({ kind: "done" });
});

test.each([
  [{ [`${IN}products[2].quantity`]: "many" }, "products[2].quantity"],
  [{ [`${IN}products[2].name`]: "" }, "products[2].name"],
  [{ [`${IN}lotSize`]: "3000" }, "lotSize"],
  [{ [`${IN}checklist[1].tool`]: "Tape" }, "checklist[1].text"],
  [{ [`${IN}specialTests[2].test`]: "carton_drop", [`${IN}specialTests[2].level`]: "S-2" }, "specialTests[2].test"],
  [{ [`${IN}aqlMajor`]: "2.5" }, "aqlCritical"],
])("%j is complained of at the field that was typed into", async (changes, field) => {
  const { database } = await postingMarket();
  const of = { organisationId: "buyer", fields: typed(changes as FormValues), now: START };
  const { issues } = await examineDraft(database.read, of);
  expect(issues.map((issue) => issue.field)).toContain(IN + field);
});

const spec = {
  type: "pre_shipment",
  factoryAddress: "Yiwu",
  date: "2026-12-05",
  level: "II",
  aqlPreset: "usual",
  lotSize: 3_200,
};
const CNY = (minor: number) => ({ minor, currency: "CNY" });
const offer = {
  currency: "CNY",
  charges: [
    { code: "MND", basis: "man_day", unitPrice: CNY(180_000) },
    { code: "MND", basis: "weekend_man_day", unitPrice: CNY(60_000) },
    { code: "MND", basis: "reinspection", unitPrice: CNY(150_000) },
    { code: "MND", basis: "hour", unitPrice: CNY(20_000) },
  ],
  transitDays: { min: 1, max: 2 },
  validUntil: toIso(later(DECIDES, DAY_MS)),
  terms: { manDaysOfferedMilli: 1_500, dateSlots: ["2026-12-05"], accreditationType: "A" },
};

test("a sealed inspection bid is opened with its terms and contingent prices, beside what was asked for", async () => {
  const of = await biddingMarket();
  await of.list("provider", "inspection");
  const requestId = await of.ask("inspection", spec);
  await of.bid(of.actors.provider, offer, requestId);
  const own = await requestPage(of.database.read, of.actors.provider, { id: requestId, now: START });
  expect(own?.ownBid?.versions[0].content.terms).toEqual(offer.terms);
  const sealed = await requestPage(of.database.read, of.actors.buyer, { id: requestId, now: START });
  expect(sealed?.bids).toBeNull();
  await of.closeAtItsTime(requestId);
  const page = await comparePage(of.database.read, of.actors.buyer, { dealId: of.dealId, currency: null, now: START });
  const compared = page?.services.find((service) => service.requestId === requestId);
  expect(compared?.spec).toMatchObject({ lotSize: 3_200, aqlPreset: "usual" });
  const [cell] = compared?.cells ?? [];
  expect(cell?.content.terms).toEqual(offer.terms);
  // The fifth of December 2026 is a Saturday: its surcharge is due; a re-inspection and overtime are not.
  expect(cell?.total).toEqual({ minor: 240_000n, currency: "CNY" });
  expect(cell?.content.lines.map((line) => line.amountMinor)).toEqual(["180000", "60000", null, null]);
});
