import { Sentences } from "@/components/ui/page/sentences";
import { useLocale, useTranslations } from "next-intl";
import { BuyerCardPanel } from "@/components/award/buyer-card-panel";
import { DebriefPanel } from "@/components/award/debrief-panel";
import { DecisionPanel } from "@/components/award/decision-panel";
import { DisqualificationList } from "@/components/award/disqualification-list";
import { ProlongPanel } from "@/components/award/prolong-panel";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Note } from "@/components/ui/page/note";
import { TimeText } from "@/components/ui/time/time-text";
import type { Actor } from "@/domain/access/actor";
import type { RequestPage } from "@/domain/bidding/bid-view";
import type { DecidePage, ShownDisqualification } from "@/domain/award/decide-view";
import type { Instant } from "@/domain/shared/instant";
import { chosenForm } from "./chosen-form";
import { CureFiles } from "./cure-files";
import { DecideStep } from "./decide-step";

type DecideSectionProps = {
  readonly page: DecidePage;
  readonly request: RequestPage;
  readonly actor: Actor;
  readonly now: Instant;
  readonly zone: string;
  readonly here: string;
  /** What the address asks for: a form, and how an upload went. */
  readonly asked: { readonly decide?: unknown; readonly files?: unknown };
};

/** All that belongs to the decision, for this reader: what the buyer owes, what is mended, why a bid lost, how the buyer decides. */
export function DecideSection(props: DecideSectionProps) {
  const { page, request, actor, now, zone, here, asked } = props;
  const [locale, t] = [useLocale(), useTranslations("decide.end")];
  const form = chosenForm(asked.decide, page, request);
  const latest = page.extensions?.latest ?? null;
  const isDeciding = page.mayDecide || page.mayExtend;
  return (
    <>
      {latest && <Moved latest={latest} zone={zone} />}
      {page.end?.kind === "cancelled" && page.end.code && <Note>{t(page.end.code)}</Note>}
      {page.debrief && <DebriefPanel debrief={page.debrief} />}
      {form && <DecideStep form={form} {...{ page, request, now, zone, here }} />}
      {isDeciding && (
        <DecisionPanel
          page={page}
          bids={request.bids ?? []}
          compareHref={`/${locale}/deals/${request.dealId}/compare`}
          {...{ here, zone }}
        />
      )}
      {page.disqualifications.length > 0 && (
        <>
          <DisqualificationList
            all={page.disqualifications}
            zone={zone}
            toolsOf={(one) =>
              page.mayDecide ? <Judge one={one} here={here} /> : <Waiting one={one} request={request} />
            }
          />
          <CureFiles
            {...{ page, request, actor, now, zone, here }}
            outcome={typeof asked.files === "string" ? asked.files : null}
          />
        </>
      )}
      {page.mayProlong && request.ownBid && (
        <ProlongPanel
          validUntil={request.ownBid.versions[0].content.validUntil as Instant}
          decideBy={request.decideBy}
          href={`${here}?decide=prolong#decide-form`}
          zone={zone}
        />
      )}
      {page.card && <BuyerCardPanel card={page.card} />}
    </>
  );
}

function Moved({
  latest,
  zone,
}: {
  readonly latest: { readonly decideBy: Instant; readonly reason: string };
  readonly zone: string;
}) {
  const t = useTranslations("decide.panel");
  return (
    <Note>
      {t("moved")} <TimeText at={latest.decideBy} zone={zone} /> <q>{latest.reason}</q>
    </Note>
  );
}

function Judge({ one, here }: { readonly one: ShownDisqualification; readonly here: string }) {
  const t = useTranslations("decide");
  if (!one.isCuring) return null;
  return (
    <>
      <ButtonLink size="small" href={`${here}?decide=accept.${one.bidId}#decide-form`}>
        {t(one.state === "answered" ? "form.accept.send" : "disqualify.takeBack")}
      </ButtonLink>
      {one.state === "answered" && (
        <ButtonLink size="small" variant="quiet" href={`${here}?decide=uphold.${one.bidId}#decide-form`}>
          {t("form.uphold.send")}
        </ButtonLink>
      )}
    </>
  );
}

/** What its bidder is to know while it waits for either side. */
function Waiting({ one, request }: { readonly one: ShownDisqualification; readonly request: RequestPage }) {
  const t = useTranslations("decide.disqualify");
  if (!one.isCuring || request.side !== "bidder") return null;
  return one.state === "curing" ? (
    <p>
      <Sentences>
        {t("mendLead")}
        {t("mendSilence")}
      </Sentences>
    </p>
  ) : (
    <p>{t("sentSilence")}</p>
  );
}
