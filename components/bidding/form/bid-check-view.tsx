import { useLocale, useTranslations } from "next-intl";
import { ActionBar } from "@/components/ui/actions/action-bar";
import { Button } from "@/components/ui/actions/button";
import { Note } from "@/components/ui/page/note";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import type { OfferCheck } from "@/domain/bidding/bid-form";
import { SLIP_FIELD } from "@/domain/bidding/offer/slip/slip-field";
import { type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";
import { LinesTable } from "../offer/lines-table";
import { SaidList } from "../offer/said-list";
import { SlipTicks } from "../offer/slip-ticks";
import { daysSpan } from "@/domain/shared/days-span";

type BidCheckViewProps = {
  readonly check: OfferCheck;
  readonly values: FormValues;
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
  SLIP_FIELD,
]);

/** A clock time of a zone as it was typed, written as times are everywhere else. */
export function typedTime(typed: string, zone: string, locale: string): string {
  // The typed clock is written as it stands; the zone only says its name.
  const at = Date.parse(`${typed}Z`);
  if (Number.isNaN(at)) return typed;
  return `${formatTime(at, { locale, zone: "UTC", shape: "full" })} ${zone === "" ? "" : zoneName(at, zone, locale)}`.trim();
}

/** The second step: what the server made of the offer, what in it is to be ticked, and the button with the amount that binds. */
export function BidCheckView({ check, values, isSealed, isSending }: BidCheckViewProps) {
  const t = useTranslations("bidding.form");
  const locale = useLocale();
  const typed = Object.entries(values).filter(([name]) => !OWN.has(name));
  return (
    <>
      {typed.flatMap(([name, value]) =>
        (typeof value === "string" ? [value] : value).map((one, place) => (
          <input key={`${name} ${place.toString()}`} type="hidden" name={name} value={one} />
        )),
      )}
      <LinesTable check={check} caption={t("lines")} />
      <p className="px-4 py-2 text-sm text-ink-2">
        {t("daysAndValidity", {
          ...daysSpan({ min: valueOf(values, "transitDays.min"), max: valueOf(values, "transitDays.max") }),
          until: typedTime(valueOf(values, "validUntil"), valueOf(values, "zone"), locale),
        })}
      </p>
      <OtherOffers check={check} />
      <Doubts doubts={check.doubts} />
      <SlipTicks slips={check.slips} ticked={valuesOf(values, SLIP_FIELD)} />
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
function OtherOffers({ check }: { readonly check: OfferCheck }) {
  const t = useTranslations("bidding.line");
  return (
    <>
      {check.alternatives.map((one) => (
        <section key={one.title}>
          <h3 className="px-4 pt-2 font-medium">{t("ofAlternative", { title: one.title })}</h3>
          <p className="px-4 text-sm text-ink-2">{one.days}</p>
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
