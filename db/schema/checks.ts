import type { CheckEnd, CheckOutcome } from "../../domain/accounts/organisation-check";
import type { LocalDate } from "../../domain/shared/time";
import { index, instant, primaryKey, table, text } from "../dialect";
import { organisations, users } from "./accounts";

/**
 * What administrators have found of an organisation's registration, one row a look, never rewritten: the latest speaks. Written by
 * administrators; read at each bid on a request for checked organisations, and wherever a check is shown.
 */
export const organisationChecks = table(
  "organisation_checks",
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    outcome: text().$type<CheckOutcome>().notNull(),
    // The number as it stood on that day: a check says nothing of another one.
    registrationNumber: text().notNull(),
    // The register it was looked up in; empty where a check was taken back.
    register: text().notNull(),
    // The last day on which the check holds, in the market's zone; null where it was taken back.
    expiresOn: text().$type<LocalDate>(),
    reason: text().notNull(),
    checkedByUserId: text()
      .notNull()
      .references(() => users.id),
    checkedAt: instant().notNull(),
  },
  (check) => [index("organisation_checks_by_organisation").on(check.organisationId, check.checkedAt)],
);

/** That an organisation was told that a check of it is ending, or has lapsed. Written by the clock, once each; never read but to know that it was. */
export const checkEndNotices = table(
  "check_end_notices",
  {
    checkId: text()
      .notNull()
      .references(() => organisationChecks.id),
    end: text().$type<CheckEnd>().notNull(),
    at: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.checkId, row.end] })],
);
