import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/page/panel";
import { TimeText } from "@/components/ui/time/time-text";
import { Stamp } from "@/components/ui/turn/stamp";
import type { Instant } from "@/domain/shared/instant";
import type { ShownSlot } from "@/domain/orders/slots/slot-view";

type Entry = { readonly key: string; readonly what: string; readonly say?: string; readonly at: Instant };

function useEntries(slot: ShownSlot): Entry[] {
  const t = useTranslations("slots.history");
  const named = [
    ["requested", slot.requestedAt],
    ["paid", slot.paidAt],
    ["confirmed", slot.confirmedAt],
    ["called", slot.calledAt],
    ["entered", slot.enteredAt],
    ["crossed", slot.crossedAt],
  ] as const;
  const entries: Entry[] = named.flatMap(([key, at]) => (at === null ? [] : [{ key, what: t(key), at }]));
  if (slot.endedAt === null) return entries;
  const end = slot.state === "forfeited" ? "forfeited" : "cancelled";
  return [...entries, { key: end, what: t(end), say: slot.endWords ?? undefined, at: slot.endedAt }];
}

/** What has become of a slot, in the order of its steps, with what it replaces and what replaces it. */
export function SlotHistory({ slot, zone }: { readonly slot: ShownSlot; readonly zone: string }) {
  const t = useTranslations("slots.history");
  const side = useTranslations("slots.side");
  const entries = useEntries(slot);
  return (
    <Panel title={t("title")} isFlush>
      <ol className="gates">
        {entries.map(({ key, what, say, at }, index) => (
          <li key={key} className="is-done">
            <span className="gate-number">{index + 1}</span>
            <span className="gate-name">
              <b>{what}</b>
            </span>
            <span className="gate-say">{say}</span>
            <span className="gate-effect" />
            <span className="gate-end">
              <Stamp verdict={what} where={<TimeText at={at} zone={zone} />} />
            </span>
          </li>
        ))}
      </ol>
      <div className="panel-body">
        {slot.replacesNumber !== null && slot.atFault !== null && (
          <p>
            {t("replaces", { number: slot.replacesNumber, side: side(slot.atFault), words: slot.faultWords ?? "" })}
          </p>
        )}
        {slot.replacedByNumber !== null && <p>{t("replacedBy", { number: slot.replacedByNumber })}</p>}
        {slot.moveCount > 0 && <p>{t("moved", { count: slot.moveCount })}</p>}
        {slot.proofFileId !== null && <p>{t("proof")}</p>}
      </div>
    </Panel>
  );
}
