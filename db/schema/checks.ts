import type { CaseEvent, CaseState, Proposal } from "../../domain/accounts/check-case";
import type { PaperKind } from "../../domain/accounts/check-papers";
import type { CheckOutcome, CheckReminder } from "../../domain/accounts/organisation-check";
import type { LocalDate } from "../../domain/shared/time";
import { index, instant, primaryKey, table, text } from "../dialect";
import { organisations, users } from "./accounts";
import { files } from "./files";

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
    // The case that it was decided in, whose papers it rests on; null where there was none.
    caseId: text(),
    // The second administrator; null where one alone was enough.
    confirmedByUserId: text().references(() => users.id),
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
    end: text().$type<CheckReminder>().notNull(),
    at: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.checkId, row.end] })],
);

/**
 * Cases: each asking for a check from its first paper to its decision, and what is proposed at its end. Written by the organisation and by
 * administrators in turn; read by both, the queue by state.
 */
export const checkCases = table(
  "check_cases",
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    state: text().$type<CaseState>().notNull(),
    openedAt: instant().notNull(),
    // Since when it waits for whoever is to act.
    changedAt: instant().notNull(),
    takenByUserId: text().references(() => users.id),
    proposal: text().$type<Proposal>(),
    // The number as whoever proposes has looked it up.
    registrationNumber: text(),
    register: text(),
    expiresOn: text().$type<LocalDate>(),
    // What was seen, for administrators; of what is declined why, for the organisation too.
    reason: text(),
    proposedByUserId: text().references(() => users.id),
  },
  (one) => [
    index("check_cases_by_organisation").on(one.organisationId, one.openedAt),
    index("check_cases_by_state").on(one.state, one.changedAt),
  ],
);

/** What happened in a case and what was said: questions and answers for both sides, the rest for administrators. Never rewritten. */
export const checkCaseEntries = table(
  "check_case_entries",
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => checkCases.id),
    event: text().$type<CaseEvent>().notNull(),
    words: text().notNull(),
    byUserId: text()
      .notNull()
      .references(() => users.id),
    at: instant().notNull(),
  },
  (entry) => [index("check_case_entries_by_case").on(entry.caseId, entry.at)],
);

/** The papers that an organisation shows in a case, each with the file that is its picture. Written by the organisation until the end is proposed. */
export const checkPapers = table(
  "check_papers",
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => checkCases.id),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    kind: text().$type<PaperKind>().notNull(),
    number: text().notNull(),
    issuer: text().notNull(),
    issuedOn: text().$type<LocalDate>().notNull(),
    // Its last day; null of a paper that does not end.
    expiresOn: text().$type<LocalDate>(),
    fileId: text()
      .notNull()
      .references(() => files.id),
    addedAt: instant().notNull(),
  },
  (paper) => [
    index("check_papers_by_case").on(paper.caseId, paper.addedAt),
    index("check_papers_by_organisation").on(paper.organisationId),
    index("check_papers_by_file").on(paper.fileId),
  ],
);
