import "server-only";
import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { BY_ROW_LOCKS, type Reader } from "@/db/database";
import { lexicon } from "@/db/reference/read-lexicon";
import { addExposures, allResponses, exposuresSince, invitationsSince } from "@/db/repositories/exposures";
import { findOrganisation } from "@/db/repositories/organisations";
import { figuresOf } from "@/db/repositories/provider-figures";
import { answersOf, findPage } from "@/db/repositories/provider-pages";
import { listedAmong } from "@/db/repositories/shortlists";
import { type Actor, may } from "@/domain/access/policy";
import {
  ALL,
  type ExposureDay,
  type ExposureKind,
  EXPOSURE_DAYS,
  EXPOSURE_KINDS,
  type Gap,
  gapsOf,
  marketResponse,
  partsOfSaid,
  saidOf,
  saidOfQuestion,
  topSaid,
} from "@/domain/catalogue/exposure";
import type { Chosen } from "@/domain/catalogue/directory/facets";
import { LOCALES } from "@/domain/shared/locale";
import { readQuery } from "@/domain/search/read-query";
import { addDays, DAY_MS, dayOf, type Instant, instant, later, type LocalDate } from "@/domain/shared/time";
import type { ProviderCard } from "@/views/providers";
import { shownCheck } from "../accounts/checks/queries";
import { currentSession } from "../platform/identity/session";
import { type Platform, platform } from "../platform/platform";
import { keptFor } from "../platform/process/kept-for";
import { countSeen, isRobot, takeCounts } from "./exposure-counts";
import { ownListings } from "./queries";

const WEEK_DAYS = 7;

/** Writes what this process has counted since the last time, in one statement; what is no listed provider is left out. */
export async function flushExposures(on: Platform): Promise<boolean> {
  const counts = takeCounts();
  if (counts.length === 0) return false;
  const listed = new Set(await listedAmong(on.database.read, [...new Set(counts.map((one) => one.organisationId))]));
  const kept = counts.filter(({ organisationId }) => listed.has(organisationId));
  await on.database.write((tx) => addExposures(tx, kept), BY_ROW_LOCKS);
  return false;
}

type Shown = { readonly kind: ExposureKind; readonly ids: readonly string[]; readonly said?: readonly string[] };

/**
 * Counts what a page shows of providers to whoever reads it: with the page's language, and the country of the reader's organisation where there is one. Robots count as nobody,
 * and nor do a provider's own people.
 */
export async function noteShown({ kind, ids, said = [] }: Shown): Promise<void> {
  if (isRobot((await headers()).get("user-agent"))) return;
  const session = await currentSession();
  const own = session?.organisation ?? null;
  const { database, clock } = platform();
  const country = own ? (await findOrganisation(database.read, own.id))?.country : undefined;
  countSeen({
    ...{ kind, organisationIds: ids.filter((id) => id !== own?.id), atMs: clock() },
    said: [saidOf("reader", await getLocale()), ...(country ? [saidOf("country", country)] : []), ...said],
  });
}

type Asked = { readonly q: string; readonly chosen: Chosen };

/** Counts the providers that a question of the directory found; the bare list answers no question. */
export async function noteFound(cards: readonly ProviderCard[], { q, chosen }: Asked): Promise<void> {
  const isAsked = q !== "" || Object.values(chosen).some((values) => values.length > 0);
  if (!isAsked || cards.length === 0) return;
  const names = lexicon();
  const concepts = q === "" ? [] : readQuery(q, names).meant.flatMap((meant) => meant.concepts.slice(0, 1));
  const offered = cards.flatMap(({ offers }) => offers);
  const said = saidOfQuestion({ concepts, chosen, offered }, names);
  await noteShown({ kind: "found", ids: cards.map(({ id }) => id), said });
}

/** Counts a look at a provider's page by a member; that of a visitor is counted at the front door. */
export async function noteOpened(organisationId: string): Promise<void> {
  if (await currentSession()) await noteShown({ kind: "opened", ids: [organisationId] });
}

