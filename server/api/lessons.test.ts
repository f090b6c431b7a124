import { EXPORTER } from "../../domain/services/examples";
import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { bidVersions } from "@/db/schema/requests";
import { findRequest } from "@/db/repositories/requests";
import type { BidContent } from "@/domain/bidding/bid";
import { contactIssues } from "@/domain/services/contact-issues";
import { kindOf } from "@/domain/services/registry";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { dealExample } from "@/domain/deals/deal-example";
import { toIso } from "@/domain/shared/time";
import { comparePage } from "@/server/award/queries/comparison";
import { requestPage } from "@/server/requests/queries/request-page";
import { biddingMarket, CLOSES, DECIDES, done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { draftMarket, TYPED } from "@/test/draft-market";
import { freeTexts, textAt } from "@/test/free-texts";
import { PAYMENT } from "@/test/payment-market";
import { postingMarket } from "@/test/posting-market";
import { reviseBid, submitBid } from "../bidding/submit-bid";
import { createDeal } from "../deals/create-deal";
import { approveRequest } from "../requests/publish-request";
import { cancelRequest } from "../requests/cancel-request";
import { createRequest } from "../requests/create-request";

/** What users of comparable markets complained of, one guarantee each; the numbers are those of the list of lessons. */

type Market = Awaited<ReturnType<typeof biddingMarket>>;

const unit = (code: string, basis: string, more: object = {}) => ({
  code,
  basis,
  unitPrice: { minor: 10_000, currency: "CNY" },
  ...more,
});

const KINDS: Readonly<Record<Service, { spec: object; charges: object[]; terms: object }>> = {
  logistics: {
    spec: { equipment: "tilt_136", pickupFrom: "2026-12-11", pickupTo: "2026-12-12" },
    charges: [unit("OFT", "shipment"), unit("WTG", "truck_day_after_free")],
    terms: {
      carrierType: "own_fleet",
      legs: [{ place: "Horgos", mode: "road", days: 2 }],
      borderWaitHours: 48,
      liability: "cmr",
      departures: "daily",
    },
  },
  payment: {
    spec: PAYMENT,
    charges: [unit("PAY", "payout")],
    terms: { channel: "cips", hoursToPayout: 24, returnCostBorneBy: "provider", returnDays: 5 },
  },
  customs: {
    spec: { side: "export", supervisionMode: "0110", ...EXPORTER },
    charges: [unit("EXD", "declaration"), unit("DTY", "shipment", { isPassThrough: true })],
    terms: { licenceNumber: "44031", hoursToFile: 8, finesBorneBy: "who_caused_it" },
  },
  inspection: {
    spec: {
      type: "pre_shipment",
      factoryAddress: "88 Chouzhou Road, Yiwu",
      date: "2026-12-03",
      standard: "iso-2859-1",
      level: "II",
      aql: { critical: 0, major: 2.5, minor: 4 },
      lotSize: 3_200,
      severity: "normal",
    },
    charges: [unit("MND", "man_day"), unit("RPT", "shipment")],
    terms: { dateSlots: ["2026-12-03"], reportHours: 24, cancellationHours: 48, isImpartial: true },
  },
};

const offerOf = (service: Service, more: object = {}) => ({
  ...offerOfThree(),
  charges: KINDS[service].charges,
  terms: KINDS[service].terms,
  exclusions: [],
  ...more,
});

/** A market in which all four services are asked for, and two providers offer all of them. */
async function fourServices() {
  const of = await biddingMarket();
  for (const service of ["logistics", "payment", "inspection"] as const)
    for (const provider of ["provider", "provider2"]) await of.list(provider, service);
  const ids = new Map<Service, string>([["customs", of.requestId]]);
  for (const service of ["logistics", "payment", "inspection"] as const)
    ids.set(service, await of.ask(service, KINDS[service].spec));
  return { ...of, idOf: (service: Service) => ids.get(service) as string };
}

const ownBid = async (of: Market, requestId: string) =>
  (await requestPage(of.database.read, of.actors.provider, { id: requestId, now: of.on.clock() }))?.ownBid;

test("3: a supplier saves a quote that is not finished, attaches a paper to it, comes back and sends both", async () => {
  const of = await draftMarket();
  const { provider, buyer } = of.actors;
  const { mark } = await of.saved(TYPED);
  const paper = await of.sent(provider, { subject: of.onBid, name: "quote.txt" });
  expect((await of.draft())?.fields).toEqual(TYPED);
  expect(await of.read(buyer, paper)).toBeNull();
  const draft = { mark, window: "another device" };
  done(await of.run(submitBid, provider, { requestId: of.requestId, ...offerOfThree(), draft }));
  expect(await of.draft()).toBeNull();
  expect((await ownBid(of, of.requestId))?.versions[0].content.files?.map(({ id }) => id)).toEqual([paper]);
  await of.closeAtItsTime();
  expect(await of.read(buyer, paper)).toBe("gate 4");
});

describe("4: a quote has the fields of its service", () => {
  test("quote number, dates, freight, tax and who bears what goes wrong are kept as they were sent, in all four", async () => {
    const of = await fourServices();
    for (const service of SERVICES) {
      const sent = offerOf(service, {
        quoteNumber: "Q-118/2026",
        startDate: "2026-12-01",
        transitDays: { min: 3, max: 6 },
      });
      await of.bid(of.actors.provider, sent, of.idOf(service));
      const content = (await ownBid(of, of.idOf(service)))?.versions[0].content;
      expect(content, service).toMatchObject({
        quoteNumber: "Q-118/2026",
        startDate: "2026-12-01",
        transitDays: { min: 3, max: 6 },
        terms: KINDS[service].terms,
      });
      expect(content?.lines.map(({ code }) => code)).toEqual(
        KINDS[service].charges.map((line) => (line as { code: string }).code),
      );
    }
  });

  test("a term of one service is refused for every other, by its name", async () => {
    const of = await fourServices();
    let refusedCount = 0;
    for (const service of SERVICES)
      for (const other of SERVICES.filter((one) => one !== service)) {
        const members = Object.entries(KINDS[other].terms).filter(([name]) => !(name in KINDS[service].terms));
        for (const [name, value] of members) {
          const sent = offerOf(service, { terms: { [name]: value } });
          // Some promise the same in two services.
          if (kindOf(service).termsSchema.safeParse(sent.terms).success) continue;
          const outcome = await of.run(submitBid, of.actors.provider, { requestId: of.idOf(service), ...sent });
          expect(outcome, `${name} of ${other} for ${service}`).toMatchObject({
            kind: "refused",
            refusal: { code: "terms_invalid", details: { member: name } },
          });
          refusedCount += 1;
        }
      }
    expect(refusedCount).toBeGreaterThan(SERVICES.length);
  });

  test("a first day of the work that has passed is refused", async () => {
    const of = await biddingMarket();
    const send = (startDate: string) =>
      of.run(submitBid, of.actors.provider, { requestId: of.requestId, ...offerOfThree(), startDate });
    expect(refusalOf(await send("2026-11-23"))).toBe("starts_in_past");
    expect(refusalOf(await send("2026-11-24"))).toBe("done");
  });
});

test("8: a supplier sees every version of its quote, each as it was with its time, receipt and files, also after the award is decided", async () => {
  const of = await draftMarket();
  const { provider } = of.actors;
  const paper = await of.sent(provider, { subject: of.onBid });
  const { id: bidId } = await of.bid();
  const first = (await ownBid(of, of.requestId))?.versions[0];
  of.setClock((of.on.clock() + 60_000) as typeof CLOSES);
  done(await of.run(reviseBid, provider, { bidId, remarks: "second", transitDays: { min: 1, max: 2 } }));
  const seen = async () => (await ownBid(of, of.requestId))?.versions;
  const check = async () => {
    const versions = await seen();
    expect(versions?.map(({ version }) => version)).toEqual([2, 1]);
    expect(versions?.[1]).toEqual(first);
    expect(versions?.[0]?.content).toMatchObject({ remarks: "second", transitDays: { min: 1, max: 2 } });
    expect(versions?.map(({ doesReceiptHold }) => doesReceiptHold)).toEqual([true, true]);
  };
  expect(first?.content).toMatchObject({ remarks: "CO form needed two days before", files: [{ id: paper }] });
  await check();
  await of.closeAtItsTime();
  await check();
});

const CONTACTS = ["write to zhang@example.cn", "微信 zhang_88888", "call +7 727 123 45 67", "see www.zhang.example"];

describe("22: no fake request reaches a supplier unread, and nobody is led past the market", () => {
  test("the first request of a buyer who was never checked is held, where the market's rule says so, and opens only by an administrator", async () => {
    const made = await postingMarket();
    await made.rule("first_requests_in_review", 1);
    await made.list("provider", "customs");
    const dealId = done(await made.run(createDeal, made.actors.buyer, dealExample())).id;
    const bidding = { mode: "sealed", closesAt: toIso(CLOSES), decideBy: toIso(DECIDES), currency: "CNY" };
    const ask = async (service: Service) =>
      done(
        await made.run(createRequest, made.actors.buyer, {
          dealId,
          service,
          spec: KINDS[service].spec,
          bidding,
          publish: true,
        }),
      ).id;
    const stateOf = async (id: string) => (await findRequest(made.database.read, id))?.state;
    const held = await ask("customs");
    expect(await stateOf(held)).toBe("in_review");
    const bid = () => made.run(submitBid, made.actors.provider, { requestId: held, ...offerOfThree() });
    expect(refusalOf(await bid())).toBe("not_found");
    expect(refusalOf(await made.run(approveRequest, made.actors.buyer, { requestId: held }))).toBe("not_permitted");
    done(await made.run(approveRequest, made.actors.administrator, { requestId: held }));
    expect(refusalOf(await bid())).toBe("done");
    expect(await stateOf(await ask("payment"))).toBe("open");
  });

  test("a way to be reached is refused in every free text of a deal and of a request", async () => {
    const of = await biddingMarket();
    const [line, ...lines] = dealExample().cargo;
    for (const contact of CONTACTS) {
      for (const [field, change] of [
        ["title", { title: contact }],
        ["place", { incoterm: { rule: "DAP", place: contact } }],
        ["description", { cargo: [{ ...line, description: contact }, ...lines] }],
        ["marks", { cargo: [{ ...line, marks: contact }, ...lines] }],
      ] as const)
        expect(await of.run(createDeal, of.actors.buyer, { ...dealExample(), ...change }), field).toMatchObject({
          refusal: { code: "deal_invalid", details: { rule: "contact_in_text" } },
        });
      const reason = await of.run(cancelRequest, of.actors.buyer, { requestId: of.requestId, reason: contact });
      expect(reason).toMatchObject({ kind: "malformed", issues: [{ path: ["reason"], message: "contact_in_text" }] });
    }
  });

  test.each(SERVICES)("a way to be reached is found in every free text of a spec of %s", async (service) => {
    const found = freeTexts(kindOf(service).specSchema);
    expect(found.length).toBeGreaterThan(0);
    for (const path of found) {
      const issues = contactIssues(textAt(path, CONTACTS[0] as string));
      // Numbers of a register are no free text: only digits and letters of their own form may stand there.
      expect(issues.length, path.join(".")).toBe(/taxId|kpp|exporterCode|bic|bik|account/.test(path.join(".")) ? 0 : 1);
    }
  });

  test("a spec that names a contact is not asked for, by the command that asks", async () => {
    const of = await biddingMarket();
    for (const service of ["logistics", "payment", "inspection"] as const) {
      const asked = await of.run(createRequest, of.actors.buyer, {
        dealId: of.dealId,
        service,
        spec: { ...KINDS[service].spec, remarks: CONTACTS[2] },
        bidding: { mode: "sealed", closesAt: toIso(CLOSES), decideBy: toIso(DECIDES), currency: "CNY" },
        publish: true,
      });
      expect(asked, service).toMatchObject({ refusal: { code: "spec_invalid" } });
    }
  });

  test("a way to be reached is refused in every free text of a quote, at its own place, sent or changed", async () => {
    const of = await fourServices();
    for (const contact of CONTACTS) await expectMisplaced(of, contact, "contact_in_text");
  });
});

/** Sends the text in each free text of a quote of each service; each time it must be said at that text and nothing be kept. */
async function expectMisplaced(of: Awaited<ReturnType<typeof fourServices>>, text: string, message: string) {
  for (const service of SERVICES) {
    const [line, ...lines] = KINDS[service].charges;
    const inTerms = freeTexts(kindOf(service).termsSchema).map(
      (path) => [["terms", ...path], { terms: textAt(path, text) }] as const,
    );
    const places: readonly (readonly [readonly string[], object])[] = [
      [["remarks"], { remarks: text }],
      [["quoteNumber"], { quoteNumber: text.slice(-40) }],
      [["charges", "0", "note"], { charges: [{ ...line, note: text }, ...lines] }],
      ...inTerms,
    ];
    for (const [path, change] of places) {
      const outcome = await of.run(submitBid, of.actors.provider, {
        requestId: of.idOf(service),
        ...offerOf(service, change),
      });
      const issues = outcome.kind === "malformed" ? outcome.issues : [];
      const said = issues.filter((issue) => issue.message === message).map((issue) => issue.path.map(String));
      expect(said, `${service} ${path.join(".")}: ${text}`).toEqual([path.map(String)]);
    }
  }
  expect((await of.request()).bidCount).toBe(0);
}

describe("26: what costs money is a line that is counted, never a sentence", () => {
  test("a price in any free text of a quote is said to its author at that text, and nothing is kept", async () => {
    const of = await fourServices();
    for (const text of ["waiting USD 200 a day", "加急另收 300元"]) await expectMisplaced(of, text, "price_in_remarks");
  });

  test("the same price in a changed version is refused as well", async () => {
    const of = await biddingMarket();
    const { id: bidId } = await of.bid();
    const outcome = await of.run(reviseBid, of.actors.provider, { bidId, remarks: "plus 500 CNY" });
    expect(outcome).toMatchObject({ kind: "malformed", issues: [{ message: "price_in_remarks", path: ["remarks"] }] });
  });

  test("a condition is a line of its own: priced, compared, and in the total only where it is due", async () => {
    const of = await fourServices();
    const requestId = of.idOf("logistics");
    await of.bid(of.actors.provider, offerOf("logistics"), requestId);
    await of.closeAtItsTime(requestId);
    const page = await compared(of);
    const content = page?.services.find(({ service }) => service === "logistics")?.cells[0]?.content;
    const waiting = content?.lines.find(({ code }) => code === "WTG");
    expect(waiting).toMatchObject({ unitPriceMinor: "10000", quantityMilli: null, amountMinor: null });
    expect(content?.totalMinor).toBe("10000");
  });

  test("no sentence of any bid enters the comparison, of a bid that was kept before prices were refused neither", async () => {
    const of = await biddingMarket({ mode: "open" });
    const { id: bidId } = await of.bid();
    const old = { remarks: "waiting USD 200 a day", quoteNumber: "plus 300 USD" };
    await rewrite(of, bidId, (content) => ({
      ...content,
      ...old,
      lines: content.lines.map((line) => ({ ...line, note: "from 100 USD" })),
    }));
    const text = JSON.stringify(await compared(of), (_, value) => (typeof value === "bigint" ? `${value}n` : value));
    expect(text).toContain("135000");
    for (const sentence of ["waiting", "plus 300", "from 100"]) expect(text).not.toContain(sentence);
  });
});

const compared = (of: Market) =>
  comparePage(of.database.read, of.actors.buyer, { dealId: of.dealId, currency: null, now: of.on.clock() });

/** Puts a version there as it would be from before today's rules. */
async function rewrite(of: Market, bidId: string, change: (content: BidContent) => BidContent): Promise<void> {
  const [version] = await of.versions(bidId);
  if (!version?.content) throw new Error("an open version is readable");
  const { bids } = await import("@/db/schema/requests");
  const content = change(version.content);
  await of.database.write(async (tx) => {
    await tx.insert(bidVersions).values({ ...version, version: 0, content });
    await tx
      .update(bids)
      .set({ version: 0 })
      .where(and(eq(bids.id, bidId)));
  });
}
