import { describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { memberships, organisations } from "@/db/schema/accounts";
import type { Actor } from "@/domain/access/policy";
import { addDays, dayOf, instant } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { checksToReview, shownCheck } from "@/server/accounts/checks/queries";
import { organisationsToReview } from "@/server/accounts/queries";
import { deskQueue } from "@/server/bidding/queries/desk";
import { requestPage } from "@/server/requests/queries/request-page";
import { grantCheck } from "@/test/granted-check";
import { biddingMarket, CLOSES, done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { START } from "@/test/posting-market";
import { reviseBid, submitBid } from "../bidding/submit-bid";
import { saveBidDraft } from "../bidding/bid-draft";
import { takeBackCheck } from "./checks/decide-check";

const TOMORROW = addDays(dayOf(START), 1);
const CHECK = {
  organisationId: "provider",
  register: "stat.gov.kz",
  expiresOn: TOMORROW,
  reason: "Found, active, same name",
};

async function market() {
  const of = await biddingMarket({ visibility: "checked" });
  const { administrator } = of.actors;
  return {
    ...of,
    check: (changes: object = {}, by: Actor = administrator) => grantCheck(of, { ...CHECK, ...changes }, by),
    takeBack: (organisationId = "provider") =>
      of.run(takeBackCheck, administrator, { organisationId, reason: "Struck off" }),
    offer: (by: Actor = of.actors.provider) => of.run(submitBid, by, { requestId: of.requestId, ...offerOfThree() }),
    page: (by: Actor) => requestPage(of.database.read, by, { id: of.requestId, now: of.on.clock() }),
  };
}

test("administrators read in the list of organisations until when each is checked, and that a check has ended", async () => {
  const of = await market();
  done(await of.check());
  const search = { words: "", state: "any", country: null, after: null, limit: 50 } as const;
  const standing = async () => {
    const now = of.on.clock();
    const { rows } = await organisationsToReview(of.database.read, of.actors.administrator, { ...search, now });
    const [checked, other] = ["provider", "provider2"].map((id) => rows.find((row) => row.id === id)?.check);
    return [checked?.standing, checked?.expiresOn, other];
  };
  expect(await standing()).toEqual(["holds", TOMORROW, null]);
  of.setClock(instant(startOfDay(addDays(TOMORROW, 1))));
  expect(await standing()).toEqual(["expired", TOMORROW, null]);
});

describe("a request for checked organisations", () => {
  test("is seen by everybody, and bid on by those alone whom the market has checked", async () => {
    const of = await market();
    for (const reader of [of.actors.visitor, of.actors.provider2, of.actors.buyer2])
      expect((await of.page(reader))?.id).toBe(of.requestId);
    expect(refusalOf(await of.offer())).toBe("not_checked");
    done(await of.check());
    done(await of.offer());
    expect(refusalOf(await of.offer(of.actors.provider2))).toBe("not_checked");
  });

  test("asks for a check that holds at the moment of the bid, by the server's clock", async () => {
    const of = await market();
    done(await of.check());
    const lastMoment = instant(startOfDay(addDays(TOMORROW, 1)) - 1);
    expect(lastMoment).toBeLessThan(CLOSES);
    of.setClock(lastMoment);
    const { id: bidId } = done(await of.offer());
    of.setClock(instant(lastMoment + 1));
    expect(refusalOf(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "later" }))).toBe("not_checked");
  });

  test("takes no bid after the check was taken back, or the registration number changed", async () => {
    const of = await market();
    done(await of.check());
    done(await of.takeBack());
    expect(refusalOf(await of.offer())).toBe("not_checked");
    done(await of.check());
    await of.database.write((tx) =>
      tx.update(organisations).set({ registrationNumber: "other" }).where(eq(organisations.id, "provider")),
    );
    expect(refusalOf(await of.offer())).toBe("not_checked");
  });

  test("takes no draft and tells the provider what is missing", async () => {
    const of = await market();
    expect(await of.page(of.actors.provider)).toMatchObject({ needsCheck: true, side: "visitor" });
    const draft = { requestId: of.requestId, fields: {}, seen: { mark: "", window: "w" } };
    expect(refusalOf(await of.run(saveBidDraft, of.actors.provider, draft))).toBe("not_checked");
    done(await of.check());
    expect(await of.page(of.actors.provider)).toMatchObject({ needsCheck: false, side: "provider" });
  });
});

test("what is for checked organisations waits on no other's desk", async () => {
  const of = await market();
  const waiting = async () =>
    (await deskQueue(of.database.read, of.actors.provider, { service: null, now: of.on.clock() })).items.map(
      ({ id }) => id,
    );
  expect(await waiting()).toEqual([]);
  done(await of.check());
  expect(await waiting()).toEqual([of.requestId]);
});

describe("a check", () => {
  test("lesson 24: says what was looked up, where, when and until when, to everybody, and its reason to administrators alone", async () => {
    const of = await market();
    done(await of.check());
    expect(await shownCheck(of.database.read, "provider", START)).toEqual({
      standing: "holds",
      register: "stat.gov.kz",
      checkedAt: START,
      expiresOn: TOMORROW,
      registrationNumber: "provider",
      papers: [],
    });
    expect(await shownCheck(of.database.read, "provider2", START)).toBeNull();
    const asked = { organisationId: "provider", now: START };
    const { entries } = await checksToReview(of.database.read, of.actors.administrator, asked);
    expect(entries).toMatchObject([{ outcome: "found", registrationNumber: "provider", reason: CHECK.reason }]);
    expect((await checksToReview(of.database.read, of.actors.provider, asked)).entries).toEqual([]);
  });

  test("is taken back by a later entry; what was on record stays", async () => {
    const of = await market();
    done(await of.check());
    of.setClock(instant(START + 1));
    done(await of.takeBack());
    const asked = { organisationId: "provider", now: of.on.clock() };
    const { current, entries } = await checksToReview(of.database.read, of.actors.administrator, asked);
    expect(current?.standing).toBe("taken_back");
    expect(entries.map(({ outcome }) => outcome)).toEqual(["taken_back", "found"]);
    of.setClock(instant(START + 2));
    expect(refusalOf(await of.takeBack())).toBe("not_checked_now");
  });

  test("is made by administrators alone, and never of an organisation that they work for", async () => {
    const of = await market();
    for (const other of [of.actors.provider, of.actors.buyer])
      expect(refusalOf(await of.check({}, other))).toBe("not_permitted");
    expect(refusalOf(await of.check({ organisationId: "platform" }))).toBe("platform_is_not_checked");
    expect(refusalOf(await of.check({ organisationId: "nobody" }))).toBe("not_found");
    await of.database.write((tx) =>
      tx
        .insert(memberships)
        .values({ organisationId: "provider2", userId: "user-platform", role: "viewer", createdAt: START }),
    );
    expect(refusalOf(await of.check({ organisationId: "provider2" }))).toBe("own_organisation");
  });

  test("ends after today, says a reason, and names a day", async () => {
    const of = await market();
    expect(refusalOf(await of.check({ expiresOn: dayOf(START) }))).toBe("expires_too_soon");
    expect(await of.check({ reason: " " })).toMatchObject({ kind: "malformed" });
    expect(await of.check({ expiresOn: "2026-02-30" })).toMatchObject({ kind: "malformed" });
  });
});
