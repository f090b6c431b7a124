import { GateRow } from "@/components/ui/gate-row";
import { plateText } from "@/domain/orders/document-numbers";
import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/words";
import { TimeText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { BorderSlot } from "@/views/slots";
import { useFeeWords } from "./slot-fees";
import { ButtonLink, Note, Panel } from "@/components/ui/blocks";
import type { Mark } from "@/domain/orders/slots/slot";
import type { SlotStep } from "@/domain/orders/slots/slot-turn";
import { Stamp } from "@/components/ui/state-chip";
import type { Instant } from "@/domain/shared/time";

/** A time by the crossing's clock, and by the reader's where that differs. */
function AtCrossing({ at, slot, zone }: { readonly at: number; readonly slot: BorderSlot; readonly zone: string }) {
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
export function SlotWaybill({ slot, zone }: { readonly slot: BorderSlot; readonly zone: string }) {
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
          value: <AtCrossing at={slot.windowFrom} slot={slot} zone={zone} />,
          detail: <TimeText at={slot.windowTo} zone={slot.crossing.zone} />,
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
          value: plateText(slot.tractorPlate),
          detail: [
            slot.trailerPlate && t("box.trailer", { plate: plateText(slot.trailerPlate) }),
            slot.elsewhere &&
              t(slot.elsewhere.isOver ? "box.wasShared" : "box.shared", {
                isOwn: String(slot.elsewhere.isOwn),
                reference: slot.elsewhere.reference,
              }),
          ]
            .filter(Boolean)
            .join(" · "),
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

type SlotTodoProps = { readonly slot: BorderSlot; readonly here: string; readonly step: SlotStep | null };

/** What the reader's side may do to a slot, and what the system has fixed: then the way round it, with what that costs. */
export function SlotTodo({ slot, here, step }: SlotTodoProps) {
  const t = useTranslations("slots");
  const fees = useFeeWords();
  const isFixed = slot.rules.isFixed && (slot.state === "confirmed" || slot.state === "called");
  const words = (one: SlotStep) =>
    one === "rebook" && (slot.state === "forfeited" || slot.state === "cancelled")
      ? t("todo.rebookLost")
      : t(`todo.${one}`);
  return (
    <Panel title={t("todo.title")} id="todo">
      <div className="form-stack">
        {isFixed && <Note>{t("fixed", { fee: fees.rebooking(slot.rebooking) })}</Note>}
        {slot.steps.length === 0 ? (
          <p>{t("todo.none")}</p>
        ) : (
          <div className="flow">
            {slot.steps
              .filter((one) => one !== step)
              .map((one) => (
                <ButtonLink key={one} href={`${here}?step=${one}#slot-form`}>
                  {words(one)}
                </ButtonLink>
              ))}
          </div>
        )}
      </div>
    </Panel>
  );
}

type Entry = {
  readonly key: string;
  readonly what: string;
  readonly say?: string;
  readonly at: Instant;
  /** When it was told, where that is kept. */
  readonly toldAt?: Instant | null;
};

/** Under which name what was told of a truck stands in the history. */
const KEY_OF: Readonly<Record<Mark, string>> = {
  called: "called",
  in: "entered",
  crossed: "crossed",
  missed: "forfeited",
};

function useEntries(slot: BorderSlot): Entry[] {
  const t = useTranslations("slots.history");
  const named = [
    ["requested", slot.requestedAt],
    ["paid", slot.paidAt],
    ["confirmed", slot.confirmedAt],
    ["called", slot.calledAt],
    ["entered", slot.enteredAt],
    ["crossed", slot.crossedAt],
  ] as const;
  const toldOf = (key: string) => slot.told.find(({ as }) => KEY_OF[as] === key);
  const entries: Entry[] = named.flatMap(([key, at]) => {
    if (at === null) return [];
    const told = toldOf(key);
    return [{ key, what: t(key), at, toldAt: told?.at, say: told?.unusual ? t(`unusual.${told.unusual}`) : undefined }];
  });
  if (slot.endedAt === null) return entries;
  const key = slot.state === "forfeited" ? "forfeited" : "cancelled";
  const end = { key, what: t(key), say: slot.endWords ?? undefined, at: slot.endedAt, toldAt: toldOf(key)?.at };
  return [...entries, end];
}

/** What has become of a slot, in the order of its steps, with what it replaces and what replaces it. */
export function SlotHistory({ slot, zone }: { readonly slot: BorderSlot; readonly zone: string }) {
  const t = useTranslations("slots.history");
  const side = useTranslations("slots.side");
  const entries = useEntries(slot);
  return (
    <Panel title={t("title")} isFlush>
      <ol className="gates">
        {entries.map(({ key, what, say, at, toldAt }, index) => (
          <GateRow
            key={key}
            look="is-done"
            number={index + 1}
            name={what}
            say={say}
            effect={
              toldAt != null && (
                <span>
                  {t("reported")} <TimeText at={toldAt} zone={zone} />
                </span>
              )
            }
            end={<Stamp verdict={what} where={<TimeText at={at} zone={zone} />} />}
          />
        ))}
      </ol>
      <div className="panel-body">
        {slot.replaces !== null && slot.atFault !== null && (
          <p>{t("replaces", { number: slot.replaces, side: side(slot.atFault), words: slot.faultWords ?? "" })}</p>
        )}
        {slot.replacedBy !== null && <p>{t("replacedBy", { number: slot.replacedBy })}</p>}
        {slot.moveCount > 0 && <p>{t("moved", { count: slot.moveCount })}</p>}
        {slot.proofFileId !== null && <p>{t("proof")}</p>}
      </div>
    </Panel>
  );
}
