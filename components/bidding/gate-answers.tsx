import { useTranslations } from "next-intl";
import { GateList } from "@/components/requests/terms/gate-list";
import type { BidContent } from "@/domain/bidding/bid";
import { answerTo } from "@/domain/bidding/text/gates/gate-answers";
import type { Gate } from "@/domain/requests/terms";

type GateAnswersProps = { readonly gates: readonly Gate[]; readonly content: BidContent };

/** What a bid says to the gates of its request; nothing where it has none. */
export function GateAnswers({ gates, content }: GateAnswersProps) {
  const t = useTranslations("requests.terms");
  if (gates.length === 0) return null;
  return (
    <section className="px-4 py-2">
      <h3 className="text-sm font-medium">{t("gateAnswers")}</h3>
      <GateList gates={gates} answerOf={(gate) => answerTo(content.gateAnswers, gate)} />
    </section>
  );
}
