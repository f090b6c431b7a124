import { createHash } from "node:crypto";
import { code as currencyRecord } from "currency-codes";
import { checkAccount, russianCurrencyDigits } from "../../domain/services/payment/payee-account";
import { countryOfBic } from "../../domain/services/payment/bank-codes";
import type { DemoOrganisation } from "./market-data";
import type { DeclarationSide } from "../../domain/clearance/declaration";
import { dayOf, type Instant, type LocalDate, MINUTE_MS } from "../../domain/shared/time";
import { startOfDay } from "../../domain/shared/zones";
import type { Currency } from "../../domain/shared/money";
import { isDeclaredIn } from "../../domain/orders/document-numbers";
import type { PlannedDeal } from "./plan-deal";
import { type Random, randomFrom, wholeBetween } from "./random";
import { transitCountryOf } from "./transits";

/** A bank of each country at which the demo's sellers keep their accounts, with its BIK or MFO. All are made up. */
const BANKS: Readonly<Record<string, { readonly bank: string; readonly bic: string; readonly bik?: string }>> = {
  CN: { bank: "长江商业银行 · Changjiang Commercial Bank", bic: "CJCBCNSH" },
  KZ: { bank: "Dala Bank", bic: "DALAKZKA" },
  RU: { bank: "Банк «Амурский берег» · Amur Shore Bank", bic: "AMSHRU8K", bik: "041012777" },
  UZ: { bank: "Ipak Karvon Bank", bic: "IPKRUZ22", bik: "01973" },
  VN: { bank: "Ngân hàng Sông Hồng · Red River Bank", bic: "SOHGVNVX" },
};

/** So many digits that are always the same for one text. */
export const digitsOf = (seed: string, count: number): string =>
  (BigInt(`0x${createHash("sha256").update(seed).digest("hex")}`) % 10n ** BigInt(count))
    .toString()
    .padStart(count, "0");

type Kept = Parameters<typeof checkAccount>[1];

/** The soum has a code of its own in accounts of Uzbekistan; other currencies have that of ISO 4217. */
const uzbekCurrency = (currency: Currency): string =>
  currency === "UZS" ? "000" : (currencyRecord(currency)?.number ?? "000");

/**
 * Accounts as banks of a country number them, where they have neither an IBAN nor check digits that are known here. Uzbekistan: twenty digits, of which 20208 is a
 * company's deposit; Kyrgyzstan sixteen; Thailand and Mongolia ten. China and Vietnam have several lengths.
 */
const NUMBERED: Readonly<Record<string, (seed: string, currency: Currency) => string>> = {
  CN: (seed) => digitsOf(seed, 19),
  VN: (seed) => digitsOf(seed, 13),
  UZ: (seed, currency) => `20208${uzbekCurrency(currency)}${digitsOf(seed, 12)}`,
  KG: (seed) => `109${digitsOf(seed, 13)}`,
  TH: (seed) => digitsOf(seed, 10),
  MN: (seed) => digitsOf(seed, 10),
};

/** The first of the candidates that the rule of the bank's country takes: its check digits are found by trying. */
function accountAt(seed: string, kept: Kept): string {
  const { country, currency } = kept;
  for (let check = 0; check < 100; check++) {
    const two = String(check).padStart(2, "0");
    const account =
      country === "KZ"
        ? `KZ${two}722C${digitsOf(seed, 12)}`
        : country === "RU"
          ? `40702${russianCurrencyDigits(currency)}${digitsOf(seed, 10)}${two}`
          : NUMBERED[country]?.(seed, currency);
    if (account === undefined) break;
    if (checkAccount(account, kept) === null) return account;
  }
  throw new Error(`The demo knows no form of accounts in ${country}, or none has check digits that agree`);
}

/** The seller as its payer names it: its country, its bank there and its account in a currency, always the same for one company. */
export function payeeOf({ name, country, registration }: DemoOrganisation, currency: Currency) {
  const known = BANKS[country] ?? { bank: `${country} Trade Bank`, bic: `TRBK${country}22` };
  const kept = { country: countryOfBic(known.bic), bik: known.bik, currency };
  const account = accountAt(registration.number, kept);
  return { payeeCountry: country, payee: { name: name.latin.slice(0, 160), ...known, account } };
}

/**
 * Customs offices of China by hub, as the number of a declaration begins (关区代码表, the table of customs offices): a public copy of it, static/pub_exportports.json
 * of darry-dxc/maoqu, read on 30 November 2026, has all but three. 4258 is in that of 365area.com/customs, which leaves out more. Gyirong has no office in either and is
 * given 8801, that of Nyalam (聂拉木关), which both passes came under. 7220, the Friendship Pass, is younger than the copies; a program's list of declaring offices has it.
 */
