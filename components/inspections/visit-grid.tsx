import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/components/ui/figures";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import { type WaybillBox, WaybillGrid } from "@/components/ui/waybill-grid";
import type { Inspection, InspectionRound, VisitCharge } from "@/views/inspections";
import type { Instant } from "@/domain/shared/time";

/** A charge that is due only if it happens, in a few words with its price. */
export function useChargeWords() {
  const t = useTranslations("services");
  const locale = useLocale();
  return ({ code, basis, unitPrice, note }: VisitCharge): string => {
    const price = unitPrice && formatMoney(unitPrice, locale, { display: "code" });
    return [t(`charge.${code}`), t(`basis.${basis}`), price, note].filter(Boolean).join(" · ");
  };
}

const DEGREE = 1_000_000;
const METRES_PER_KILOMETRE = 1_000;

/** What the check-in gives reason to ask about, under what it is about. */
function useFlagWords(flags: InspectionRound["flags"]) {
  const t = useTranslations("inspections.flag");
  return (kind: InspectionRound["flags"][number]["kind"]) => {
    const flag = flags.find((one) => one.kind === kind);
    return flag && t(kind, { kilometres: Math.round((flag.metres ?? 0) / METRES_PER_KILOMETRE) });
  };
}

type VisitGridProps = { readonly view: Inspection; readonly round: InspectionRound; readonly zone: string };

/** Who came, when and where; and what a second visit costs by the bid. */
export function VisitGrid({ view, round, zone }: VisitGridProps) {
  const t = useTranslations("inspections.page");
  const locale = useLocale();
  const charge = useChargeWords();
  const time = (at: Instant | null) => (at === null ? t("notYet") : <TimeText at={at} zone={zone} />);
  const { position } = round;
  const flagged = useFlagWords(round.flags);
  const degrees = (value: number) => new Intl.NumberFormat(locale, { minimumFractionDigits: 5 }).format(value / DEGREE);
  const boxes: WaybillBox[] = [
    { number: 1, label: t("factory"), value: view.factoryAddress, span: 2 },
    { number: 2, label: t("inspector"), value: round.inspectorName ?? t("notYet") },
    { number: 3, label: t("day"), value: round.plannedDay ? <DateText day={round.plannedDay} hasYear /> : t("notYet") },
    { number: 4, label: t("arrived"), value: time(round.checkedInAt), detail: flagged("other_day") },
    { number: 5, label: t("left"), value: time(round.checkedOutAt) },
    { number: 6, label: t("minutes"), value: round.minutesOnSite ?? t("notYet") },
    {
      number: 7,
      label: t("place"),
      value: position
        ? `${degrees(position.latE6)}, ${degrees(position.lonE6)}`
        : round.checkedInAt === null
          ? t("notYet")
          : t("placeNotTold"),
      detail: flagged("far_from_goods"),
    },
    ...(view.manufacturer ? [{ number: 8, label: t("manufacturer"), value: view.manufacturer, span: 2 as const }] : []),
    ...(view.sampling ? [{ number: 9, label: t("sampling"), value: view.sampling, span: 2 as const }] : []),
    ...(round.charge ? [{ number: 10, label: t("charge"), value: charge(round.charge), span: "all" as const }] : []),
  ];
  return <WaybillGrid boxes={boxes.map((box, at) => ({ ...box, number: at + 1 }))} />;
}
