import "server-only";
import type { Reader } from "../../db/database";
import { rulesAt } from "../../db/repositories/market-rules";
import { LINK_LIFE_MS } from "../../domain/accounts/one-time-link";
import { CHECK_ENDING_DAYS } from "../../domain/accounts/organisation-check";
import { ESCALATES_MS, TALK_MS } from "../../domain/disputes/dispute";
import { LINK_DAYS } from "../../domain/field/link";
import { HEALTH_DAYS } from "../../domain/remittance/corridor-health";
import { WINDOW_MAX_DAYS } from "../../domain/requests/request";
import { DAY_MS, type Instant, MINUTE_MS } from "../../domain/shared/time";
import { VISITOR_DRAFT_LIFE_MS } from "../deals/visitors/visitor-draft";

/** Figures that the pages about the market say, each from where it holds: a rule of the market as it is now, or what the code goes by. */
export async function marketFacts(read: Reader, now: Instant) {
  const rules = await rulesAt(
    read,
    [
      "min_open_minutes",
      "amendment_extension_hours",
      "questions_end_hours",
      "soft_close_window_minutes",
      "soft_close_extension_minutes",
      "cure_hours",
      "auto_accept_days_services",
      "auto_accept_days_payment",
    ],
    now,
  );
  return {
    minOpenMinutes: rules.min_open_minutes,
    amendmentHours: rules.amendment_extension_hours,
    questionsEndHours: rules.questions_end_hours,
    softWindow: rules.soft_close_window_minutes,
    softExtension: rules.soft_close_extension_minutes,
    cureHours: rules.cure_hours,
    acceptServicesDays: rules.auto_accept_days_services,
    acceptPaymentDays: rules.auto_accept_days_payment,
    windowDays: WINDOW_MAX_DAYS,
    visitorDraftDays: VISITOR_DRAFT_LIFE_MS / DAY_MS,
    checkEndingDays: CHECK_ENDING_DAYS,
    talkDays: TALK_MS / DAY_MS,
    escalateDays: ESCALATES_MS / DAY_MS,
    linkDays: LINK_DAYS,
    healthDays: HEALTH_DAYS,
    invitationDays: LINK_LIFE_MS.invitation / DAY_MS,
    resetMinutes: LINK_LIFE_MS.password_reset / MINUTE_MS,
  };
}
