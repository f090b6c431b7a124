import { useTranslations } from "next-intl";
import { useMilestoneName } from "@/components/services/words/service-words";
import type { Mode } from "@/domain/hubs/place";
import type { Due } from "@/domain/orders/due";
import type { Service } from "@/domain/shared/service";

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
  return {
    sourceWords,
    whyWords: (service: Service, due: Due): string =>
      words("orders.due.why", { step: milestone(service, due.code), source: sourceWords(service, due) }),
  };
}
