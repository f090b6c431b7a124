import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/party-name";
import { formatDay } from "@/components/ui/time/format-time";
import { useMilestoneName, useServiceName } from "@/components/services/service-words";
import type { ChainGate } from "@/views/chain";
import { type Gate, isRelease, type Step } from "@/domain/orders/chain/gate";
import { type GateState, visitDayOf, whyOf } from "@/domain/orders/chain/gate-state";
import type { Mode } from "@/domain/hubs/place";

/** Whether goods that failed wait for what the buyer makes of the report. */
export const isForDecision = ({ lifter, why }: Pick<ChainGate, "lifter" | "why">): boolean =>
  why === "inspection_failed" && lifter === "buyer";

/** Why a gate in this state is closed, as its words need it. */
export const causeOf = (state: GateState) => ({ why: whyOf(state), visitDay: visitDayOf(state) });

/** A gate of goods by such a mode in words: what it waits for, what it holds, why it is closed, and who can open it. */
export function useGateWords(mode: Mode) {
  const t = useTranslations("chain.gate");
  const service = useServiceName();
  const milestone = useMilestoneName(mode);
  const locale = useLocale();
  const stepWords = (step: Step) =>
    t("step", { service: service(step.service), milestone: milestone(step.service, step.code) });
  const needWords = ({ need }: Pick<Gate, "need">) =>
    need.kind === "step" ? stepWords(need.step) : t(`need.${need.kind}`);
  return {
    stepWords,
    needWords,
    holdsWords: ({ holds }: Pick<Gate, "holds">) => stepWords(holds),
    whyWords: ({ why, visitDay }: Pick<ChainGate, "why" | "visitDay">) =>
      why === null ? "" : t(`why.${why}`, { day: visitDay === null ? "" : formatDay(visitDay, locale) }),
    /** Who can lift it: whoever brings what it waits for, and the buyer by a waiver, or by stating a release with its number; of goods that failed the buyer's decision. */
    lifterWords: (
      { bringer, need, lifter, why }: Pick<ChainGate, "bringer" | "need" | "lifter" | "why">,
      buyer: string,
    ) => {
      if (why === "not_stated") return t("liftedByWord", { buyer });
      if (why === "undecided") return t("liftedByChoice", { buyer });
      if (isForDecision({ lifter, why })) return t("liftedByDecision", { buyer });
      if (isRelease({ need }))
        return bringer
          ? t("liftedByRelease", { provider: partyName(bringer, locale), buyer })
          : t("liftedByStatedRelease", { buyer });
      if (bringer) return t("liftedBy", { provider: partyName(bringer, locale), buyer });
      return need.kind === "papers" ? t("liftedByPapers", { buyer }) : t("liftedByBuyer", { buyer });
    },
  };
}
