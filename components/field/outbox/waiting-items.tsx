import { Button } from "@/components/ui/actions/button";
import { TimeText } from "@/components/ui/time/time-text";

export type WaitingItem = {
  readonly id: string;
  readonly name: string;
  /** When it happened or was written, in epoch milliseconds. */
  readonly at: number;
  /** What it waits for, or why it was not taken. */
  readonly says: string;
  /** Gives it up; null where it only waits. */
  readonly onDiscard: (() => void) | null;
};

type WaitingItemsProps = { readonly items: readonly WaitingItem[]; readonly discard: string };

/** The zone of this phone, which is also that of the times its holder types. */
const phoneZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What lies on this phone, one by one, each with what it waits for or why it was not taken. */
export function WaitingItems({ items, discard }: WaitingItemsProps) {
  return (
    <ol className="field-waiting">
      {items.map(({ id, name, at, says, onDiscard }) => (
        <li key={id}>
          <b>{name}</b> <TimeText at={at} zone={phoneZone()} hasZone={false} />
          <span className="block text-ink-2">{says}</span>
          {onDiscard && (
            <Button type="button" size="small" onClick={onDiscard}>
              {discard}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
