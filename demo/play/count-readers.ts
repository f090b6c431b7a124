import type { Database } from "../../db/database";
import { addExposures, type ExposureCount } from "../../db/repositories/exposures";
import { listings } from "../../db/schema/catalogue";
import { ALL, EXPOSURE_DAYS, type ExposureKind, saidOf } from "../../domain/catalogue/exposure";
import { addDays, dayOf, type Instant, type LocalDate } from "../../domain/shared/time";
import { pick, type Random, randomFrom, wholeBetween } from "../plan/random";

// Dice of its own: whoever reads pages moves no trade.
const SEED = 20_261_202;
const WEEKEND = 0.3;
const HUBS_ASKED = 3;
/** Of those who find a provider so many open its page, set it beside others, and keep it in view. */
const OF_FOUND = { opened: 0.34, compared: 0.06, shortlisted: 0.02 } as const;

/** Who reads from the other end of a corridor, and in which language. */
const READERS: Readonly<Record<string, readonly (readonly [country: string, language: string])[]>> = {
  KZ: [
    ["KZ", "ru"],
    ["KZ", "kk"],
  ],
  VN: [["VN", "vi"]],
  CN: [["CN", "zh-CN"]],
};
const OTHERS = [["RU", "ru"]] as const;
const ABROAD = ["TH", "en"] as const;
const FROM_ABROAD = 0.12;

type Offer = Pick<typeof listings.$inferSelect, "organisationId" | "service" | "hubIds" | "corridors">;

const isWeekend = (day: LocalDate): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** A whole number near the mean, as often above it as below. */
const near = (random: Random, mean: number): number => Math.floor(mean * (0.5 + random()) + random());

function* seenOn(day: LocalDate, offer: Offer, { random, mean }: { random: Random; mean: number }) {
  const { organisationId, service, hubIds, corridors } = offer;
  const found = near(random, isWeekend(day) ? mean * WEEKEND : mean);
  const row = (kind: ExposureKind, said: string, count: number): ExposureCount[] =>
    count > 0 ? [{ organisationId, day, kind, said, count }] : [];
  yield* row("found", ALL, found);
  yield* row("found", saidOf("service", service), found - near(random, found / 5));
  yield* row("found", saidOf("hub", pick(random, hubIds.slice(0, HUBS_ASKED))), near(random, found / 2));
  const opened = near(random, found * OF_FOUND.opened);
  const [one = "", other = ""] = pick(random, corridors).split("-");
  const readers = [...(READERS[one] ?? OTHERS), ...(READERS[other] ?? OTHERS)];
  const [country, language] = random() < FROM_ABROAD ? ABROAD : pick(random, readers);
  yield* row("opened", ALL, opened);
  yield* row("opened", saidOf("reader", language), opened);
  yield* row("opened", saidOf("country", country), near(random, opened / 2));
  yield* row("compared", ALL, near(random, found * OF_FOUND.compared));
  yield* row("shortlisted", ALL, near(random, found * OF_FOUND.shortlisted));
}

/** How often each provider was found, read and compared in the weeks before now: more for who has more hubs, more as weeks go by, less on weekends. */
export async function countReaders(database: Database, now: Instant): Promise<void> {
  const random = randomFrom(SEED);
  const offers = await database.read
    .select({
      organisationId: listings.organisationId,
      service: listings.service,
      hubIds: listings.hubIds,
      corridors: listings.corridors,
    })
    .from(listings)
    .orderBy(listings.organisationId, listings.service);
  const last = addDays(dayOf(now), -1);
  const counts = offers
    .filter(({ hubIds, corridors }) => hubIds.length > 0 && corridors.length > 0)
    .flatMap((offer) => {
      const usual = wholeBetween(random, 1, 3) + Math.min(offer.hubIds.length, 6) / 2;
      return Array.from({ length: EXPOSURE_DAYS }, (_, ago) => [
        ...seenOn(addDays(last, -ago), offer, { random, mean: usual * (1 - ago / (2 * EXPOSURE_DAYS)) }),
      ]).flat();
    });
  const together = new Map<string, ExposureCount>();
  for (const one of counts) {
    const key = [one.organisationId, one.day, one.kind, one.said].join(" ");
    together.set(key, { ...one, count: one.count + (together.get(key)?.count ?? 0) });
  }
  await database.write((tx) => addExposures(tx, [...together.values()]));
}
