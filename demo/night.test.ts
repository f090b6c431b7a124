import { expect, test } from "vitest";
import { outbox } from "@/db/schema/notices";
import { dayOf, HOUR_MS, instant } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { filledDatabase } from "@/test/database";
import { fillWithDemo } from "@/test/demo-people";

const BUILT_MS = 120_000;

/** What the market's clock does, and nobody at a desk. */
const BY_THE_CLOCK = new Set(["slot.forfeited", "organisation.check_ends"]);

/** What is done at desks further west, too. */
const ABROAD = new Set(["bid.submitted", "thread.written"]);

test.each(["2026-11-24T21:29:00Z", "2026-11-25T15:10:00Z"])(
  "a demo that is made at night, at %s, tells of nothing that was done at a desk by night",
  async (made) => {
    const now = instant(Date.parse(made));
    const night = await filledDatabase((database) => fillWithDemo(database, now));
    const { read } = await night.copy();
    const told = await read.select({ type: outbox.type, at: outbox.occurredAt }).from(outbox);
    const hourOf = (at: number): number => (at - startOfDay(dayOf(instant(at)))) / HOUR_MS;
    // Who bids or writes from Almaty or Moscow does so in office hours there.
    const atNight = told.filter(
      ({ type, at }) => !BY_THE_CLOCK.has(type) && (hourOf(at) < 8 || hourOf(at) > (ABROAD.has(type) ? 24 : 18)),
    );
    expect(told.length).toBeGreaterThan(1_000);
    expect(atNight.map(({ type, at }) => `${type} ${hourOf(at).toFixed(1)}`)).toEqual([]);
    await night.drop();
  },
  BUILT_MS,
);
