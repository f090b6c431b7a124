import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import { TimeText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { ShownSlot } from "@/domain/orders/slots/slot-view";
import { useFeeWords } from "./fee-words";

/** A time by the crossing's clock, and by the reader's where that differs. */
function AtCrossing({ at, slot, zone }: { readonly at: number; readonly slot: ShownSlot; readonly zone: string }) {
  return (
    <>
      <TimeText at={at} zone={slot.crossing.zone} />
      {zone !== slot.crossing.zone && (
        <small>
          <TimeText at={at} zone={zone} />
        </small>
      )}
    </>
  );
}

/** What a slot is, in numbered boxes. */
export function SlotWaybill({ slot, zone }: { readonly slot: ShownSlot; readonly zone: string }) {
  const t = useTranslations("slots");
  const system = useTranslations("service-logistics.option.slotSystem");
  const locale = useLocale();
  const fees = useFeeWords();
  const { arriveFrom, arriveBy } = slot;
  const time = (at: number) => () => <TimeText at={at} zone={slot.crossing.zone} />;
  return (
    <WaybillGrid
      columns={4}
      boxes={[
        { number: 1, label: t("box.crossing"), value: placeName(slot.crossing, locale) },
        {
          number: 2,
          label: t("box.window"),
          value: <AtCrossing at={slot.window.from} slot={slot} zone={zone} />,
          detail: <TimeText at={slot.window.to} zone={slot.crossing.zone} />,
        },
        {
          number: 3,
          label: t("box.arrive"),
          value: arriveBy === null ? t("box.anyTime") : t.rich("box.arriveBy", { time: time(arriveBy) }),
          detail: arriveFrom !== null && t.rich("box.arriveFrom", { time: time(arriveFrom) }),
        },
        {
          number: 4,
          label: t("box.truck"),
          value: slot.tractorPlate,
          detail: slot.trailerPlate && t("box.trailer", { plate: slot.trailerPlate }),
        },
        {
          number: 5,
          label: t("box.drivers"),
          value: slot.drivers.map(({ name, document, phone }) => (
            <span key={document} className="block">
              {name} <small>{[document, phone].filter(Boolean).join(" · ")}</small>
            </span>
          )),
        },
        {
          number: 6,
          label: t("box.system"),
          value: system(slot.system),
          detail: slot.systemReason ?? t(`kind.${slot.kind}`),
        },
        { number: 7, label: t("box.number"), value: slot.bookingNumber ?? t("box.none") },
        {
          number: 8,
          label: t("box.fee"),
          value: fees.amount(slot.fee),
          detail: slot.feePaidBy && t(`paidBy.${slot.feePaidBy}`),
        },
      ]}
    />
  );
}
