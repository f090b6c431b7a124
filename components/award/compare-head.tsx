import { useLocale, useTranslations } from "next-intl";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { HubName, partyName, placeName } from "@/components/ui/words";
import { turnHolder, wordedAct } from "@/components/requests/request-summary";
import { useServiceName } from "@/components/services/service-name";
import { useFigureSource } from "@/components/services/country-name";
import { Anchor, ButtonLink, Note, Panel } from "@/components/ui/blocks";
import { formatMoney, MoneyText } from "@/components/ui/figures";
import { PageHead } from "@/components/ui/page-head";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TurnBar, TurnDeadline } from "@/components/ui/turn-bar";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { ComparePage } from "@/views/comparison";
import type { RequestTurn } from "@/domain/requests/request-turn";
import type { Instant } from "@/domain/shared/time";
import { CURRENCIES } from "@/domain/shared/money";
import { percentWords } from "@/components/bidding/commercial-terms";
import { useBidderName } from "./bidder-name";
import type { Disqualification } from "@/views/decisions";

type CompareHeadProps = { readonly page: ComparePage; readonly now: Instant; readonly zone: string };

/** Above the comparison: whose turn and by when, the deal in boxes, the currency with the dated rates it is compared at. */
export function CompareHead({ page, now, zone }: CompareHeadProps) {
  const t = useTranslations("award");
  const locale = useLocale();
  return (
    <>
      <PageHead
        title={page.title}
        crumb={[
          { label: t("page.deals"), href: `/${locale}/deals` },
          { label: page.dealReference, href: `/${locale}/deals/${page.dealId}` },
          { label: t("page.title") },
        ]}
        actions={
          <ButtonLink
            href={`/${locale}/deals/${page.dealId}/compare/export?deal=${page.dealId}&currency=${page.currency}`}
            download
            icon="file-text"
          >
            {t("page.export")}
          </ButtonLink>
        }
      />
      <CompareTurn page={page} now={now} zone={zone} />
      <WaybillGrid
        columns={5}
        isTight
        boxes={[
          { number: 1, label: t("box.goods"), value: page.title },
          {
            number: 2,
            label: t("box.from"),
            value: placeName(page.origin, locale),
            detail: <DateText day={page.leaveDay} />,
          },
          { number: 3, label: t("box.through"), value: <HubName {...page.hub} /> },
          { number: 4, label: t("box.to"), value: placeName(page.destination, locale) },
          { number: 5, label: t("box.value"), value: <MoneyText {...page.goodsValue} /> },
        ]}
      />
      <CompareCurrency page={page} />
    </>
  );
}

const AWARDED: ReadonlySet<RequestTurn["act"]> = new Set([
  ...["report", "perform", "held", "finished", "called_off"],
] as const);

/** Whose turn the deal is, the same as on its own page; here a bid is chosen. */
function CompareTurn({ page: { next, toChoose, services, hub }, now, zone }: CompareHeadProps) {
  const [t, deal, holders] = [
    useTranslations("award.turn"),
    useTranslations("deals.turn"),
    useTranslations("requests.turn.holder"),
  ];
  const serviceName = useServiceName();
  const isAwarded = services.some(({ award }) => award !== null);
  if (next === null) return <TurnBar who="other" whoLabel={t("wait")} sentence={t("nothing")} />;
  if (isAwarded && AWARDED.has(next.turn.act))
    return <TurnBar who="done" whoLabel={t("done")} sentence={t("awarded")} />;
  const { act, by, holder } = next.turn;
  const who = turnHolder({ turn: next.turn, side: "buyer" });
  const worded = wordedAct({ turn: next.turn, side: "buyer" });
  const isChoice = act === "decide";
  return (
    <TurnBar
      who={who}
      whoLabel={who === "you" ? t("you") : holders(holder)}
      sentence={
        isChoice
          ? t("choose", { count: toChoose })
          : deal(`say.${worded}`, { service: serviceName(next.service), count: next.turn.questions ?? 0 })
      }
      next={isChoice ? t("next") : deal(`next.${worded}`)}
      deadline={
        by !== null && (
          <TurnDeadline label={<DeadlineText at={by} zone={zone} hub={hub} />}>
            <TimeLeft until={by} now={now} />
          </TurnDeadline>
        )
      }
    />
  );
}

