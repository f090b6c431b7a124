import { desc, eq, sql } from "drizzle-orm";
import { type OrganisationCheck, standingOf } from "../../domain/accounts/checks/organisation-check";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { prepared } from "../prepared";
import { organisations, users } from "../schema/accounts";
import { organisationChecks } from "../schema/checks";

export async function insertCheck(tx: Writer, row: typeof organisationChecks.$inferInsert): Promise<void> {
  await tx.insert(organisationChecks).values(row);
}

const latest = prepared("latest_organisation_check", (db) =>
  db
    .select({ check: organisationChecks, registrationNumber: organisations.registrationNumber })
    .from(organisationChecks)
    .innerJoin(organisations, eq(organisations.id, organisationChecks.organisationId))
    .where(eq(organisationChecks.organisationId, sql.placeholder("organisationId")))
    .orderBy(desc(organisationChecks.checkedAt), desc(organisationChecks.id))
    .limit(1),
);

/** The latest look at the organisation's registration with how it stands at `now`. */
export async function latestCheck(db: Reader, organisationId: string, now: Instant) {
  const [row] = await latest(db, { organisationId });
  const check = row?.check as OrganisationCheck | undefined;
  return { check: check ?? null, standing: standingOf(check, row?.registrationNumber ?? "", now) };
}

/** Whether the market's check of the organisation holds at `now`. */
export const isChecked = async (db: Reader, organisationId: string, now: Instant): Promise<boolean> =>
  (await latestCheck(db, organisationId, now)).standing === "holds";

/** All looks at an organisation's registration, the latest first, with who looked. */
export async function checksOf(db: Reader, organisationId: string) {
  const rows = await db
    .select({ check: organisationChecks, checkedBy: users.name })
    .from(organisationChecks)
    .innerJoin(users, eq(users.id, organisationChecks.checkedByUserId))
    .where(eq(organisationChecks.organisationId, organisationId))
    .orderBy(desc(organisationChecks.checkedAt), desc(organisationChecks.id));
  return rows.map(({ check, checkedBy }) => ({ ...check, checkedAt: check.checkedAt as Instant, checkedBy }));
}
