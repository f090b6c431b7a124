import { type FailReason, foundOf, type PendingReason, type Results } from "../../domain/inspections/results/results";
import type { PlanPoint, RoundPlan } from "../../domain/inspections/round-plan";
import { defectName } from "../../domain/inspections/defect-codes";
import type { Locale } from "@/domain/shared/locale";
import { PHOTO_SUBJECTS } from "../../domain/services/inspection/choices";
import type { TestPlanRow } from "../../domain/services/inspection/work";
import { type Translate, translator } from "../platform/translate";

type Values = Readonly<Record<string, string | number>>;

/** A sentence in both languages of a report. */
export type Both = readonly [string, string];

/** The words of a report, each in its two languages. */
export type ReportWords = {
  readonly say: (key: string, values?: Values) => Both;
  readonly point: (point: PlanPoint | undefined) => Both;
  readonly test: (row: Pick<TestPlanRow, "test" | "text"> | undefined) => Both;
  /** A kind of defect, and what a photo shows: the market's word, else as the inspector wrote it. */
  readonly defect: (code: string) => Both;
  readonly photo: (about: string) => Both;
  readonly why: (reason: FailReason | PendingReason, of: { plan: RoundPlan; results: Results }) => Both;
};

const pointIn = (t: Translate, point: PlanPoint | undefined): string =>
  [point?.code && t(`service-inspection.option.checkpoint.${point.code}`), point?.text].filter(Boolean).join(": ");

const defectIn = (t: Translate, code: string): string =>
  defectName(code, (known) => t(`inspections.defectCode.${known}`));

function testIn(t: Translate, row: Pick<TestPlanRow, "test" | "text"> | undefined): string {
  if (!row) return "";
  const { test, text } = row;
  const word = t(`service-inspection.option.test.${test}`);
  if (!text) return word;
  return test === "other" ? text : t("service-inspection.option.test.named", { test: word, text });
}

/** What a reason is filled with, in one language. */
function valuesOf(
  t: Translate,
  reason: FailReason | PendingReason,
  { plan, results }: { plan: RoundPlan; results: Results },
): Values {
  switch (reason.kind) {
    case "class_over":
    case "defects_without_limit":
      return {
        class: t(`inspections.class.${reason.defectClass}`),
        found: foundOf(results, reason.defectClass),
        limit: plan.rows.find(({ defectClass }) => defectClass === reason.defectClass)?.acceptanceNumber ?? 0,
      };
    case "test_over":
      return {
        name: testIn(t, plan.tests[reason.test]),
        failed: results.tests.find(({ test }) => test === reason.test)?.failed ?? 0,
        limit: plan.tests[reason.test]?.acceptanceNumber ?? 0,
      };
    case "presented_short":
    case "presented_over":
      return {
        name: plan.lines[reason.line]?.name ?? t("inspections.site.wholeLot"),
        presented: results.quantities.find(({ line }) => line === reason.line)?.presented ?? 0,
        ordered: plan.lines[reason.line]?.ordered ?? 0,
      };
    case "packed_short":
      return { percent: reason.percent, minimum: reason.minimum };
    case "critical_defect":
      return {};
    default:
      return { name: pointIn(t, plan.points[reason.point]) };
  }
}

/** The words of a report in its two languages, the first first. */
export function reportWords([first, second]: readonly [Locale, Locale]): ReportWords {
  const [one, two] = [translator(first), translator(second)];
  const both = (word: (t: Translate) => string): Both => [word(one), word(two)];
  return {
    say: (key, values) => both((t) => t(key, values)),
    point: (point) => both((t) => pointIn(t, point)),
    test: (row) => both((t) => testIn(t, row)),
    defect: (code) => both((t) => defectIn(t, code)),
    photo: (about) =>
      both((t) => {
        const shows = PHOTO_SUBJECTS.find((one) => one === about);
        return shows ? t(`service-inspection.option.photo.${shows}`) : defectIn(t, about);
      }),
    why: (reason, of) => both((t) => t(`inspections.why.${reason.kind}`, valuesOf(t, reason, of))),
  };
}
