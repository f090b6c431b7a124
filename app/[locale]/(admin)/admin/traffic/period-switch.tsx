import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/actions/segmented";
import { addressWith, PRESETS, type TrafficAddress } from "./traffic-address";

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
