import { useLocale, useTranslations } from "next-intl";
import { useMilestoneName } from "@/components/services/service-name";
import type { Mode } from "@/domain/hubs/place";
import type { Due, DueStart } from "@/domain/orders/due";
import { DAY_MS, MINUTE_MS } from "@/domain/shared/time";
import type { OrderState, Service } from "@/domain/shared/vocabulary";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import { TimeText } from "@/components/ui/time/time-text";

/** A due time in words: what says so, of the market or of the kind itself, and of which step. */
export function useDueWords(mode: Mode) {
  const words = useTranslations();
  const milestone = useMilestoneName(mode);
  const sourceWords = (service: Service, { source, field }: Pick<Due, "source" | "field">): string =>
    (words as (key: string) => string)(
      source === "task"
        ? "orders.due.task"
        : source === "rule" || source === "dispute"
          ? `orders.due.${source}.${field}`
          : `service-${service}.due.${source}.${field}`,
    );
  const startName = (service: Service, { what }: Pick<DueStart, "what">): string =>
    (words as (key: string, values: object) => string)(`service-${service}.dueStart.${what}`, { mode });
  const locale = useLocale();
  return {
    sourceWords,
    startName,
    /** From what a time is counted, or what it waits for before it runs: a sentence. */
    startWords: (service: Service, start: DueStart, zone: string): string => {
      const [what, { at, code }] = [startName(service, start), start];
      if (at === null) return words("orders.due.notRunning", { step: milestone(service, code), what });
      const time = `${formatTime(at, { locale, zone })} ${zoneName(at, zone, locale)}`;
      return words("orders.due.countedFrom", { what, time });
    },
    /** For how long a time stood still while the work lay with the buyer: a sentence; null where it did not. */
    stoodWords: ({ stood }: Pick<Due, "stood">): string | null => {
      if (stood === undefined) return null;
      const minutes = Math.round(stood.ms / MINUTE_MS);
      const length = {
        ...{ hours: Math.floor(minutes / 60), minutes: minutes % 60 },
        days: Math.round(stood.ms / DAY_MS),
      };
      return words("orders.due.stood", { ...length, by: stood.by });
    },
    whyWords: (service: Service, due: Due): string =>
      words("orders.due.why", { step: milestone(service, due.code), source: sourceWords(service, due) }),
  };
}

type DueTextProps = {
  readonly order: { readonly service: Service; readonly mode: Mode; readonly state: OrderState };
  readonly due: Due | null;
  /** What a promised time waits for before it runs; null where it runs, or nobody promised one. */
  readonly waitsToRun: DueStart | null;
  /** Whether its provider is late. */
  readonly isOverdue: boolean;
  /** Whether the time has passed, though others are waited for. */
  readonly isPast: boolean;
  /** The step that comes next, so that a promise of a later one names it. */
  readonly next: string | null;
  readonly zone: string;
};

/** What says by when of itself what is to be done, without a step. */
const OF_NO_STEP: ReadonlySet<Due["source"]> = new Set(["rule", "task", "dispute"]);

/** By when a step is due, in words where that has passed, and what says so. A delivery that the buyer wants changed came by its promised time or not: none is set for the next. */
export function DueText({ order, due, waitsToRun, isOverdue, isPast, next, zone }: DueTextProps) {
  const t = useTranslations("orders.due");
  const words = useDueWords(order.mode);
  const milestone = useMilestoneName(order.mode);
  const { service, state } = order;
  const untimed = () => t(state === "changes_requested" ? "again" : "none");
  if (due === null)
    return (
      <span className="due is-open">
        {waitsToRun ? t("waitsToRun", { what: words.startName(service, waitsToRun) }) : untimed()}
      </span>
    );
  return (
    <span className={isOverdue ? "due is-overdue" : "due"}>
      {isPast && <b>{t(isOverdue ? "overdue" : "passed")}</b>}
      <TimeText at={due.at} zone={zone} hasZone={false} />
      <small>
        {OF_NO_STEP.has(due.source) || due.code === next
          ? words.sourceWords(service, due)
          : t("of", { step: milestone(service, due.code), source: words.sourceWords(service, due) })}
      </small>
    </span>
  );
}
