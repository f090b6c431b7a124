"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { useTypedValues } from "@/components/ui/form/typed-values";
import { numberFormat } from "@/components/ui/format";
import { typedWork } from "@/domain/services/inspection/typed-work";
import { manDayRuleOf, manDaysMilli, planOf, testPlanOf, visitOf } from "@/domain/services/inspection/work";
import type { FormValues } from "@/domain/shared/form-state";
import { useTestName } from "./test-name";

export type PlanLiveProps = { readonly prefix: string; readonly values: FormValues };

/** Samples, checks and man-days of what is typed, kept up while typing; without a script as of the last save. */
export function PlanLive({ prefix, values }: PlanLiveProps) {
  const t = useTranslations("service-inspection.live");
  const note = useTranslations("service-inspection.note");
  const classWord = useTranslations("services.plan");
  const measure = useTranslations("services.measure");
  const number = numberFormat(useLocale(), {});
  const testName = useTestName();
  const place = useRef<HTMLOutputElement>(null);
  const work = typedWork(useTypedValues(place, values), prefix);
  const [plan, tests] = work ? [planOf(work), testPlanOf(work)] : [[], []];
  const [visit, manDays, rule] = work ? [visitOf(work), manDaysMilli(work), manDayRuleOf(work)] : [null, null, null];
  const lines = [
    ...plan.map((row) => ({ ...row, name: classWord(row.defectClass) })),
    ...tests.map((row) => ({ ...row, name: testName(row) })),
  ];
  return (
    <>
      <output ref={place} className="span-12 block text-sm text-ink-2">
        {lines.map((line, at) => (
          // Two tests may be named alike while they are typed.
          <span key={`${line.name}-${at.toString()}`} className="block">
            {t("line", {
              name: line.name,
              letter: line.codeLetter,
              size: line.sampleSize,
              accept: line.acceptanceNumber,
              reject: line.rejectionNumber,
            })}
          </span>
        ))}
        {lines.length === 0 && visit === null && t("nothingYet")}
      </output>
      {visit !== null && (
        <output className="live-sums span-12">
          <span>{t("checks", { count: visit.checks })}</span>
          <span>{t("hours", { count: Math.ceil(visit.minutes / 60) })}</span>
          {manDays !== null && (
            <span>{measure("man_day", { value: number.format(manDays / 1000), count: manDays / 1000 })}</span>
          )}
        </output>
      )}
      {rule && <p className="span-12 text-sm text-ink-2">{note(rule.code, rule.values)}</p>}
    </>
  );
}
