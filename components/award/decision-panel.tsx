import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/party-name";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Note } from "@/components/ui/page/note";
import { Panel } from "@/components/ui/page/panel";
import { TimeText } from "@/components/ui/time/time-text";
import type { ShownBid } from "@/domain/bidding/bid-view";
import type { DecidePage } from "@/domain/award/decide-view";

type DecisionPanelProps = {
  readonly page: DecidePage;
  readonly bids: readonly ShownBid[];
  readonly compareHref: string;
  readonly here: string;
  readonly zone: string;
};

const isOpenTo = (page: DecidePage, bid: ShownBid): boolean =>
  bid.state === "submitted" && !page.disqualifications.some((one) => one.bidId === bid.id && one.isCuring);

/** What a buyer owes its bidders: an award, a rejection with its reason, or a later time; and the bids that it may put out. */
export function DecisionPanel({ page, bids, compareHref, here, zone }: DecisionPanelProps) {
  const t = useTranslations("decide.panel");
  const locale = useLocale();
  const standing = bids.filter((bid) => isOpenTo(page, bid));
  const curing = page.disqualifications.filter((one) => one.isCuring);
  return (
    <Panel title={t("title")} id="decision">
      <div className="form-stack">
        <p>{t("lead")}</p>
        {curing.map(
          ({ bidId, cureEndsAt }) =>
            cureEndsAt !== null && (
              <Note key={bidId}>
                {t("waits")} <TimeText at={cureEndsAt} zone={zone} />
              </Note>
            ),
        )}
        {page.mayDecide && standing.length === 0 && curing.length === 0 && <Note tone="warn">{t("noBids")}</Note>}
        <div className="flow">
          {page.mayDecide && <ButtonLink href={compareHref}>{t("compare")}</ButtonLink>}
          {page.mayDecide && <ButtonLink href={`${here}?decide=reject#decide-form`}>{t("reject")}</ButtonLink>}
          {page.mayExtend && <ButtonLink href={`${here}?decide=extend#decide-form`}>{t("extend")}</ButtonLink>}
        </div>
        {page.extensions && <p className="field-help">{t("left", { count: page.extensions.left })}</p>}
        {page.mayDecide && standing.length > 0 && (
          <div>
            <h3 className="field-label">{t("bids")}</h3>
            <ul>
              {standing.map((bid) => (
                <li key={bid.id} className="flow py-2">
                  <span>{bid.provider ? partyName(bid.provider, locale) : bid.letter}</span>
                  <ButtonLink
                    size="small"
                    variant="quiet"
                    href={`${here}?decide=disqualify.${bid.id}#decide-form`}
                    aria-label={`${t("disqualify")} ${bid.provider ? partyName(bid.provider, locale) : bid.letter}`}
                  >
                    {t("disqualify")}
                  </ButtonLink>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Panel>
  );
}