/** In which currency, and at which dated rates: the form works by its address, so a view can be sent to a colleague. */
function CompareCurrency({ page }: { readonly page: ComparePage }) {
  const t = useTranslations("award");
  const sourceOf = useFigureSource();
  const locale = useLocale();
  const here = `/${locale}/deals/${page.dealId}/compare`;
  const bids = new Set(page.services.flatMap(({ cells }) => cells.map(({ bidId }) => bidId))).size;
  return (
    <>
      <div className="compare-head">
        <h2 className="panel-title">
          {t("head", { bids, providers: page.providers.length, currency: page.currency })}
        </h2>
        <form action={here} className="flex items-center gap-2">
          <label htmlFor="compare-currency" className="text-sm whitespace-nowrap">
            {t("currency")}
          </label>
          <select id="compare-currency" name="currency" className="input" defaultValue={page.currency}>
            {CURRENCIES.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
          <button type="submit" className="btn btn-small">
            {t("apply")}
          </button>
        </form>
      </div>
      {page.rates.length > 0 && (
        <Note>
          {page.rates.map((rate) => (
            <span key={`${rate.base}${rate.quote}${rate.day}`} className="block">
              {t("rate", {
                base: rate.base,
                quote: rate.quote,
                rate: rate.rate,
                day: rate.day,
                source: sourceOf(rate.source),
              })}
            </span>
          ))}
        </Note>
      )}
    </>
  );
}

/** Which packages the bids of the deal offer, what each takes off, and by which rule it counts; nothing where there is none. */
export function PackageNotes({ page }: { readonly page: Pick<ComparePage, "services" | "providers"> }) {
  const t = useTranslations("award.packages");
  const locale = useLocale();
  const serviceName = useServiceName();
  const bidderName = useBidderName(page.providers);
  const offers = page.services.flatMap(({ service, cells }) =>
    cells.flatMap((cell) => cell.packages.map((one) => ({ service, cell, one }))),
  );
  if (offers.length === 0) return null;
  return (
    <Panel title={t("title")} id="packages" className="my-4">
      <p className="text-sm text-ink-2">{t("rule")}</p>
      <ul className="list-disc pl-5">
        {offers.map(({ service, cell, one }) => (
          <li key={`${cell.choiceId} ${one.services.join(" ")}`} className="break-words">
            {t("offer", {
              bidder: bidderName(cell.providerId, cell.alternative),
              service: serviceName(service),
              services: one.services.map(serviceName).join(t("and")),
              discount: formatMoney(one.discount, locale, { display: "code" }),
              percent: percentWords(one.discountBps, locale),
              amount: one.contract ? formatMoney(one.contract, locale, { display: "code" }) : "–",
            })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Where a payment is to be awarded: who holds the money, and what to do about a quote that has ended. */
export function PaymentNotes({ page }: { readonly page: ComparePage }) {
  const t = useTranslations();
  const payments = page.services.filter((service) => service.service === "payment");
  if (payments.length === 0) return null;
  const isAnyExpired = payments.some(
    (service) => service.state === "opened" && service.cells.some((cell) => cell.isExpired),
  );
  return (
    <>
      <Note>{t("service-payment.moneyHolder")}</Note>
      {isAnyExpired && <Note tone="warn">{t("award.payout.askAgain")}</Note>}
    </>
  );
}

export type StruckOfRequest = {
  readonly requestId: string;
  readonly reference: string;
  readonly all: readonly Disqualification[];
};

type StruckBidsProps = { readonly requests: readonly StruckOfRequest[]; readonly zone: string };

/** Beside a comparison: which bids are out and why, and what nothing else can be awarded before. */
export function StruckBids({ requests, zone }: StruckBidsProps) {
  const t = useTranslations("decide");
  const locale = useLocale();
  const nameOf = ({ bidder }: Disqualification) => (bidder ? partyName(bidder, locale) : "");
  const pick = (isWanted: (one: Disqualification) => boolean) =>
    requests.flatMap(({ all, ...request }) => all.filter(isWanted).map((one) => ({ ...request, one })));
  const curing = pick((one) => one.isCuring);
  const out = pick(({ state }) => state === "effective");
  if (curing.length + out.length === 0) return null;
  return (
    <div className="stack my-3">
      {curing.map(({ requestId, reference, one }) => (
        <Note key={one.bidId} tone="warn">
          <Anchor href={`/${locale}/requests/${requestId}#disqualifications`}>{reference}</Anchor>{" "}
          {t("struck.one", { bidder: nameOf(one), code: t(`disqualify.code.${one.code}`) })} {t("panel.waits")}{" "}
          {one.cureEndsAt !== null && <TimeText at={one.cureEndsAt} zone={zone} />}
        </Note>
      ))}
      {out.length > 0 && (
        <Panel title={t("struck.title", { count: out.length })} id="disqualified">
          <ul>
            {out.map(({ requestId, reference, one }) => (
              <li key={one.bidId} className="py-2">
                <Anchor href={`/${locale}/requests/${requestId}#disqualifications`}>{reference}</Anchor>{" "}
                <s>{nameOf(one)}</s>{" "}
                {t("disqualify.wrote", { code: t(`disqualify.code.${one.code}`), words: one.words })}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
