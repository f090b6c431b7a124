import { useServiceName } from "@/components/services/service-words";
import { placeName } from "@/components/ui/party-name";
import { useLocale, useTranslations } from "next-intl";
import { fallbackId } from "@/components/requests/fallback-panel";
import { RequestTurnMark, turnHolder, wordedAct } from "@/components/requests/request-summary";
import { ServiceName } from "@/components/services/service-name";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import { TurnBar, TurnDeadline } from "@/components/ui/turn-bar";
import { alsoWaiting, nextRequest, waitingForBuyer } from "@/domain/deals/deal-turn";
import type { DealPage, DealRequest } from "@/views/deals";

type DealTurnProps = { readonly deal: DealPage; readonly zone: string; readonly now: number };

function hrefOf({ id, service, turn }: DealRequest, deal: string, locale: string): string {
  if (turn.order) return `/${locale}/orders/${turn.order.id}`;
  if (turn.act === "decide") return `${deal}/compare`;
  if (turn.act === "state") return `${deal}/chain#gates`;
  if (turn.act === "reply") return `/${locale}/requests/${id}#questions`;
  return turn.act === "choose" ? `${deal}#${fallbackId(service)}` : `/${locale}/requests/${id}`;
}

/** First on a deal's page: who moves next, what follows, by when. */
export function DealTurnBar({ deal, zone, now }: DealTurnProps) {
  const t = useTranslations("deals.turn");
  const turn = useTranslations("requests.turn");
  const service = useServiceName();
  const locale = useLocale();
  const next = nextRequest(deal.requests);
  if (!next) return <TurnBar who="other" whoLabel={t("nobody")} sentence={t("nothingAsked")} />;
  const who = turnHolder({ turn: next.turn, side: "buyer" });
  const { act, holder, by } = next.turn;
  const worded = wordedAct({ turn: next.turn, side: "buyer" });
  const waiting = waitingForBuyer(deal.requests);
  const href = hrefOf(next, `/${locale}/deals/${deal.id}`, locale);
  return (
    <TurnBar
      who={who}
      whoLabel={who === "you" ? t("yours") : turn(`holder.${holder}`)}
      sentence={t(`say.${worded}`, { service: service(next.service), count: next.turn.questions ?? waiting })}
      next={t(`next.${worded}`)}
      {...(by === null
        ? {}
        : {
            deadline: (
              <TurnDeadline
                label={<TimeText at={by} zone={zone} hub={{ name: placeName(deal.hub, locale), zone: deal.hubZone }} />}
              >
                <TimeLeft until={by} now={now} isBare />
              </TurnDeadline>
            ),
          })}
      {...(who === "you"
        ? {
            action: (
              <ButtonLink variant="primary" href={href}>
                {t(`do.${act}`)}
              </ButtonLink>
            ),
          }
        : {})}
    />
  );
}

/** What else waits for the buyer of a deal, behind what its turn bar names. */
export function AlsoWaiting({ deal, zone }: Omit<DealTurnProps, "now">) {
  const t = useTranslations("deals.turn");
  const locale = useLocale();
  const requests = alsoWaiting(deal.requests);
  if (requests.length === 0) return null;
  return (
    <section className="form-stack" aria-label={t("also")}>
      <b>{t("also")}</b>
      <ul className="form-stack">
        {requests.map((request) => (
          <li key={request.id} className="flow">
            <Anchor href={hrefOf(request, `/${locale}/deals/${deal.id}`, locale)}>
              <ServiceName service={request.service} />
            </Anchor>
            <RequestTurnMark turn={request.turn} side="buyer" zone={zone} />
          </li>
        ))}
      </ul>
    </section>
  );
}
