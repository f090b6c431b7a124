import { describe, expect, test } from "vitest";
import { eq, inArray } from "drizzle-orm";
import { mails, notices } from "@/db/schema/notices";
import { memberships, organisations } from "@/db/schema/accounts";
import { auditEntries } from "@/db/schema/platform";
import { type CheckEnd } from "@/domain/accounts/organisation-check";
import { addDays, dayOf, type Instant, instant } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { checkRound } from "@/server/worker/timers";
import { relayRound } from "@/server/worker/relay";
import { grantCheck } from "@/test/granted-check";
import { biddingMarket, done } from "@/test/bidding-market";
import { START } from "@/test/posting-market";
import { takeBackCheck } from "./checks/decide-check";
import { organisationsToReview } from "./queries";

const CHECKED_DAYS = 100;
const LAST = addDays(dayOf(START), CHECKED_DAYS);

async function market() {
  const of = await biddingMarket();
  const { administrator } = of.actors;
  await of.database.write((tx) =>
    tx.insert(memberships).values([
      { organisationId: "provider", userId: "user-provider", role: "owner", createdAt: START },
      { organisationId: "provider", userId: "user-provider2", role: "quoter", createdAt: START },
      { organisationId: "buyer", userId: "user-buyer", role: "owner", createdAt: START },
    ]),
  );
  const check = (organisationId: string, expiresOn = LAST) =>
    grantCheck(of, { organisationId, register: "gsxt.gov.cn", expiresOn, reason: "Found" });
  /** What its people have been told of the end of a check, in order. */
  const told = async () => {
    while (await relayRound(of.on));
    const kinds = ["organisation_check_ending", "organisation_check_lapsed"] as const;
    const rows = await of.database.read.select().from(notices).where(inArray(notices.kind, kinds));
    return rows.map(({ kind, organisationId }) => `${organisationId} ${kind}`).sort();
  };
  return {
    ...of,
    check,
    told,
    /** So many days after the last one of the checks, at the first moment of the market's day. */
    toDay: (days: number) => of.setClock(instant(startOfDay(addDays(LAST, days)))),
    tick: () => checkRound(of.on),
    takeBack: (organisationId: string) =>
      of.run(takeBackCheck, administrator, { organisationId, reason: "Struck off" }),
    listed: async (end: CheckEnd) => {
      const at = of.on.clock() as Instant;
      const search = {
        words: "",
        state: "any",
        country: null,
        after: null,
        limit: 50,
        checkEnds: { end, at },
      } as const;
      const { rows } = await organisationsToReview(of.database.read, administrator, { ...search, now: at });
      return rows.map(({ id }) => id).sort();
    },
  };
}

describe("whoever the market has checked", () => {
  test("hears thirty days, a week and a day before the end and after it, each once, in the inbox and by mail, with where it stands", async () => {
    const of = await market();
    done(await of.check("provider"));
    of.toDay(-31);
    await of.tick();
    expect(await of.told()).toEqual([]);
    of.toDay(-30);
    await Promise.all([of.tick(), of.tick()]);
    await of.tick();
    expect(await of.told()).toEqual(["provider organisation_check_ending"]);
    for (const [days, reminders] of [
      [-8, 1],
      [-7, 2],
      [-2, 2],
      [-1, 3],
      [0, 3],
    ] as const) {
      of.toDay(days);
      await of.tick();
      await of.tick();
      expect([days, (await of.told()).length]).toEqual([days, reminders]);
    }
    of.toDay(1);
    await of.tick();
    await of.tick();
    expect(await of.told()).toEqual([
      ...["ending", "ending", "ending", "lapsed"].map((end) => `provider organisation_check_${end}`),
    ]);
    const rows = await of.database.read.select().from(notices).where(eq(notices.kind, "organisation_check_ending"));
    expect(rows.map(({ userId, href, facts }) => [userId, href, facts.day])).toEqual(
      Array.from({ length: 3 }, () => ["user-provider", "/organisation/check", LAST]),
    );
    const sent = await of.database.read.select().from(mails);
    expect(sent.filter(({ body }) => body.includes(LAST)).length).toBe(4);
  });

  test("hears nothing of a check that was renewed, taken back or is of a number that it no longer has", async () => {
    const of = await market();
    for (const id of ["provider", "provider2", "buyer"]) done(await of.check(id));
    done(await of.check("provider", addDays(LAST, 300)));
    done(await of.takeBack("provider2"));
    await of.database.write((tx) =>
      tx.update(organisations).set({ registrationNumber: "changed" }).where(eq(organisations.id, "buyer")),
    );
    of.toDay(-10);
    await of.tick();
    of.toDay(10);
    await of.tick();
    expect(await of.told()).toEqual([]);
  });

  test("hears of each of its checks", async () => {
    const of = await market();
    done(await of.check("provider"));
    of.toDay(-10);
    await of.tick();
    done(await of.check("provider", addDays(LAST, 300)));
    of.toDay(280);
    await of.tick();
    expect(await of.told()).toEqual(["provider organisation_check_ending", "provider organisation_check_ending"]);
  });

  test("hears nothing while it is suspended, and the clock tries nothing in vain", async () => {
    const of = await market();
    done(await of.check("provider"));
    await of.database.write((tx) =>
      tx.update(organisations).set({ suspendedAt: START }).where(eq(organisations.id, "provider")),
    );
    of.toDay(1);
    const tried = (await of.database.read.select().from(auditEntries)).length;
    await of.tick();
    expect(await of.told()).toEqual([]);
    expect((await of.database.read.select().from(auditEntries)).length).toBe(tried);
  });
});

test("administrators list those whose check has lapsed, and those whose check ends within thirty days", async () => {
  const of = await market();
  done(await of.check("provider"));
  done(await of.check("provider2", addDays(LAST, 20)));
  const seen = async () => [await of.listed("ending"), await of.listed("lapsed")];
  of.toDay(-31);
  expect(await seen()).toEqual([[], []]);
  of.toDay(0);
  expect(await seen()).toEqual([["provider", "provider2"], []]);
  of.toDay(1);
  expect(await seen()).toEqual([["provider2"], ["provider"]]);
  done(await of.check("provider", addDays(LAST, 200)));
  expect(await seen()).toEqual([["provider2"], []]);
});
