import { type LookState, QuietChip, type TurnHolder, TurnMark } from "@/components/ui/cells";
import { plateText } from "@/domain/orders/document-numbers";
import { useLocale, useTranslations } from "next-intl";
import { Stamp, StateChip } from "@/components/ui/state-chip";
import type { Side, SlotState } from "@/domain/orders/slots/slot";
import { TurnBar, TurnDeadline } from "@/components/ui/turn-bar";
import type { BorderSlot, SlotList } from "@/views/slots";
import type { ReactNode } from "react";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import type { Instant } from "@/domain/shared/time";
import { placeName } from "@/components/ui/words";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { useFeeWords } from "./slot-fees";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";

const LOOKS: Readonly<Record<Exclude<SlotState, "cancelled">, LookState>> = {
  requested: "open",
  paid: "open",
  confirmed: "awarded",
  called: "transit",
  in: "transit",
  crossed: "completed",
  forfeited: "held",
};

export function SlotStateChip({ state }: { readonly state: SlotState }) {
  const t = useTranslations("slots.state");
  if (state === "cancelled") return <QuietChip icon="x">{t(state)}</QuietChip>;
  return <StateChip state={LOOKS[state]}>{t(state)}</StateChip>;
}

/** Whose turn a slot is for the reader. */
export function slotTurnHolder({ next, state }: Pick<BorderSlot, "next" | "state">, side: Side): TurnHolder {
  if (next.whose === null) return state === "crossed" ? "done" : "other";
  return next.whose === side ? "you" : "other";
}

/** Who, what they do, and what follows. */
export function useSlotWords(slot: BorderSlot, side: Side) {
  const t = useTranslations("slots");
  const { what, whose } = slot.next;
  const missing = slot.undeclared.map((one) => t(`declared.${one}`)).join(t("and"));
  return {
    who: whose === null ? t("turn.nobody") : whose === side ? t("turn.yours") : t(`turn.${whose}`),
    name: whose === null ? t("turn.nobody") : whose === side ? t("turn.you") : t(`side.${whose}`),
    sentence: t(`next.${what}`, { missing }),
    then:
      what === "nothing"
        ? undefined
        : what === "arrive" && slot.arriveBy === null
          ? t("then.arriveFree")
          : t(`then.${what}`),
  };
}

type SlotTurnBarProps = {
  readonly slot: BorderSlot;
  readonly view: SlotList;
  readonly now: Instant;
  readonly zone: string;
  readonly action?: ReactNode;
};

/** Whose turn a slot is, and until when by the clock at the crossing too. */
export function SlotTurnBar({ slot, view, now, zone, action }: SlotTurnBarProps) {
  const t = useTranslations("slots.turn");
  const words = useSlotWords(slot, view.side);
  const who = slotTurnHolder(slot, view.side);
  const { by } = slot.next;
  const hub = { ...view.hub, ...slot.crossing };
  return (
    <TurnBar
      who={who}
      whoLabel={words.who}
      sentence={words.sentence}
      next={words.then}
      deadline={
        by !== null ? (
          <TurnDeadline
            label={
              <>
                {t("by")} <DeadlineText at={by} zone={zone} hub={hub} />
              </>
            }
          >
            <TimeLeft until={by} now={now} />
          </TurnDeadline>
        ) : slot.crossedAt !== null ? (
          <Stamp verdict={t("crossedStamp")} where={<TimeText at={slot.crossedAt} zone={zone} />} />
        ) : undefined
      }
      action={who === "you" ? action : undefined}
    />
  );
}

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
    { key: "window", card: "route", head: t("column.window"), cell: (slot) => <SlotWindow slot={slot} /> },
    { key: "truck", card: "end", head: t("column.truck"), cell: ({ tractorPlate }) => plateText(tractorPlate) },
    {
      key: "fee",
      card: "facts",
      head: t("column.fee"),
      className: "desk:max-wide:hidden",
      cell: ({ fee, feePaidBy }) => (feePaidBy ? `${fees.amount(fee)}, ${t(`paidBy.${feePaidBy}`)}` : fees.amount(fee)),
      // Booked anew a slot costs a hundred times one in turn.
      detail: ({ fee, kind }) => fee && t(`kind.${kind}`),
    },
    { key: "state", card: "top", head: t("column.state"), cell: ({ state }) => <SlotStateChip state={state} /> },
    { key: "turn", card: "turn", head: t("column.turn"), cell: (slot) => <SlotTurn slot={slot} side={view.side} /> },
  ];
  return (
    <DataTable
      caption={t("panel.title")}
      columns={columns}
      rows={view.slots}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/${locale}/orders/${view.orderId}/slots/${id}`}
      isYours={(slot) => slotTurnHolder(slot, view.side) === "you"}
    />
  );
}

type SlotsPanelProps = {
  readonly view: SlotList;
  /** The form for another slot, where the reader may ask for one. */
  readonly form: ReactNode;
  /** Whether the form is asked for; a first slot's stands open. */
  readonly isAsked: boolean;
  /** Whether a phone opens it by itself. */
  readonly fold: "open" | "closed";
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
export function SlotsPanel({ view, form, isAsked, fold }: SlotsPanelProps) {
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
    <Panel title={t("title")} id="slots" isFlush aside={t("count", { trucks })} fold={fold}>
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
                className="text-start whitespace-normal"
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
