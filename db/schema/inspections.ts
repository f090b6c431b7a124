import type { Decision } from "../../domain/inspections/verdict";
import type { Position } from "../../domain/shared/position";
import type { RoundPlan } from "../../domain/inspections/round-plan";
import type { Judgement, Results, VerdictKind } from "../../domain/inspections/results/results";
import type { RoundState } from "../../domain/inspections/round";
import type { PricedLine } from "../../domain/bidding/price-charges";
import type { LocalDate } from "../../domain/shared/time";
import { boolean, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from "../dialect";
import { users } from "./accounts";
import { orders } from "./orders";

/**
 * Visits to the goods of an inspection order, numbered from 1. Written by the inspection company's booking, check-in, results, check-out and
 * report, and by the buyer's decision; read by both parties and, of the last report, by the gates of the deal.
 */
export const inspectionRounds = table(
  "inspection_rounds",
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    number: integer().notNull(),
    state: text().$type<RoundState>().notNull(),
    openedAt: instant().notNull(),
    // What the round is judged by; nobody changes it.
    plan: json<RoundPlan>().notNull(),
    // The charge of the bid that a second visit falls under; null for the first, and where the bid names none.
    charge: json<PricedLine>(),
    // Who comes, and the keys by which visits to one factory are found.
    plannedDay: text().$type<LocalDate>(),
    inspectorName: text(),
    inspectorKey: text(),
    factoryKey: text().notNull(),
    bookedAt: instant(),
    // SHA-256 of the seed, told at booking. The seed itself is derived from a secret that is not in this database until check-in.
    commitment: text(),
    checkedInAt: instant(),
    checkedInByUserId: text().references(() => users.id),
    position: json<Position>(),
    cartons: integer(),
    seed: text(),
    drawn: json<number[]>(),
    results: json<Results>(),
    resultsAt: instant(),
    resultsByUserId: text().references(() => users.id),
    checkedOutAt: instant(),
    // Fixed with the report.
    verdict: text().$type<VerdictKind>(),
    judgement: json<Judgement>(),
    issuedAt: instant(),
    issuedByUserId: text().references(() => users.id),
    reportFileId: text(),
    reportSha256: text(),
    decision: text().$type<Decision>(),
    decisionReason: text(),
    decidedAt: instant(),
    decidedByUserId: text().references(() => users.id),
    version: integer().notNull(),
  },
  (round) => [
    uniqueIndex("inspection_rounds_by_order").on(round.orderId, round.number),
    // The last visits to a factory, for the pairing of inspector and factory.
    index("inspection_rounds_by_factory").on(round.factoryKey, round.checkedInAt),
  ],
);

/** What pictures of a round said of themselves before they were drawn anew. Written with the file; read with the round by both parties. */
export const inspectionPhotos = table(
  "inspection_photos",
  {
    fileId: text().primaryKey(),
    roundId: text()
      .notNull()
      .references(() => inspectionRounds.id),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    // What it shows, in the words of who took it: the kind of a defect, or a subject that was asked for.
    about: text(),
    takenAt: instant(),
    // Where the picture named no zone its wall clock was read in the market's.
    isZoneTold: boolean().notNull(),
    position: json<Position>(),
    keptAt: instant().notNull(),
  },
  (photo) => [index("inspection_photos_by_round").on(photo.roundId, photo.fileId)],
);

/**
 * By what a picture is found again after it was resized or pressed anew: each print under its four quarters. Written with the picture and
 * kept after it is taken away, so that nobody uses it twice by taking it away between; read by the quarters of a new one.
 */
export const photoPrints = table(
  "photo_prints",
  {
    band: integer().notNull(),
    fileId: text().notNull(),
    // 0 the whole picture, else a part of it.
    part: integer().notNull(),
    print: text().notNull(),
    roundId: text().notNull(),
    orderId: text().notNull(),
    keptAt: instant().notNull(),
  },
  (print) => [primaryKey({ columns: [print.band, print.fileId, print.part] })],
);

/** Pictures that are the same, a row each way, so that the earlier report shows it as well. Written with the later one. */
export const photoMatches = table(
  "photo_matches",
  {
    fileId: text().notNull(),
    roundId: text().notNull(),
    otherFileId: text().notNull(),
    otherRoundId: text().notNull(),
    otherOrderId: text().notNull(),
    distance: integer().notNull(),
    // When the other one came.
    otherKeptAt: instant().notNull(),
    foundAt: instant().notNull(),
  },
  (match) => [
    primaryKey({ columns: [match.fileId, match.otherFileId] }),
    index("photo_matches_by_round").on(match.roundId),
    // The market's own list, the latest first.
    index("photo_matches_by_time").on(match.foundAt, match.fileId),
    index("photo_matches_by_other").on(match.otherFileId),
  ],
);
