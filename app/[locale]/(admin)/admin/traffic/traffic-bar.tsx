import { formatDay } from "@/components/ui/time/format-time";
import { type PeriodRefusal, TRAFFIC_MEASURES, type TrafficPeriod } from "@/domain/hubs/traffic";
import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/segmented";
import { COMPARISONS, PRESETS, type TrafficAddress, addressWith, keptByForm } from "./traffic-address";
import { Note } from "@/components/ui/blocks";
import { REFUSAL_IDS, TrafficFilters } from "@/components/admin/traffic/traffic-filters";
import type { Place } from "@/domain/hubs/place";

/** First and last day as the reader writes them. */
export const periodWords = ({ from, to }: TrafficPeriod, locale: string): { from: string; to: string } => ({
  from: formatDay(from, locale, true),
  to: formatDay(to, locale, true),
});

type PeriodSwitchProps = {
  readonly base: string;
  readonly address: TrafficAddress;
  /** What else of the address stays. */
  readonly more?: Readonly<Record<string, string>>;
};

/** The usual periods, each with its own address. */
export function PeriodSwitch({ base, address, more = {} }: PeriodSwitchProps) {
  const t = useTranslations("admin.traffic.preset");
  return (
    <Segmented
      label={t("label")}
      items={PRESETS.map((preset) => ({
        href: base + addressWith(address, { more, preset }),
        label: t(preset),
        isCurrent: address.preset === preset,
      }))}
    />
  );
}

/** Which days the address says wrong or too late, and what is shown instead. */
export function TrafficRefusals({ address }: { readonly address: TrafficAddress }) {
  const t = useTranslations("admin.traffic");
  const months = ({ details }: PeriodRefusal) => ({ months: Number(details?.months ?? 0) });
  const { refusal, comparisonRefusal, isCut } = address;
  return (
    <>
      {isCut && <Note tone="warn">{t("cutAtToday")}</Note>}
      {refusal && (
        <div id={REFUSAL_IDS.period}>
          <Note tone="warn">{t(`refused.${refusal.code}`, months(refusal))}</Note>
        </div>
      )}
      {comparisonRefusal && (
        <div id={REFUSAL_IDS.comparison}>
          <Note tone="warn">{t(`comparisonRefused.${comparisonRefusal.code}`, months(comparisonRefusal))}</Note>
        </div>
      )}
    </>
  );
}

/** Every corridor of the market: between China and each country that it has a place in, both ways. */
export function corridorCodes(places: ReadonlyMap<string, Place>): string[] {
  const countries = [...new Set([...places.values()].map((place) => place.country))].filter((code) => code !== "CN");
  return countries.sort().flatMap((country) => [`CN-${country}`, `${country}-CN`]);
}

type TrafficBarProps = {
  readonly base: string;
  readonly address: TrafficAddress;
  readonly corridors: readonly string[];
  /** What else of the address stays. */
  readonly kept?: Readonly<Record<string, string>>;
  /** Whether the page compares its period with another one. */
  readonly isCompared?: boolean;
  /** What somebody looks for among the rows of the page; nothing where it has none. */
  readonly q?: string;
};

/** What is measured and compared, and the filters; all of it lives in the address. */
export function TrafficBar({ base, address, corridors, kept = {}, isCompared = true, q }: TrafficBarProps) {
  const t = useTranslations("admin.traffic");
  const { question, preset, comparison, fields, refusal, comparisonRefusal } = address;
  const more = { ...kept, ...(q && { q }) };
  const { compareFrom, compareTo } = fields;
  // Where no comparison is shown, the days that were chosen for it only stay.
  const hidden: Record<string, string> = isCompared || comparison !== null ? {} : { compareFrom, compareTo };
  return (
    <div className="traffic-bar">
      <Segmented
        label={t("measure.label")}
        items={TRAFFIC_MEASURES.map((measure) => ({
          href:
            base +
            addressWith(
              address,
              measure === "deals" ? { more, measure, service: null, hasPayment: true } : { more, measure },
            ),
          label: t(`measure.${measure}`),
          isCurrent: measure === question.measure,
        }))}
      />
      {isCompared && (
        <Segmented
          label={t("comparison.label")}
          items={COMPARISONS.map((one) => ({
            href: base + addressWith(address, { more, comparison: one }),
            label: t(`comparison.${one}`),
            isCurrent: one === comparison,
          }))}
        />
      )}
      <TrafficFilters
        action={base}
        measure={question.measure}
        days={{ ...fields, isChosen: preset === null, isRefused: refusal !== null }}
        compared={
          isCompared
            ? {
                from: compareFrom,
                to: compareTo,
                isChosen: comparison !== "before",
                isRefused: comparisonRefusal !== null,
              }
            : null
        }
        corridor={question.corridor ?? ""}
        service={question.service ?? ""}
        hasPayment={question.hasPayment}
        corridors={corridors}
        kept={{ ...kept, ...keptByForm(address), ...hidden }}
        q={q}
        without={{
          q: base + addressWith(address, { more: kept }),
          period: base + addressWith(address, { more, preset: "90d" }),
          comparison: base + addressWith(address, { more, comparison: "before" }),
          corridor: base + addressWith(address, { more, corridor: null }),
          service: base + addressWith(address, { more, service: null }),
          payment: base + addressWith(address, { more, hasPayment: true }),
        }}
      />
    </div>
  );
}
