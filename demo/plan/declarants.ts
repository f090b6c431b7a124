import { SUBCONTRACTOR_NAME_MAX } from "../../domain/bidding/offer/beside/limits";
import type { LocalPart } from "../../domain/services/kind";
import type { DemoOrganisation, MarketData } from "./market-data";

type Named = { readonly name: string; readonly registrationNumber: string };

/** A company as its partners abroad write it: of a Chinese one the registered name as well, where both go in. */
function writtenName({ country, name }: DemoOrganisation): string {
  const both = `${name.own} · ${name.latin}`;
  return country === "CN" && both.length <= SUBCONTRACTOR_NAME_MAX ? both : name.latin;
}

const named = (company: DemoOrganisation): Named => ({
  name: writtenName(company),
  registrationNumber: company.registration.number,
});

type Deal = { readonly market: MarketData; readonly corridor: string; readonly provider: DemoOrganisation };

/** The partner of a broker in a country: always the same one of that country's brokers on the deal's corridor, so that no dice are thrown for it. */
function partnerIn(country: string, { market, corridor, provider }: Deal): Named | undefined {
  const known = market.organisations.filter(
    (one) => one.country === country && one.id !== provider.id && (one.services ?? []).includes("customs"),
  );
  const near = known.filter(({ corridors }) => corridors.includes(corridor));
  const brokers = near.length > 0 ? near : known;
  const place = Number(/\d+$/.exec(provider.id)?.[0] ?? 0) % Math.max(1, brokers.length);
  const broker = brokers[place];
  return broker && named(broker);
}

/** Whom a broker names for the declarations that it cannot make itself. */
export const namedDeclarants = (parts: readonly LocalPart[], deal: Deal) =>
  parts
    .filter(({ country }) => country !== deal.provider.country)
    .flatMap(({ code, country }) => {
      const partner = partnerIn(country, deal);
      return partner ? [{ ...partner, country, parts: [code] }] : [];
    });