const OFFICES: Readonly<Record<string, string>> = {
  ...{ pingxiang: "7208", dongxing: "7207", hekou: "8613", mohan: "8612", ruili: "8603" },
  ...{ horgos: "9402", alashankou: "9404", irkeshtam: "9415", torugart: "9403", khunjerab: "9409" },
  ...{ suifenhe: "1902", heihe: "1903", hunchun: "1507", dandong: "0930", manzhouli: "0609", erenhot: "0702" },
  ...{ zhangmu: "8801", gyirong: "8801" },
  ...{ "CNSHA-PORT": "2248", "CNNGB-PORT": "3104", CNYTN: "5316", CNNSA: "5166" },
  ...{ CNTAO: "4258", CNTXG: "0202", CNQZH: "7212" },
  ...{ "CNPVG-AIR": "2233", "CNCAN-AIR": "5141", "CNCGO-AIR": "4604", "CNXIY-AIR": "9002", "CNCTU-AIR": "7902" },
  "CNSZX-AIR": "5317",
  ...{ "CNCKG-AIR": "8003", "CNKMG-AIR": "8620", "CNNNG-AIR": "7201", "CNHRB-AIR": "1924", "CNSHE-AIR": "0807" },
  "CNURC-AIR": "9417",
};
/** Where the trucks of a crossing have an office beside that of the railway, of the same table. */
const ROAD_OFFICES: Readonly<Record<string, string>> = {
  ...{ pingxiang: "7220", suifenhe: "1925", manzhouli: "0603", erenhot: "0705" },
};

/**
 * Russia's centres of electronic declaration: goods by sea are declared at that of the port, all others at that of the trader's region. Numbers of
 * 2025 and 2026 that public repositories show begin with 10131010, 10228010, 10323010, 10511010, 10702070 and 10720010, their serials with 5; 10216170 is seen
 * in 2021, of containers by sea. Of the port of Novorossiysk and of Siberia no source shows a number: the one declares at the South's centre, the other at that
 * of the Far East, where its goods from China cross the border.
 */
const RUSSIAN_PORTS: Readonly<Record<string, string>> = {
  ...{ RUVYP: "10702070", RUVVO: "10702070", RULED: "10216170" },
};
const RUSSIAN_REGIONS: Readonly<Record<string, string>> = {
  ...{ RUMOW: "10131010", RULED: "10228010", RUNVS: "10323010", RUYEK: "10511010" },
};
const RUSSIAN_FAR_EAST = "10720010";

/** Kazakhstan's posts at the border with China, by how goods cross it: Nur Zholy, Altynkol and Dostyk; a Kazakh broker's program names them by these codes in 2026. All others declare at Korgas. */
const KAZAKH_POSTS: Readonly<Record<string, string>> = {
  ...{ "horgos/road": "57505", "horgos/rail": "57507", "alashankou/rail": "55300" },
};
const KORGAS = "55302";
/**
 * Kazakhstan's posts by which goods go on to Uzbekistan, by how they go: the road at Konysbayev and the railway at Saryagash. The codes are made up, since no
 * public list of them was found on 30 November 2026; both begin like those of a department in the fifties.
 */
const POSTS_TO_UZBEKISTAN: Readonly<Record<string, string>> = { road: "58207", rail: "58202" };

/** Made up: no public list of Kyrgyzstan's posts was found on 30 November 2026. It begins with the country's number of ISO 3166-1. */
const KYRGYZ_POST = "41704";

/** The offices that open and end a transit: of China's from the border where goods come in to Pingxiang, of Kazakhstan's at its borders with China and Uzbekistan. */
export function transitOffices(movement: Ends) {
  if (transitCountryOf(movement) === "CN")
    return { departureOffice: OFFICES[movement.hubId] ?? "", destinationOffice: OFFICES.pingxiang ?? "" };
  const { near, far } = kazakhTransitPosts(movement);
  return movement.originId.startsWith("CN")
    ? { departureOffice: near, destinationOffice: far }
    : { departureOffice: far, destinationOffice: near };
}

/** The offices at both ends of a way through Kazakhstan, the near one at the border with China. */
const kazakhTransitPosts = ({ hubId, mode }: Pick<Ends, "hubId" | "mode">) => ({
  near: KAZAKH_POSTS[`${hubId}/${mode}`] ?? KORGAS,
  far: POSTS_TO_UZBEKISTAN[mode] ?? KORGAS,
});

/** Where goods are declared in Kazakhstan: those that leave or enter at the border with China, those in transit where they come into the country. */
function kazakhPost(ends: Pick<Ends, "hubId" | "mode" | "originId">, side: DeclarationSide): string {
  const { near, far } = kazakhTransitPosts(ends);
  return side === "transit" && !ends.originId.startsWith("CN") ? far : near;
}