const RESPONSES_KEPT_MS = 3_600_000;

/** The market's median first response, up to an hour old. */
const keptResponse = keptFor("response of the market", RESPONSES_KEPT_MS, async (read) =>
  marketResponse(await allResponses(read)),
);

export type ExposureWeek = { readonly from: LocalDate } & Readonly<Record<ExposureKind | "invited", number>>;

export type Exposure = {
  readonly totals: Readonly<Record<ExposureKind | "invited", number>>;
  /** The oldest first; the last one is not over. */
  readonly weeks: readonly ExposureWeek[];
  readonly asked: ReturnType<typeof topSaid>;
  readonly countries: ReturnType<typeof topSaid>;
  readonly gaps: readonly Gap[];
};

const ASKED_BY = ["service", "hub", "corridor", "equipment", "licence", "language", "land"] as const;

const readersIn = (rows: readonly ExposureDay[]) =>
  Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      rows
        .filter(
          ({ kind, said }) =>
            kind === "opened" && partsOfSaid(said)?.kind === "reader" && partsOfSaid(said)?.value === locale,
        )
        .reduce((all, { count }) => all + count, 0),
    ]),
  );

type Counted = { readonly kind: ExposureKind | "invited"; readonly day: string; readonly count: number };

/** The weeks up to today, each with what was counted in it. */
function weeksOf(counted: readonly Counted[], today: LocalDate): ExposureWeek[] {
  const first = addDays(today, 1 - EXPOSURE_DAYS);
  return Array.from({ length: EXPOSURE_DAYS / WEEK_DAYS }, (_, at) => {
    const [from, end] = [addDays(first, at * WEEK_DAYS), addDays(first, (at + 1) * WEEK_DAYS)];
    const inWeek = counted.filter(({ day }) => day >= from && day < end);
    return { from, ...totalsOf(inWeek) };
  });
}

const totalsOf = (counted: readonly Counted[]) =>
  Object.fromEntries(
    [...EXPOSURE_KINDS, "invited" as const].map((kind) => [
      kind,
      counted.filter((one) => one.kind === kind).reduce((all, { count }) => all + count, 0),
    ]),
  ) as Record<ExposureKind | "invited", number>;

/** How the actor's organisation was found in the last weeks, and what would raise that; null for whoever may not change its listings, and where it lists nothing. */
export async function ownExposure(read: Reader, actor: Actor, now: Instant): Promise<Exposure | null> {
  const { organisationId } = actor;
  if (organisationId === null || !may(actor, "listing.change", { organisationIds: [organisationId] })) return null;
  const listings = await ownListings(read, organisationId);
  if (listings.length === 0) return null;
  const today = dayOf(now);
  const rows = await exposuresSince(read, organisationId, addDays(today, 1 - EXPOSURE_DAYS));
  const invited = await invitationsSince(read, organisationId, later(instant(now), -EXPOSURE_DAYS * DAY_MS));
  const counted: Counted[] = [
    ...rows.filter(({ said }) => said === ALL),
    ...invited.map((at) => ({ kind: "invited" as const, day: dayOf(at), count: 1 })),
  ];
  const [{ texts, hours }, answers] = [await findPage(read, organisationId), await answersOf(read, organisationId)];
  const check = await shownCheck(read, organisationId, now);
  const figures = (await figuresOf(read, [organisationId])).get(organisationId);
  const carrying = listings.find(({ service }) => service === "logistics");
  return {
    weeks: weeksOf(counted, today),
    totals: totalsOf(counted),
    asked: topSaid(rows, { kind: "found", by: ASKED_BY }),
    countries: topSaid(rows, { kind: "opened", by: ["country"] }),
    gaps: gapsOf({
      ...{ texts, readers: readersIn(rows), isChecked: check?.standing === "holds", hasHours: hours !== null },
      ...{ answers: answers.length, equipment: carrying ? carrying.equipment.length : null },
      ...{ responseMs: figures?.responseMs ?? null, marketMs: await keptResponse(read, now) },
    }),
  };
}
