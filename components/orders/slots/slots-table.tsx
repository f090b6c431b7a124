import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeText } from "@/components/ui/time/time-text";
import { TurnMark } from "@/components/ui/turn/turn-mark";
import type { Side } from "@/domain/orders/slots/sides";
import type { ShownSlot, SlotsView } from "@/domain/orders/slots/slot-view";
import { useFeeWords } from "./fee-words";
import { SlotStateChip } from "./slot-state-chip";
import { slotTurnHolder, useSlotWords } from "./slot-turn";

function SlotTurn({ slot, side }: { readonly slot: ShownSlot; readonly side: Side }) {
  const words = useSlotWords(slot, side);
  return (
    <TurnMark
      who={slotTurnHolder(slot, side)}
      name={words.name}
      next={slot.next.whose === null ? undefined : words.sentence}
    />
  );
}

/** From when until when a truck may cross, by the clock at the crossing. */
function SlotWindow({ slot }: { readonly slot: ShownSlot }) {
  const { zone } = slot.crossing;
  return (
    <>
      <TimeText at={slot.window.from} zone={zone} hasZone={false} /> – <TimeText at={slot.window.to} zone={zone} />
    </>
  );
}

/** The order's slots: where, when, with which truck, and whose turn it is. */
export function SlotsTable({ view }: { readonly view: SlotsView }) {
  const t = useTranslations("slots");
  const locale = useLocale();
  const fees = useFeeWords();
  const columns: Column<ShownSlot>[] = [
    {
      key: "slot",
      head: t("column.slot"),
      cell: ({ number }) => t("slot", { number }),
      detail: ({ crossing }) => placeName(crossing, locale),
    },
    { key: "window", head: t("column.window"), cell: (slot) => <SlotWindow slot={slot} /> },
    { key: "truck", head: t("column.truck"), cell: ({ tractorPlate }) => tractorPlate },
    {
      key: "fee",
      head: t("column.fee"),
      className: "max-wide:hidden",
      cell: ({ fee, feePaidBy }) => (feePaidBy ? `${fees.amount(fee)}, ${t(`paidBy.${feePaidBy}`)}` : fees.amount(fee)),
    },
    { key: "state", head: t("column.state"), cell: ({ state }) => <SlotStateChip state={state} /> },
    { key: "turn", head: t("column.turn"), cell: (slot) => <SlotTurn slot={slot} side={view.side} /> },
  ];
  return (
    <DataTable
      caption={t("panel.title")}
      columns={columns}
      rows={view.slots}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/${locale}/orders/${view.orderId}/slots/${id}`}
      isYours={(slot) => slotTurnHolder(slot, view.side) === "you"}
      card={(slot) => (
        <RowCard
          number={t("slot", { number: slot.number })}
          chip={<SlotStateChip state={slot.state} />}
          end={slot.tractorPlate}
          title={placeName(slot.crossing, locale)}
          route={<SlotWindow slot={slot} />}
          facts={fees.amount(slot.fee)}
          turn={<SlotTurn slot={slot} side={view.side} />}
        />
      )}
    />
  );
}
