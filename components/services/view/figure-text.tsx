import { useLocale, useTranslations } from "next-intl";
import { CountText } from "@/components/ui/figures/count-text";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { MoneyText } from "@/components/ui/figures/money-text";
import { VolumeText } from "@/components/ui/figures/volume-text";
import { WeightText } from "@/components/ui/figures/weight-text";
import type { FigureValue } from "@/domain/services/figure";
import { useDurationWords } from "../words/duration-words";
import { SamplingPlanTable } from "../inspection/view/sampling-plan-table";
import { TestPlanTable } from "../inspection/view/test-plan-table";

/** A computed figure in the reader's digits and units. */
export function FigureText({ value }: { readonly value: Exclude<FigureValue, { kind: "note" }> }) {
  switch (value.kind) {
    case "weight":
      return <WeightText grams={value.weightGrams} />;
    case "volume":
      return <VolumeText cm3={value.volumeCm3} />;
    case "count":
      return <CountText value={value.count} />;
    case "money":
      return <MoneyText {...value.money} display="code" />;
    case "duration":
      return <DurationText minutes={value.minutes} />;
    case "quantity":
      return <QuantityText {...value} />;
    case "plan":
      return (
        <>
          <SamplingPlanTable rows={value.rows} />
          {value.tests.length > 0 && <TestPlanTable rows={value.tests} />}
        </>
      );
    case "text":
      return value.text;
  }
}

function DurationText({ minutes }: { readonly minutes: number }) {
  return useDurationWords()(minutes);
}

function QuantityText({ unit, quantityMilli }: Extract<FigureValue, { kind: "quantity" }>) {
  const measure = useTranslations("services.measure");
  const count = quantityMilli / 1000;
  return measure(unit, { value: numberFormat(useLocale(), { maximumFractionDigits: 1 }).format(count), count });
}
