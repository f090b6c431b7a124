import { describe, expect, test } from "vitest";
import { memberships } from "@/db/schema/accounts";
import { EFFECTS, ORGANISATION_STANDINGS, type OrganisationStanding } from "@/domain/accounts/organisation-standing";
import { addDays, dayOf, instant, type LocalDate, toIso } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { awardBids } from "@/server/award/award-bids";
import { reviseBid, submitBid } from "@/server/bidding/submit-bid";
import { searchProviders, providerPage } from "@/server/catalogue/queries";
import { reportMilestone } from "@/server/orders/report-milestone";
import { EARLY } from "@/test/order-market";
import { biddingMarket, done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { withPapers } from "@/test/check-papers";
import { grantCheck } from "@/test/granted-check";
import { START } from "@/test/posting-market";
import { liftRestriction, reinstateOrganisation, restrictOrganisation, suspendOrganisation } from "../organisation";
import { askCheck } from "./ask-check";
import { shownCheck, standingOfOrganisation } from "./queries";

const organisationId = "provider";
const TOMORROW = addDays(dayOf(START), 1);

async function market(bidding: object = {}) {
  const of = await biddingMarket(bidding);
  const { administrator, provider, buyer } = of.actors;
  const check = (expiresOn: LocalDate) =>
    grantCheck(of, { organisationId, register: "gsxt.gov.cn", expiresOn, reason: "Active" });
  const limit = (command: typeof restrictOrganisation | typeof suspendOrganisation) =>
    of.run(command as typeof restrictOrganisation, administrator, { organisationId, reason: "Being wound up" });
  /** Brings the provider into a standing, by what people and the clock do. */
  const bringTo: Readonly<Record<OrganisationStanding, () => Promise<unknown>>> = {
    unchecked: async () => undefined,
    pending: async () => {
      const { paper } = await withPapers(of);
      done(await paper());
      done(await of.run(askCheck, provider, {}));
    },
    verified: async () => done(await check(addDays(TOMORROW, 300))),
    expired: async () => {
      done(await check(TOMORROW));
      of.setClock(instant(startOfDay(addDays(TOMORROW, 1))));
    },
    restricted: async () => done(await limit(restrictOrganisation)),
    suspended: async () => done(await limit(suspendOrganisation)),
  };
  const now = () => of.on.clock();
  return {
    ...of,
    check,
    limit,
    bringTo,
    offer: () => of.run(submitBid, provider, { requestId: of.requestId, ...offerOfThree() }),
    award: (bidId: string) => of.run(awardBids, buyer, { dealId: of.dealId, bids: [{ bidId, reason: "Known to us" }] }),
    standing: () => standingOfOrganisation(of.database.read, organisationId, now()),
    listed: async () => {
      const { items } = await searchProviders(of.database.read, { limit: 20 });
      const page = await providerPage(of.database.read, organisationId, now());
      expect(page !== null).toBe(items.some(({ id }) => id === organisationId));
      return page !== null;
    },
    badge: async () => (await shownCheck(of.database.read, organisationId, now()))?.standing === "holds",
  };
}

describe.each(ORGANISATION_STANDINGS)("an organisation that is %s", (standing) => {
  const effect = EFFECTS[standing];

  test(`is listed: ${effect.isListed}; bids: ${effect.mayBid}, as a checked one: ${effect.mayBidAsChecked}`, async () => {
    for (const [visibility, may] of [
      ["open", effect.mayBid],
      ["checked", effect.mayBidAsChecked],
    ] as const) {
      const of = await market({ visibility });
      await of.bringTo[standing]();
      expect(await of.standing()).toBe(standing);
      expect([visibility, (await of.offer()).kind === "done"]).toEqual([visibility, may]);
      expect(await of.listed()).toBe(effect.isListed);
      if (effect.isListed) expect(await of.badge()).toBe(effect.hasBadge);
    }
  });

  test(`wins with a bid that stands from before: ${effect.mayBeAwarded}`, async () => {
    const of = await market();
    const { id } = await of.bid();
    await of.bringTo[standing]();
    await of.closeAtItsTime();
    const outcome = await of.award(id);
    expect(effect.mayBeAwarded ? outcome.kind : refusalOf(outcome)).toBe(
      effect.mayBeAwarded ? "done" : "bidder_barred",
    );
  });
});

describe("a restriction", () => {
  test("acts at once on a bid that stands, and lets it win again once another administrator has lifted it", async () => {
    const of = await market();
    const { administrator, administrator2, provider } = of.actors;
    await of.database.write((tx) =>
      tx.insert(memberships).values([
        { organisationId: "platform", userId: "user-platform", role: "administrator", createdAt: START },
        { organisationId: "platform", userId: "user-platform2", role: "administrator", createdAt: START },
      ]),
    );
    done(await of.check(addDays(TOMORROW, 300)));
    const { id: bidId } = await of.bid();
    done(await of.limit(restrictOrganisation));
    expect(refusalOf(await of.limit(restrictOrganisation))).toBe("already_restricted");
    expect(refusalOf(await of.run(reviseBid, provider, { bidId, remarks: "later" }))).toBe("organisation_restricted");
    expect(await of.bidRow(bidId)).toMatchObject({ state: "submitted", version: 1 });
    expect(await of.run(liftRestriction, administrator, { organisationId })).toMatchObject({
      refusal: { code: "own_limit", details: { names: "user-platform2" } },
    });
    expect(refusalOf(await of.run(liftRestriction, provider, { organisationId }))).toBe("not_permitted");
    done(await of.run(liftRestriction, administrator2, { organisationId }));
    expect(refusalOf(await of.run(liftRestriction, administrator2, { organisationId }))).toBe("not_restricted");
    expect([await of.standing(), await of.listed()]).toEqual(["verified", true]);
    await of.closeAtItsTime();
    done(await of.award(bidId));
  });

  test("is never of an organisation that the administrator works for, nor of the platform", async () => {
    const of = await market();
    const { administrator } = of.actors;
    const refused = async (id: string) =>
      refusalOf(await of.run(restrictOrganisation, administrator, { organisationId: id, reason: "x" }));
    await of.database.write((tx) =>
      tx
        .insert(memberships)
        .values({ organisationId: "provider2", userId: "user-platform", role: "viewer", createdAt: START }),
    );
    expect([await refused("provider2"), await refused("platform")]).toEqual([
      ...["own_organisation", "platform_is_not_checked"],
    ]);
  });

  test.each([
    ["restricted", restrictOrganisation],
    ["suspended", suspendOrganisation],
  ] as const)("leaves the orders of whoever is %s as they are: they go on", async (_, command) => {
    const of = await market();
    const { id } = await of.bid();
    await of.closeAtItsTime();
    const { orders } = done(await of.award(id));
    done(await of.limit(command));
    const step = { orderId: orders[0], code: "documents_requested", occurredAt: toIso(of.on.clock()), ...EARLY };
    expect(await of.run(reportMilestone, of.actors.provider, step)).toMatchObject({ kind: "done" });
  });

  test("that was lifted by another leaves a suspension in force, which another lifts by itself", async () => {
    const of = await market();
    done(await of.limit(restrictOrganisation));
    done(await of.limit(suspendOrganisation));
    expect(await of.standing()).toBe("suspended");
    done(await of.run(liftRestriction, of.actors.administrator2, { organisationId }));
    expect(await of.standing()).toBe("suspended");
    done(await of.run(reinstateOrganisation, of.actors.administrator2, { organisationId }));
    expect(await of.standing()).toBe("unchecked");
  });
});
