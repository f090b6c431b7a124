import { plateText } from "@/domain/orders/document-numbers";
import { useLocale, useTranslations } from "next-intl";
import { SlotStateChip, SlotWindow } from "@/components/orders/slots-panel";
import { Panel } from "@/components/ui/blocks";
import { placeName } from "@/components/ui/words";
import { DataTable } from "@/components/ui/table/data-table";
import type { DisputedSlot } from "@/views/disputes";

/** Why a slot was booked in another's place, and why it was itself called off: each in its own sentence. */
function SlotWords({ slot }: { readonly slot: DisputedSlot }) {
  const t = useTranslations("slots");
  const { replaces, atFault, faultWords, endWords } = slot;
  return (
    <>
      {replaces !== null && atFault !== null && (
        <p>{t("history.replaces", { number: replaces, side: t(`side.${atFault}`), words: faultWords ?? "" })}</p>
      )}
      {endWords !== null && <p>{t("history.cancelledFor", { words: endWords })}</p>}
    </>
  );
}

/** The slots of a disputed order's trucks: where, when, what became of each, and why. */
export function DisputedSlots({ slots }: { readonly slots: readonly DisputedSlot[] }) {
  const t = useTranslations("slots");
  const words = useTranslations("disputes.disputed");
  const locale = useLocale();
  const number = (slot: DisputedSlot) => t("slot", { number: slot.number });
  const state = (slot: DisputedSlot) => <SlotStateChip state={slot.state} />;
  return (
    <Panel title={t("panel.title")} isFlush>
      <DataTable
        caption={t("panel.title")}
        rows={slots}
        rowKey={(slot) => `${slot.number}`}
        columns={[
          { key: "slot", head: t("column.slot"), cell: number, detail: ({ crossing }) => placeName(crossing, locale) },
          { key: "window", card: "route", head: t("column.window"), cell: (slot) => <SlotWindow slot={slot} /> },
          { key: "truck", card: "end", head: t("column.truck"), cell: ({ tractorPlate }) => plateText(tractorPlate) },
          { key: "state", card: "top", head: t("column.state"), cell: state },
          { key: "note", card: "facts", head: words("note"), cell: (slot) => <SlotWords slot={slot} /> },
        ]}
      />
    </Panel>
  );
}
