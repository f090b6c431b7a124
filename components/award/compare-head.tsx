import { useLocale, useTranslations } from "next-intl";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { placeName } from "@/components/ui/party-name";
import { turnHolder, wordedAct } from "@/components/requests/request-summary";
import { useServiceName } from "@/components/services/service-words";
import { useFigureSource } from "@/components/services/country-name";
import { ButtonLink } from "@/components/ui/button";
import { MoneyText } from "@/components/ui/money-text";
import { HubName } from "@/components/ui/hub-name";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { DateText } from "@/components/ui/time/time-text";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TurnBar, TurnDeadline } from "@/components/ui/turn-bar";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { ComparePage } from "@/views/comparison";
import type { RequestTurn } from "@/domain/requests/request-turn";
import type { Instant } from "@/domain/shared/instant";
import { CURRENCIES } from "@/domain/shared/money";

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
