import { useTranslations } from "next-intl";
import { useMilestoneName, useStepToCome } from "@/components/services/service-words";
import { StateChip } from "@/components/ui/state-chip";
import type { Mode } from "@/domain/hubs/place";
import type { LateStep } from "@/domain/orders/late-step";
import type { Service } from "@/domain/shared/service";
import { HOUR_MS, MINUTE_MS } from "@/domain/shared/instant";
import { LateReason } from "./milestone-list";

const MINUTES_PER_HOUR = HOUR_MS / MINUTE_MS;
const HOURS_PER_DAY = 24;
/** From two days on nobody counts hours. */
const IN_DAYS_FROM = 2 * HOURS_PER_DAY;

const minutesOf = (at: number): number => Math.floor(at / MINUTE_MS);

/** By how much a step is late: full hours, from two days on full days, counted between its times as a page shows them, to the minute. */
export function useLateBy(): (late: Pick<LateStep, "dueAt" | "lateMs">) => string {
  const t = useTranslations("orders.late");
  return ({ dueAt, lateMs }) => {
    const minutes = minutesOf(dueAt + lateMs) - minutesOf(dueAt);
    const hours = Math.floor(minutes / MINUTES_PER_HOUR);
    if (hours >= IN_DAYS_FROM) return t("by", { unit: "days", n: Math.floor(hours / HOURS_PER_DAY) });
    return t("by", { unit: hours === 0 ? "under" : "hours", n: hours });
  };
}

type LateMarkProps = {
  readonly order: { readonly service: Service; readonly mode: Mode };
  readonly late: LateStep;
};

/** That a step is or was late: by how much, which, and why where the provider has said so. */
export function LateMark({ order, late }: LateMarkProps) {
  const milestone = useMilestoneName(order.mode);
  const toCome = useStepToCome(order.mode);
  const lateBy = useLateBy();
  const isOpen = late.occurredAt === null;
  return (
    <span className="late">
      <StateChip state="closing">{lateBy(late)}</StateChip>{" "}
      <small>
        {isOpen ? toCome(order.service, late.code) : milestone(order.service, late.code)}
        {!isOpen && <LateReason {...late} />}
      </small>
    </span>
  );
}
