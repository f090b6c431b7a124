import { useLocale, useTranslations } from "next-intl";
import { StoredTerms, termsIn } from "@/components/services/stored-terms";
import { daysSpan, MARKET_ZONE } from "@/domain/shared/time";
import { hoursForDays } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/vocabulary";
import { Checkbox } from "@/components/ui/form/inputs";
import { Button, Note } from "@/components/ui/blocks";
import type { OfferCheck } from "@/domain/bidding/bid-form";
import { OUTLIER_FIELD } from "@/domain/bidding/bid-form-limits";
import { KeptFields } from "@/components/ui/form/kept-fields";
import { ActionBar } from "@/components/ui/form/form-actions";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import { type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";
import { LinesTable, SaidList } from "./offer-lines";

type OutlierTicksProps = { readonly outliers: OfferCheck["outliers"]; readonly ticked: readonly string[] };

/** Prices that may be a slip of a digit, each with the tick without which the bid is not sent. */
export function OutlierTicks({ outliers, ticked }: OutlierTicksProps) {
  const t = useTranslations("bidding.slip");
  if (outliers.length === 0) return null;
  return (
    <fieldset className="px-4 py-2" id="outliers">
      <legend className="font-medium">{t("title")}</legend>
      <Note tone="warn">{t("lead")}</Note>
      <ul className="pt-2">
        {outliers.map(({ name, words }) => (
          <li key={name}>
            <Checkbox
              name={OUTLIER_FIELD}
              value={name}
              defaultChecked={ticked.includes(name)}
              label={t("confirm", { finding: words })}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

export type BidCheckViewProps = {
  readonly check: OfferCheck;
  readonly values: FormValues;
  readonly service: Service;
  /** What was asked for, as the kind's schema reads it; null where the reader is not told. */
  readonly spec: unknown;
  readonly isSealed: boolean;
  readonly isSending: boolean;
};

const OWN = new Set([
  "requestId",
  "bidId",
  "ifVersion",
  "amendment",
  "service",
  "zone",
  "intent",
  "draftMark",
  "draftWindow",
  OUTLIER_FIELD,
]);

/** A clock time of a zone as it was typed, written as times are everywhere else. */
export function typedTime(typed: string, zone: string, locale: string): string {
  // The typed clock is written as it stands; the zone only says its name.
  const at = Date.parse(`${typed}Z`);
  if (Number.isNaN(at)) return typed;
  return `${formatTime(at, { locale, zone: "UTC", shape: "full" })} ${zone === "" ? "" : zoneName(at, zone, locale)}`.trim();
}

/** The second step: what the server made of the offer, what in it is to be ticked, and the button with the amount that binds. */
export function BidCheckView({ check, values, service, spec, isSealed, isSending }: BidCheckViewProps) {
  const t = useTranslations("bidding.form");
  const locale = useLocale();
  const hours = hoursForDays(service, check.promised.terms);
  return (
    <>
      <KeptFields values={values} except={OWN} />
      <LinesTable check={check} caption={t("lines")} />
      <p className="px-4 py-2 text-sm text-ink-2">
        {t(hours === null ? "daysAndValidity" : "hoursAndValidity", {
          ...daysSpan({ min: valueOf(values, "transitDays.min"), max: valueOf(values, "transitDays.max") }),
          hours: hours ?? 0,
          until: typedTime(valueOf(values, "validUntil"), valueOf(values, "zone"), locale),
        })}
      </p>
      <StoredTerms
        service={service}
        {...termsIn(check.promised)}
        spec={spec}
        zone={valueOf(values, "zone") || MARKET_ZONE}
        places={check.promised.places}
      />
      <OtherOffers check={check} hours={hours} />
      <Doubts doubts={check.doubts} />
      <OutlierTicks outliers={check.outliers} ticked={valuesOf(values, OUTLIER_FIELD)} />
      <ActionBar
        label={t("total")}
        sum={check.total}
        consequence={t(isSealed ? "sealedConsequence" : "openConsequence")}
      >
        <Button name="intent" value="edit" variant="quiet">
          {t("change")}
        </Button>
        <Button variant="primary" name="intent" value="send" disabled={isSending}>
          {t("send", { amount: check.total })}
        </Button>
      </ActionBar>
    </>
  );
}

/** What is worth a second look in opinions on the goods; nothing is to be ticked. */
function Doubts({ doubts }: Pick<OfferCheck, "doubts">) {
  const t = useTranslations("bidding.doubt");
  if (doubts.length === 0) return null;
  return (
    <div className="px-4 py-2">
      <Note tone="warn">
        <p>{t("title")}</p>
        <ul>
          {doubts.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Note>
    </div>
  );
}

/** Alternatives with their own lines, and what is said beside the price. */
type OtherOffersProps = { readonly check: OfferCheck; readonly hours: number | null };

function OtherOffers({ check, hours }: OtherOffersProps) {
  const t = useTranslations("bidding.line");
  const own = useTranslations("bidding.own");
  return (
    <>
      {check.alternatives.map((one) => (
        <section key={one.title}>
          <h3 className="px-4 pt-2 font-medium">{t("ofAlternative", { title: one.title })}</h3>
          <p className="px-4 text-sm text-ink-2">{hours === null ? one.days : own("hours", { hours })}</p>
          <LinesTable check={one.check} caption={t("ofAlternative", { title: one.title })} />
        </section>
      ))}
      {check.beside.length > 0 && (
        <div className="px-4 py-2 text-sm">
          <SaidList rows={check.beside} />
        </div>
      )}
    </>
  );
}
