import { useTranslations } from "next-intl";
import { Button, Note } from "@/components/ui/blocks";
import type { OutboxView } from "./outbox";
import { TimeText } from "@/components/ui/time/time-text";

type OutboxNoteProps = { readonly shown: OutboxView<unknown>; readonly onSend: () => void };

/** Says what of one's reports the market has and what still lies on this phone. Speaks from the room `field`. */
export function OutboxNote({ shown: { waiting, state, sentCount }, onSend }: OutboxNoteProps) {
  const t = useTranslations("field.outbox");
  const count = waiting?.length ?? 0;
  const refused = waiting?.filter(({ refusal }) => refusal !== null).length ?? 0;
  if (waiting === null) return null;
  if (count === 0)
    return sentCount === 0 ? null : (
      <Note tone="ok" isLive>
        {t("allSent", { count: sentCount })}
      </Note>
    );
  if (state === "over")
    return (
      <Note tone="warn" isLive>
        {t("over", { count })}
      </Note>
    );
  return (
    <Note tone="warn" isLive>
      <p>{state === "sending" ? t("sending", { count }) : t("waiting", { count })}</p>
      {refused > 0 && <p>{t("refused", { count: refused })}</p>}
      {state !== "sending" && (
        <Button type="button" icon="send" onClick={onSend}>
          {t("sendNow")}
        </Button>
      )}
    </Note>
  );
}

export type WaitingItem = {
  readonly id: string;
  readonly name: string;
  /** When it happened or was written, in epoch milliseconds. */
  readonly at: number;
  /** What it waits for, or why it was not taken. */
  readonly says: string;
  /** Opens it to be corrected; absent where it cannot be here. */
  readonly onCorrect?: (() => void) | null;
  /** Gives it up; null where it only waits. */
  readonly onDiscard: (() => void) | null;
};

type WaitingItemsProps = {
  readonly items: readonly WaitingItem[];
  readonly discard: string;
  /** Named where items can be corrected. */
  readonly correct?: string;
};

/** The zone of this phone, which is also that of the times its holder types. */
const phoneZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What lies on this phone, one by one, each with what it waits for or why it was not taken. */
export function WaitingItems({ items, discard, correct }: WaitingItemsProps) {
  return (
    <ol className="field-waiting">
      {items.map(({ id, name, at, says, onCorrect, onDiscard }) => (
        <li key={id}>
          <b>{name}</b> <TimeText at={at} zone={phoneZone()} hasZone={false} />
          <span className="block text-ink-2">{says}</span>
          <span className="flow">
            {onCorrect && (
              <Button type="button" size="small" variant="primary" onClick={onCorrect}>
                {correct}
              </Button>
            )}
            {onDiscard && (
              <Button type="button" size="small" onClick={onDiscard}>
                {discard}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
