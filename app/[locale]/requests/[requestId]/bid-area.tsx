import { useLocale, useTranslations } from "next-intl";
import { ClientWords } from "@/app/client-words";
import { BegunNote, DraftStatus, TemplateChoice } from "@/components/bidding/bid-form-intro";
import { BidFormOnDemand, DraftViewOnDemand } from "@/components/bidding/bid-form-on-demand";
import { WeightText } from "@/components/ui/figures";
import { numberFormat } from "@/components/ui/format";
import { RouteText } from "@/components/ui/route-text";
import { placeName } from "@/components/ui/words";
import { TimeText } from "@/components/ui/time/time-text";
import { zoneName } from "@/components/ui/time/format-time";
import { valuesOfBid } from "@/domain/bidding/bid-form";
import type { RequestPage } from "@/views/requests";
import { withDeclarantRows } from "@/domain/bidding/offer/commercial-terms-fields";
import { EMPTY_ROW, withChargeRows } from "@/domain/bidding/offer/charge-rows";
import { type Basis, PERCENT_BASES, QUANTITY_BASES } from "@/domain/services/charge";
import { termsOf } from "@/domain/requests/request";
import { kindOf } from "@/domain/services/registry";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { DAY_MS, later } from "@/domain/shared/time";
import { isZone, wallClock } from "@/domain/shared/zones";
import { CURRENCIES } from "@/domain/shared/money";
import { newId } from "@/server/platform/platform";
import { bidAction } from "./actions";
import type { ShownRequest } from "./shown-request";

const MILLI = 1_000;

type BidAreaProps = Pick<ShownRequest, "request" | "steps" | "zone" | "now" | "templates"> & {
  /** Changes where the form is to be drawn anew from what is kept, and not from what is typed in it. */
  readonly drawing?: string;
  /** Where nothing can be sent any more, or not by this reader. */
  readonly isRead?: boolean;
};

/** A first bid begins with the usual lines of its kind, and with the least validity that is asked for. */
function firstValues(
  request: Pick<RequestPage, "context" | "decideBy" | "comparisonCurrency">,
  zone: string,
): FormValues {
  const rows = (request.context?.suggested ?? []).map((line) => ({ ...EMPTY_ROW, ...line }));
  const validUntil = wallClock(later(request.decideBy, DAY_MS), zone);
  return withChargeRows({ currency: request.comparisonCurrency, validUntil }, rows);
}

/** What a price may be for; of a request whose quantities are not told to the reader, everything. */
const basesOf = ({ context }: RequestPage): readonly Basis[] =>
  context
    ? [...QUANTITY_BASES.filter((basis) => context.quantities[basis] !== null), ...context.percentBases]
    : [...QUANTITY_BASES, ...PERCENT_BASES];

/** What the bid is for, in one line that stays in sight while the form is filled in. */
function BidStrip({ request, zone }: { readonly request: RequestPage; readonly zone: string }) {
  const [locale, t] = [useLocale(), useTranslations("bidding.box")];
  const { origin, hub, destination, title, grossWeightGrams, closesAt, mode } = request;
  return (
    <p className="bid-strip">
      <b>{title}</b>
      <span>
        <RouteText
          from={placeName(origin, locale)}
          hub={placeName(hub, locale)}
          isBorderHub={hub.isBorderHub}
          to={placeName(destination, locale)}
          mode={mode}
        />
      </span>
      <span>
        <WeightText grams={grossWeightGrams} />
      </span>
      <span>
        {t("closes")} <TimeText at={closesAt} zone={zone} />
      </span>
    </p>
  );
}

/** How much of each basis the request is for: a price is multiplied by that. */
function useQuantities({ context }: RequestPage): Readonly<Record<string, string>> {
  const t = useTranslations("bidding");
  const format = numberFormat(useLocale(), { maximumFractionDigits: 3 });
  if (!context) return {};
  const words = QUANTITY_BASES.flatMap((basis) => {
    const quantity = context.quantities[basis];
    if (quantity === null) return [];
    return [
      [
        basis,
        quantity === "contingent" ? t("line.onUse") : t("form.times", { quantity: format.format(quantity / MILLI) }),
      ],
    ];
  });
  return Object.fromEntries(words);
}

/** The template that was chosen, else the draft as typed, else the bid that stands, else the usual lines; but for a draft with who is still to be named. */
function initialValues(
  { draft, ownBid, service, ...request }: RequestPage,
  zone: string,
  { begun }: BidAreaProps["templates"],
): FormValues {
  if (draft && !begun) return draft.fields;
  const latest = ownBid?.versions[0];
  const first = latest ? valuesOfBid(latest.content, { service, zone }) : firstValues(request, zone);
  const values = begun ? { validUntil: firstValues(request, zone).validUntil ?? "", ...begun.fields } : first;
  return withDeclarantRows(values, request.context?.partsToName ?? []);
}

/** The zone that a draft's clock times were typed in, which need not be the reader's. */
function zoneOf({ draft }: RequestPage, zone: string): string {
  const typed = valueOf(draft?.fields, "zone");
  return isZone(typed) ? typed : zone;
}

/** The form of a bid with what it begins with: a draft, an earlier version, or nothing. A draft that cannot be sent is only read. */
export function BidArea({ request, steps, zone: ownZone, now, templates, drawing = "", isRead = false }: BidAreaProps) {
  const [locale, t] = [useLocale(), useTranslations("services")];
  const { ownBid, service, draft } = request;
  const zone = zoneOf(request, ownZone);
  const here = `/${locale}/requests/${request.id}`;
  const codes = request.context?.codes ?? kindOf(service).chargeCodes;
  const quantities = useQuantities(request);
  const fields = {
    service,
    gates: termsOf(request).gates,
    termChoices: request.context?.termChoices ?? {},
    initial: initialValues(request, zone, templates),
    codes: codes.map((code) => ({ value: code, label: `${code} ${t(`charge.${code}`)}` })),
    bases: basesOf(request).map((basis) => ({ value: basis, label: t(`basis.${basis}`) })),
    currencies: CURRENCIES.map((code) => ({ value: code, label: code })),
    zoneName: zoneName(now, zone, locale),
    partsToName: request.context?.partsToName ?? [],
    hoursAlone: kindOf(service).hoursAlone,
    status: (
      <>
        {!isRead && <BidStrip request={request} zone={ownZone} />}
        {templates.items.length > 0 && <TemplateChoice templates={templates.items} here={here} />}
        {templates.begun && <BegunNote {...templates.begun} service={service} />}
        {draft && (
          <DraftStatus
            draft={draft}
            hasBid={ownBid !== null}
            zone={ownZone}
            discardHref={steps.includes("discard") ? `${here}?step=discard#discard` : null}
          />
        )}
      </>
    ),
  };
  return (
    <ClientWords rooms={["bidding", "services", "requests.amend", `service-${service}`]}>
      {isRead ? (
        <DraftViewOnDemand {...fields} />
      ) : (
        <BidFormOnDemand
          {...fields}
          key={drawing}
          action={bidAction}
          requestId={request.id}
          bid={ownBid && { id: ownBid.id, version: ownBid.version }}
          amendment={request.amendmentCount}
          quantities={quantities}
          spec={request.spec}
          zone={zone}
          termsNames={kindOf(service).termsForm.map(({ name }) => `terms.${name}`)}
          isSealed={request.bidMode === "sealed"}
          idempotencyKey={newId()}
          draft={{ mark: draft?.mark ?? "", window: newId(), href: here }}
        />
      )}
    </ClientWords>
  );
}
