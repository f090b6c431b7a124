"use client";

import { useLocale, useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { VolumeText } from "@/components/ui/figures/volume-text";
import { WeightText } from "@/components/ui/figures/weight-text";
import { typedTotals } from "@/domain/deals/posting/typed-totals";
import type { FormValues } from "@/domain/shared/form-state";

type TypedTotalsLiveProps = { readonly form: RefObject<HTMLFormElement | null>; readonly values: FormValues };

const cargoOf = (form: HTMLFormElement): FormValues =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      name.startsWith("cargo") && typeof value === "string" ? [[name, value]] : [],
    ),
  );

/** Weight, volume and density of the typed lines, kept up while typing; without a script as of the last save. */
export function TypedTotalsLive({ form, values }: TypedTotalsLiveProps) {
  const t = useTranslations("deals.form.totals");
  const locale = useLocale();
  const [totals, setTotals] = useState(() => typedTotals(values));
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const onInput = () => setTotals(typedTotals(cargoOf(element)));
    element.addEventListener("input", onInput);
    return () => element.removeEventListener("input", onInput);
  }, [form]);
  const number = (value: number) => numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  return (
    <output className="flow text-sm text-ink-2">
      <span>{t("packages", { count: totals.packages })}</span>
      <WeightText grams={totals.grossWeightGrams} />
      <VolumeText cm3={totals.volumeCm3} />
      {totals.kgPerCbm !== null && <span>{t("density", { value: number(totals.kgPerCbm) })}</span>}
    </output>
  );
}
