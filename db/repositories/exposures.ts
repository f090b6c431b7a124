import { and, asc, eq, gte, sql } from "drizzle-orm";
import type { ExposureDay } from "../../domain/catalogue/exposure";
import type { Instant, LocalDate } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { providerExposures, providerFigures } from "../schema/catalogue";
import { requestInvitations } from "../schema/requests";

export type ExposureCount = ExposureDay & { readonly organisationId: string };

/** So many rows a statement: an engine binds 32,766 values, and a row is five. */
const ROWS_MAX = 5_000;

/** Adds counts to those that are kept, in one statement but for very many; rows in one order, so that processes wait for each other and never in a circle. */
export async function addExposures(tx: Writer, counts: readonly ExposureCount[]): Promise<void> {
  const keyOf = ({ organisationId, day, kind, said }: ExposureCount) => [organisationId, day, kind, said].join(" ");
  const sorted = counts.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  for (let at = 0; at < sorted.length; at += ROWS_MAX)
    await tx
      .insert(providerExposures)
      .values(sorted.slice(at, at + ROWS_MAX))
      .onConflictDoUpdate({
        target: [
          providerExposures.organisationId,
          providerExposures.day,
          providerExposures.kind,
          providerExposures.said,
        ],
        set: { count: sql`${providerExposures.count} + excluded.count` },
      });
}

/** What was counted of an organisation since a day. */
export const exposuresSince = async (db: Reader, organisationId: string, day: LocalDate): Promise<ExposureDay[]> =>
  await db
    .select({
      day: providerExposures.day,
      kind: providerExposures.kind,
      said: providerExposures.said,
      count: providerExposures.count,
    })
    .from(providerExposures)
    .where(and(eq(providerExposures.organisationId, organisationId), gte(providerExposures.day, day)))
    .orderBy(asc(providerExposures.day));

/** When an organisation was invited to requests since a time; not to which. */
export async function invitationsSince(db: Reader, organisationId: string, since: Instant): Promise<Instant[]> {
  const rows = await db
    .select({ at: requestInvitations.createdAt })
    .from(requestInvitations)
    .where(and(eq(requestInvitations.organisationId, organisationId), gte(requestInvitations.createdAt, since)));
  return rows.map(({ at }) => at as Instant);
}

const responses = prepared("responses_of_providers", (db) =>
  db.select({ responseMs: providerFigures.responseMs }).from(providerFigures),
);

/** The median first response of each provider that has one. It reads all providers, so its answer is kept. */
export async function allResponses(db: Reader): Promise<number[]> {
  const rows = await responses(db, {});
  return rows.flatMap(({ responseMs }) => (responseMs === null ? [] : [responseMs]));
}
