import { useTranslations } from "next-intl";
import { TrafficFilters } from "@/components/admin/traffic/traffic-filters";
import { Segmented } from "@/components/ui/actions/segmented";
import { TRAFFIC_MEASURES } from "@/domain/hubs/traffic";
import { addressWith, type TrafficAddress } from "./traffic-address";

type TrafficBarProps = {
  readonly base: string;
  readonly address: TrafficAddress;
  readonly corridors: readonly string[];
  /** What else of the address stays. */
  readonly kept?: Readonly<Record<string, string>>;
};

/** What is measured, and the filters; both live in the address. */
export function TrafficBar({ base, address, corridors, kept: more = {} }: TrafficBarProps) {
  const t = useTranslations("admin.traffic.measure");
  const { question, preset } = address;
  const kept: Record<string, string> = { ...more };
  if (question.measure !== "orders") kept.measure = question.measure;
  if (preset && preset !== "90d") kept.period = preset;
  return (
    <div className="traffic-bar">
      <Segmented
        label={t("label")}
        items={TRAFFIC_MEASURES.map((measure) => ({
          href:
            base +
            addressWith(
              address,
              measure === "deals" ? { more, measure, service: null, hasPayment: true } : { more, measure },
            ),
          label: t(measure),
          isCurrent: measure === question.measure,
        }))}
      />
      <TrafficFilters
        action={base}
        measure={question.measure}
        chosen={preset === null ? question.period : null}
        corridor={question.corridor ?? ""}
        service={question.service ?? ""}
        hasPayment={question.hasPayment}
        corridors={corridors}
        kept={kept}
        without={{
          period: base + addressWith(address, { more, preset: "90d" }),
          corridor: base + addressWith(address, { more, corridor: null }),
          service: base + addressWith(address, { more, service: null }),
          payment: base + addressWith(address, { more, hasPayment: true }),
        }}
      />
    </div>
  );
}
