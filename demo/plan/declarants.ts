import type { LocalPart } from "../../domain/services/kind";
import type { DemoOrganisation, MarketData } from "./market-data";

type Named = { readonly name: string; readonly registrationNumber: string };

/** Brokers of countries that the market has none of; invented, like its companies. */
const ELSEWHERE: Readonly<Record<string, Named>> = {
  KG: { name: "Naryn Deklarant LLC", registrationNumber: "DEMO-01904202310044" },
  MN: { name: "Zamyn Gaali Broker LLC", registrationNumber: "DEMO-6990417" },
  TH: { name: "Mae Khong Shipping Agent Co., Ltd.", registrationNumber: "DEMO-0575599000412" },
};

const named = ({ name, registration }: DemoOrganisation): Named => ({
  name: name.latin,
  registrationNumber: registration.number,
});

/** The partner of a broker in a country: always the same one of that country's brokers, so that no dice are thrown for it. */
function partnerIn(market: MarketData, country: string, provider: DemoOrganisation): Named | undefined {
  const brokers = market.organisations.filter(
    (one) => one.country === country && one.id !== provider.id && (one.services ?? []).includes("customs"),
  );
  const place = Number(/\d+$/.exec(provider.id)?.[0] ?? 0) % Math.max(1, brokers.length);
  const broker = brokers[place];
  return broker ? named(broker) : ELSEWHERE[country];
}

/** Whom a broker names for the declarations that it cannot make itself. */
export const namedDeclarants = (market: MarketData, parts: readonly LocalPart[], provider: DemoOrganisation) =>
  parts
    .filter(({ country }) => country !== provider.country)
    .flatMap(({ code, country }) => {
      const partner = partnerIn(market, country, provider);
      return partner ? [{ ...partner, country, parts: [code] }] : [];
    });
