import { useTranslations } from "next-intl";
import { TrafficFilters } from "@/components/admin/traffic/traffic-filters";
import { Segmented } from "@/components/ui/actions/segmented";
import { TRAFFIC_MEASURES } from "@/domain/hubs/traffic";
import { addressWith, COMPARISONS, keptByForm, type TrafficAddress } from "./traffic-address";

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
