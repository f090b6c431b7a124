import { getTranslations } from "next-intl/server";
import { partyName } from "@/components/ui/party-name";
import { ScoreSheet } from "@/components/award/beside/score/score-sheet";
import { ServiceName } from "@/components/services/face/service-name";
import { Panel } from "@/components/ui/page/panel";
import type { Actor } from "@/domain/access/actor";
import type { ComparePage } from "@/domain/award/compare-view";
import { platform } from "@/server/platform/platform";
import { scoreSheet } from "@/server/award/queries/scores";
import { scoreBidAction } from "./actions";

type ScorePanelProps = { readonly page: ComparePage; readonly actor: Actor; readonly locale: string };

/** Where one of the buyer's people scores the opened bids at the buyer's own criteria; nothing where there are none. */
export async function ScorePanel({ page, actor, locale }: ScorePanelProps) {
  const t = await getTranslations("award");
  const nameOf = (providerId: string): string => {
    const provider = page.providers.find(({ id }) => id === providerId);
    return provider ? t("bidder", { letter: provider.letter, name: partyName(provider, locale) }) : "";
  };
  const services = page.services.filter(({ criteria }) => criteria.some(({ kind }) => kind === "own"));
  const sheets = await Promise.all(
    services.map(async (service) => ({
      service,
      bids: await scoreSheet(platform().database.read, actor, service.requestId),
    })),
  );
  const shown = sheets.filter(({ bids }) => bids !== null && bids.length > 0);
  if (shown.length === 0) return null;
  return (
    <div className="mt-3">
      <Panel title={t("score.title")} id="scores" isFlush>
        <p className="px-4 py-3 text-ink-2">{t("score.lead")}</p>
        {shown.map(({ service, bids }) => (
          <details key={service.requestId} className="border-t border-line" open>
            <summary className="px-4 py-2">
              <ServiceName service={service.service} /> {service.reference}
            </summary>
            <ScoreSheet
              action={scoreBidAction}
              dealId={page.dealId}
              criteria={service.criteria}
              bids={(bids ?? []).map(({ bidId, providerId, points }) => ({
                bidId,
                name: nameOf(providerId),
                points: [...points],
              }))}
            />
          </details>
        ))}
      </Panel>
    </div>
  );
}
