import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/actions/segmented";
import { addressWith, PRESETS, type TrafficAddress } from "./traffic-address";

/** The usual periods, each with its own address. */
export function PeriodSwitch({ base, address }: { readonly base: string; readonly address: TrafficAddress }) {
  const t = useTranslations("admin.traffic.preset");
  return (
    <Segmented
      label={t("label")}
      items={PRESETS.map((preset) => ({
        href: base + addressWith(address, { preset }),
        label: t(preset),
        isCurrent: address.preset === preset,
      }))}
    />
  );
}
