import { partyName } from "@/components/ui/words";
import { useLocale, useTranslations } from "next-intl";
import { CheckText } from "@/components/accounts/check-text";
import { useDurationWords } from "@/components/services/service-name";
import { Anchor, Panel } from "@/components/ui/blocks";
import { ShareText } from "@/components/ui/share-text";
import { DataTable } from "@/components/ui/table/data-table";
import { DateText } from "@/components/ui/time/time-text";
import {
  type BidderRecord,
  ON_TIME_LEAST,
  type OnTime,
  RECORD_DAYS,
  RESPONSES_LEAST,
} from "@/domain/catalogue/track-record";
import { HOUR_MS, parseLocalDate } from "@/domain/shared/time";

const MINUTES_PER_HOUR = 60;

/** The share on time with the number it is of; of too few orders that they are too few. */
export function OnTimeText({ onTime }: { readonly onTime: Pick<OnTime, "onTimeCount" | "deliveredCount"> }) {
  const t = useTranslations("catalogue.bidders");
  const unit = useTranslations("catalogue.record")("orders");
  return onTime.deliveredCount < ON_TIME_LEAST ? (
    t("tooFewOrders", { least: ON_TIME_LEAST })
  ) : (
    <ShareText part={onTime.onTimeCount} whole={onTime.deliveredCount} unit={unit} />
  );
}

/** The usual wait for a first bid with the number it is of; of too few bids that they are too few. */
export function ResponseText({ response }: { readonly response: BidderRecord["firstResponse"] }) {
  const t = useTranslations("catalogue.bidders");
  const duration = useDurationWords();
  const { count, medianMs } = response;
  if (medianMs === null) return t("tooFewBids", { least: RESPONSES_LEAST });
  // Up to the next hour: nobody is made quicker than they are.
  const hours = Math.max(1, Math.ceil(medianMs / HOUR_MS));
  return t("response", { time: duration(hours * MINUTES_PER_HOUR), count });
}

function LicenceList({ licences }: Pick<BidderRecord, "licences">) {
  const t = useTranslations("catalogue.bidders");
  if (licences.length === 0) return t("noLicence");
  return (
    <ul>
      {licences.map(({ service, name, number, validUntil }) => {
        const lastDay = validUntil ? parseLocalDate(validUntil) : null;
        return (
          <li key={`${service} ${name} ${number}`}>
            {name} {number}
            {lastDay && (
              <small>
                {" "}
                {t("until")} <DateText day={lastDay} hasYear />
              </small>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type BidderRecordsProps = { readonly records: readonly BidderRecord[]; readonly zone: string };

/** What the market has seen of those among whom a buyer chooses; on a phone each in a line by its name. */
export function BidderRecords({ records, zone }: BidderRecordsProps) {
  const t = useTranslations("catalogue.bidders");
  const locale = useLocale();
  if (records.length === 0) return null;
  const link = (record: BidderRecord) => (
    <Anchor href={`/${locale}/providers/${record.id}`}>{partyName(record, locale)}</Anchor>
  );
  const parts = [
    { key: "onTime", cell: ({ onTime }: BidderRecord) => <OnTimeText onTime={onTime} /> },
    {
      key: "completed",
      cell: ({ completedCount }: BidderRecord) => t("completedOf", { count: completedCount, days: RECORD_DAYS }),
    },
    { key: "firstResponse", cell: ({ firstResponse }: BidderRecord) => <ResponseText response={firstResponse} /> },
    { key: "check", cell: ({ check }: BidderRecord) => <CheckText check={check} zone={zone} /> },
    { key: "licences", cell: ({ licences }: BidderRecord) => <LicenceList licences={licences} /> },
  ] as const;
  return (
    <Panel title={t("title")} id="bidder-records" isFlush fold="closed">
      <DataTable
        caption={t("title")}
        rows={records}
        rowKey={({ id }) => id}
        columns={[
          { key: "who", head: t("who"), cell: link },
          ...parts.map(({ key, cell }) => ({ key, head: t(key), cell, card: "route" as const, isNamedOnCard: true })),
        ]}
      />
    </Panel>
  );
}
