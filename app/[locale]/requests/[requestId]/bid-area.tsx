import { useLocale, useTranslations } from "next-intl";
import { ClientWords } from "@/app/client-words";
import { BidFormOnDemand } from "@/components/bidding/form/bid-form-on-demand";
import { zoneName } from "@/components/ui/time/format-time";
import { valuesOfBid } from "@/domain/bidding/bid-form";
import type { RequestPage } from "@/domain/bidding/bid-view";
import { EMPTY_ROW, withChargeRows } from "@/domain/bidding/charge-rows";
import { QUANTITY_BASES } from "@/domain/services/charge";
import { kindOf } from "@/domain/services/registry";
import type { FormValues } from "@/domain/shared/form-state";
import { DAY_MS, type Instant, later } from "@/domain/shared/instant";
import { wallClock } from "@/domain/shared/local-date";
import { CURRENCIES } from "@/domain/shared/money";
import { newId } from "@/server/platform/new-id";
import { bidAction } from "./actions";

type BidAreaProps = { readonly request: RequestPage; readonly zone: string; readonly now: Instant };

/** A first bid begins with the usual lines of its kind, and with the least validity that is asked for. */
function firstValues(request: RequestPage, zone: string): FormValues {
  const rows = (request.ground?.suggested ?? []).map((line) => ({ ...EMPTY_ROW, ...line }));
  const validUntil = wallClock(later(request.decideBy, DAY_MS), zone);
  return withChargeRows({ currency: request.comparisonCurrency, validUntil }, rows);
}

export function BidArea({ request, zone, now }: BidAreaProps) {
  const [locale, t] = [useLocale(), useTranslations("services")];
  const { ground, ownBid, service } = request;
  if (!ground) return null;
  const possible = [...QUANTITY_BASES.filter((basis) => ground.quantities[basis] !== null), ...ground.percentBases];
  const latest = ownBid?.versions[0];
  return (
    <ClientWords rooms={["bidding", "services", `service-${service}`]}>
      <BidFormOnDemand
        action={bidAction}
        requestId={request.id}
        bid={ownBid && { id: ownBid.id, version: ownBid.version }}
        service={service}
        initial={latest ? valuesOfBid(latest.content, { service, zone }) : firstValues(request, zone)}
        termsNames={kindOf(service).termsForm.map(({ name }) => `terms.${name}`)}
        codes={ground.codes.map((code) => ({ value: code, label: `${code} ${t(`charge.${code}`)}` }))}
        bases={possible.map((basis) => ({ value: basis, label: t(`basis.${basis}`) }))}
        currencies={CURRENCIES.map((code) => ({ value: code, label: code }))}
        zone={zone}
        zoneName={zoneName(now, zone, locale)}
        isSealed={request.bidMode === "sealed"}
        idempotencyKey={newId()}
      />
    </ClientWords>
  );
}
