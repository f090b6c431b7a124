import { QuietChip } from "@/components/ui/cells";
import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/words";
import { ButtonLink, Note, Panel } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import type { ShownBid } from "@/views/bids";
import type { BuyerRecord, Debrief, DecisionPage, Disqualification } from "@/views/decisions";
import type { Instant } from "@/domain/shared/time";
import type { ReactNode } from "react";
import { DISQUALIFY_CODES, type DisqualifyCode } from "@/domain/requests/reasons";
import { ShareText } from "@/components/ui/share-text";
import { CARD_DAYS } from "@/domain/award/buyer-card";

type DecisionPanelProps = {
  readonly page: DecisionPage;
  readonly bids: readonly ShownBid[];
  readonly compareHref: string;
  readonly here: string;
  readonly zone: string;
};

const isOpenTo = (page: DecisionPage, bid: ShownBid): boolean =>
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
        {page.extensionsLeft !== null && <p className="field-help">{t("left", { count: page.extensionsLeft })}</p>}
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

type ProlongPanelProps = {
  readonly validUntil: Instant;
  readonly decideBy: Instant;
  readonly href: string;
  readonly zone: string;
};

/** Until when a bid binds, and the way to hold it for longer. */
export function ProlongPanel({ validUntil, decideBy, href, zone }: ProlongPanelProps) {
  const t = useTranslations("decide.prolong");
  return (
    <Panel
      title={t("title")}
      id="prolong"
      tools={
        <ButtonLink size="small" href={href}>
          {t("title")}
        </ButtonLink>
      }
    >
      <p>
        {t("ends")} <TimeText at={validUntil} zone={zone} />
      </p>
      <p>{t("lead")}</p>
      {validUntil < decideBy && <Note tone="warn">{t("short")}</Note>}
    </Panel>
  );
}

type DisqualificationListProps = {
  readonly all: readonly Disqualification[];
  readonly zone: string;
  /** What its reader may do to it now. */
  readonly toolsOf: (one: Disqualification) => ReactNode;
};

/** What was put out of the running and why, with what both sides wrote and what became of it. */
export function DisqualificationList({ all, zone, toolsOf }: DisqualificationListProps) {
  const t = useTranslations("decide.disqualify");
  return (
    <Panel title={t("title")} id="disqualifications" isFlush>
      <ul className="version-list" aria-label={t("caption")}>
        {all.map((one) => (
          <li key={`${one.bidId}.${one.code}`} id={`disqualification-${one.bidId}`}>
            <Entry one={one} zone={zone} />
            <div className="flow px-4 py-2">{toolsOf(one)}</div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Entry({ one, zone }: { readonly one: Disqualification; readonly zone: string }) {
  const t = useTranslations("decide.disqualify");
  const locale = useLocale();
  const isOut = one.state === "effective";
  const name = one.bidder ? partyName(one.bidder, locale) : t("own");
  return (
    <>
      <div className="version-head">
        <b>{isOut ? <s>{name}</s> : name}</b>
        <TimeText at={one.createdAt} zone={zone} />
        <QuietChip icon={isOut ? "x" : "circle-dashed"}>{t(`states.${one.state}`)}</QuietChip>
        {one.isCuring && one.cureEndsAt !== null && (
          <span>
            {t("until")} <TimeText at={one.cureEndsAt} zone={zone} />
          </span>
        )}
      </div>
      <p className="px-4 py-2">{t("wrote", { code: t(`code.${one.code}`), words: one.words })}</p>
      {one.cureWords && one.cureSentAt !== null && (
        <p className="px-4 py-2">
          <TimeText at={one.cureSentAt} zone={zone} /> {t("answer", { words: one.cureWords })}
        </p>
      )}
      {isOut && one.endWords && <p className="px-4 py-2">{t("refused", { words: one.endWords })}</p>}
    </>
  );
}

const isDisqualify = (code: string): code is DisqualifyCode => (DISQUALIFY_CODES as readonly string[]).includes(code);

/** Why a bid did not win: its place and its gap in bands, and the reason; nothing of the bid that won. */
export function DebriefPanel({ debrief }: { readonly debrief: Debrief }) {
  const t = useTranslations("decide");
  const { rank, gap, code, detail, words, choice } = debrief;
  const why =
    detail === null
      ? null
      : code === "disqualified" && isDisqualify(detail)
        ? t(`disqualify.code.${detail}`)
        : t(`end.${detail}`);
  return (
    <Panel title={t("debrief.title")} id="debrief">
      <p>
        {t(`debrief.code.${code}`)} {why}
      </p>
      {words !== "" && (
        <p>
          {t("debrief.words")} {words}
        </p>
      )}
      {rank !== null && (
        <p>
          {t(`debrief.rank.${rank}`)} {gap !== null && t(`debrief.gap.${gap}`)}
        </p>
      )}
      {choice !== null && <p>{t(`debrief.choice.${choice.code}`, { words: choice.words })}</p>}
      {rank !== null && <p className="field-help">{t("debrief.rule")}</p>}
    </Panel>
  );
}

/** How a buyer has treated those who bid, for those who consider bidding. */
export function BuyerCardPanel({ record }: { readonly record: BuyerRecord }) {
  const t = useTranslations("decide.card");
  const { closedCount, cancelledCount, inTimeCount, undecidedCount, medianHours } = record;
  return (
    <Panel title={t("title")} id="buyer-card" aside={t("period", { days: CARD_DAYS })} fold="closed">
      {closedCount === 0 ? (
        <p>{t("new")}</p>
      ) : (
        <dl className="form-grid">
          <div className="field">
            <dt className="field-label">{t("inTime")}</dt>
            <dd>{t("inTimeOf", { count: inTimeCount, all: closedCount - cancelledCount })}</dd>
          </div>
          <div className="field">
            <dt className="field-label">{t("median")}</dt>
            <dd>{medianHours === null ? t("none") : t("medianHours", { hours: medianHours })}</dd>
          </div>
          <div className="field">
            <dt className="field-label">{t("ghosting")}</dt>
            <dd>
              <ShareText part={undecidedCount} whole={closedCount} unit={t("unit")} />
            </dd>
          </div>
        </dl>
      )}
    </Panel>
  );
}