/** The Thai calendar counts so many years more. */
const BUDDHIST_ERA = 543;

type Ends = Pick<PlannedDeal["movement"], "hubId" | "mode" | "originId" | "destinationId">;

/** Where the Russian party of a movement declares. */
function russianOffice(placeId: string, mode: Ends["mode"]): string {
  const port = mode === "sea" ? RUSSIAN_PORTS[placeId] : undefined;
  return port ?? RUSSIAN_REGIONS[placeId] ?? RUSSIAN_FAR_EAST;
}

/** Numbers that customs give in a minute, so that none comes twice: of nine digits a year takes a quarter, of eight nearly all. */
const CHINA_PER_MINUTE = 500;
const VIETNAM_PER_MINUTE = 180;

/** What is filed within so small a part of a minute takes its serials by chance. */
const MINUTE_PART = 10;

/** A serial that rises with the time of the filing through its year. */
function risingSerial(
  random: Random,
  at: Instant,
  of: { readonly perMinute: number; readonly digits: number },
): string {
  const yearBegan = startOfDay(`${dayOf(at).slice(0, 4)}-01-01` as LocalDate);
  const given = Math.floor(((at - yearBegan) / MINUTE_MS) * of.perMinute);
  return String(given + wholeBetween(random, 1, of.perMinute / MINUTE_PART)).padStart(of.digits, "0");
}

/** The digit of Viet Nam's numbers that rises by one a year: 8 in 2026, as in 108625440120. */
const vietnamYear = (year: string): number => (Number(year) - 2018) % 10;

/** The number that the customs of a country give a declaration of the demo, in its form. */
export function declarationNumberOf(
  random: Random,
  country: string,
  { side, movement, at }: { side: DeclarationSide; movement: Ends; at: Instant },
): string {
  const { hubId, mode, originId, destinationId } = movement;
  const digits = (count: number) => String(wholeBetween(random, 0, 10 ** count - 1)).padStart(count, "0");
  const [year, month, day] = dayOf(at).split("-") as [string, string, string];
  const office = (mode === "road" ? ROAD_OFFICES[hubId] : undefined) ?? OFFICES[hubId] ?? "2200";
  if (country === "CN")
    return `${office}${year}${side === "import" ? 1 : 0}${risingSerial(random, at, { perMinute: CHINA_PER_MINUTE, digits: 9 })}`;
  // The last digit counts amendments, of which there are none.
  if (country === "VN")
    return `${side === "import" ? "10" : "30"}${vietnamYear(year)}${risingSerial(random, at, { perMinute: VIETNAM_PER_MINUTE, digits: 8 })}0`;
  const date = `${day}${month}${year.slice(2)}`;
  if (country === "RU")
    return `${russianOffice(side === "import" ? destinationId : originId, mode)}/${date}/5${digits(6)}`;
  if (country === "KZ") return `${kazakhPost({ hubId, mode, originId }, side)}/${date}/0${digits(6)}`;
  if (country === "KG") return `${KYRGYZ_POST}/${date}/0${digits(6)}`;
  // An office, 0 in or 1 out, year of the Buddhist era and month, serial: fourteen characters.
  if (country === "TH")
    return `A021${side === "import" ? 0 : 1}${(Number(year) + BUDDHIST_ERA) % 100}${month}${digits(5)}`;
  return `${year.slice(2)}${month}${day}${digits(6)}`;
}

/** The number of what a deal's goods are declared under at a time, on the side where they leave or come in. */
export function numberFiled(
  { movement }: Pick<PlannedDeal, "movement">,
  { side, at }: { readonly side: DeclarationSide; readonly at: Instant },
): string {
  const [origin = "CN", destination = "CN"] = movement.corridor.split("-");
  return declarationNumberOf(randomFrom(at), side === "export" ? origin : destination, { side, movement, at });
}

/**
 * The declaration whose number a broker of the demo tells with a step: that of the side which its order declares first with the filing, of both
 * sides the far one with the release, which lets it in. Null of any other step and of a country whose numbers have no form.
 */
export function toldDeclaration(deal: PlannedDeal, { code, at }: { readonly code: string; readonly at: Instant }) {
  const asked = deal.requests.find(({ service }) => service === "customs")?.spec.side;
  const isFarSide = code === "released" && asked === "both";
  if (!isFarSide && code !== "filed") return null;
  const side = isFarSide || asked === "import" ? "import" : "export";
  const [origin = "", destination = ""] = deal.movement.corridor.split("-");
  const country = side === "export" ? origin : destination;
  if (asked === "transit" || !isDeclaredIn(country)) return null;
  return { country, number: numberFiled(deal, { side, at }) };
}
