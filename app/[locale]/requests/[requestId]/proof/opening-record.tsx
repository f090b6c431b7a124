import { getLocale, getTranslations } from "next-intl/server";
import { HashText, MinutesView } from "@/components/requests/proof-view";
import { ButtonLink, Panel } from "@/components/ui/blocks";
import type { Actor } from "@/domain/access/policy";
import type { RequestPage } from "@/views/requests";
import { pageReader } from "@/server/platform/page-reader";
import { proofSummary } from "@/server/bidding/queries/proof";

type OpeningRecordProps = { readonly request: RequestPage; readonly actor: Actor; readonly zone: string };

/** From the close on: the way to the proof, and for the buyer and its bidders the root and the minutes of the opening. */
export async function OpeningRecord({ request, actor, zone }: OpeningRecordProps) {
  if (request.closedAt === null) return null;
  const isParty = request.side === "buyer" || request.ownBid !== null;
  const [locale, t, summary] = await Promise.all([
    getLocale(),
    getTranslations("requests.proof"),
    isParty ? proofSummary(pageReader(), actor, request) : null,
  ]);
  const link = (
    <ButtonLink size="small" href={`/${locale}/requests/${request.id}/proof`}>
      {t("open")}
    </ButtonLink>
  );
  return (
    <Panel title={t("record.title")} tools={link} isFlush>
      {summary?.minutes ? (
        <MinutesView minutes={summary.minutes} zone={zone} />
      ) : (
        <p className="p-4">
          {t("record.closed")} {summary?.root && <HashText>{summary.root}</HashText>}
        </p>
      )}
    </Panel>
  );
}
