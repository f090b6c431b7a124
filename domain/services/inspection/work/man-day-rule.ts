import {
  FIXED_MINUTES,
  MINUTES_PER_CHECK,
  MINUTES_PER_MAN_DAY,
  MINUTES_PER_TEST,
  MINUTES_PER_UNIT_MAX,
} from "./man-days";
import { type AskedWork, type PlannedVisit, visitOf } from "./work";

/** Words of `note.<code>` with the figures by which man-days were planned. */
export type ManDayRule = { readonly code: string; readonly values: Readonly<Record<string, number>> };

/** How the man-days of a request were planned, so that nobody has to take them on trust. Null where nobody is on site or nothing is known yet. */
export function manDayRuleOf(work: AskedWork): ManDayRule | null {
  switch (work.type) {
    case "lab_test":
      return null;
    case "container_loading":
    case "factory_audit":
      return { code: `man_day_rule.${work.type}`, values: {} };
    default: {
      const visit = visitOf(work);
      return (
        visit && {
          code: `man_day_rule.${work.type === "defect_sorting" ? "sorting" : "sampled"}`,
          values: valuesOf(visit),
        }
      );
    }
  }
}

const valuesOf = ({ checks, tests, minutes }: PlannedVisit) => ({
  ...{ checks, tests, minutes, fixed: FIXED_MINUTES, perCheck: MINUTES_PER_CHECK },
  ...{ perUnitMax: MINUTES_PER_UNIT_MAX, perTest: MINUTES_PER_TEST, perDay: MINUTES_PER_MAN_DAY },
});
