import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeText } from "@/components/ui/time/time-text";
import { TurnMark } from "@/components/ui/turn-bar";
import type { Side } from "@/domain/orders/slots/sides";
import type { BorderSlot, SlotList } from "@/views/slots";
import { useFeeWords } from "./slot-fees";
import { SlotStateChip, slotTurnHolder, useSlotWords } from "./slot-state";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";

function SlotTurn({ slot, side }: { readonly slot: BorderSlot; readonly side: Side }) {
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
export function SlotWindow({ slot }: { readonly slot: Pick<BorderSlot, "windowFrom" | "windowTo" | "crossing"> }) {
  const { zone } = slot.crossing;
  return (
    <>
      <TimeText at={slot.windowFrom} zone={zone} hasZone={false} /> – <TimeText at={slot.windowTo} zone={zone} />
    </>
  );
}

/** The order's slots: where, when, with which truck, and whose turn it is. */
function SlotsTable({ view }: { readonly view: SlotList }) {
  const t = useTranslations("slots");
  const locale = useLocale();
  const fees = useFeeWords();
  const columns: Column<BorderSlot>[] = [
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

type SlotsPanelProps = {
  readonly view: SlotList;
  /** The form for another slot, where the reader may ask for one. */
  readonly form: ReactNode;
  /** Whether the form is asked for; a first slot's stands open. */
  readonly isAsked: boolean;
};

/** What is booked in another system than the bid names, each with the reason that was given for it. */
function OtherSystems({ slots, agreedSystem }: Pick<SlotList, "slots" | "agreedSystem">) {
  const t = useTranslations("slots.panel");
  const name = useTranslations("service-logistics.option.slotSystem");
  return slots.map(({ id, number, system, systemReason: reason }) =>
    reason === null || agreedSystem === null ? null : (
      <p key={id}>{t("otherSystem", { number, system: name(system), agreed: name(agreedSystem), reason })}</p>
    ),
  );
}

/** The slots of an order on its page, each with its own page, and the form for another one. */
export function SlotsPanel({ view, form, isAsked }: SlotsPanelProps) {
  const t = useTranslations("slots.panel");
  const locale = useLocale();
  const name = useTranslations("service-logistics.option.slotSystem");
  const { slots, asking, booker, side, trucks, isNeeded, isReportedByHand } = view;
  const isShown = form !== null && (isAsked || slots.length === 0);
  const why =
    asking.isOpen || asking.why === "not_permitted"
      ? null
      : asking.why === "other_side"
        ? null
        : t(`why.${asking.why}`);
  return (
    <Panel title={t("title")} id="slots" isFlush aside={t("count", { trucks })}>
      {slots.length > 0 ? (
        <SlotsTable view={view} />
      ) : isReportedByHand ? (
        <EmptyState reason={t("byHand")} detail={isNeeded ? (why ?? undefined) : t("why.slot_too_late")} />
      ) : isNeeded ? (
        <EmptyState reason={t("empty")} detail={why ?? t("emptyDetail")} />
      ) : (
        <EmptyState reason={t("emptyOver")} detail={t("why.slot_too_late")} />
      )}
      <div className="panel-body form-stack">
        <OtherSystems slots={slots} agreedSystem={view.agreedSystem} />
        {slots.length > 0 && why && <p className="field-help">{why}</p>}
        {side !== booker && <p className="field-help">{t(booker === "buyer" ? "bookerBuyer" : "bookerProvider")}</p>}
        {isShown && form}
        {form !== null && !isShown && (
          <div className="flow">
            <ButtonLink href={`/${locale}/orders/${view.orderId}?slot=new#slot-form`} icon="plus">
              {t("new")}
            </ButtonLink>
          </div>
        )}
        {isShown && view.otherSystems.length > 0 && (
          <div className="flow">
            {view.otherSystems.map((system) => (
              <ButtonLink
                key={system}
                href={`/${locale}/orders/${view.orderId}?slot=new&system=${system}#slot-form`}
                variant="quiet"
              >
                {t("bookIn", { system: name(system) })}
              </ButtonLink>
            ))}
          </div>
        )}
      </div>
    </Panel>
  );
}
