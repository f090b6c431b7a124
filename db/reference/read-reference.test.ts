import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COUNTRIES as SERVED } from "@/domain/accounts/organisation";
import { COUNTRIES as OFFERED } from "@/domain/services/country";
import { isEmbargoed } from "@/domain/tariff/trade-bans";
import { DUTY_CHARGES } from "@/domain/tariff/duty-rate";
import { findFee, findRate } from "@/domain/tariff/find-rate";
import { newDutyRateSchema } from "@/domain/tariff/new-duty-rate";
import type { Place } from "@/domain/hubs/place";
import { zoneOfPlace } from "@/domain/hubs/place-zone";
import { calculationIndexOn } from "@/domain/shared/calculation-index";
import type { LocalDate } from "@/domain/shared/time";
import type { Currency } from "@/domain/shared/money";
import { readReference } from "./read-reference";

const reference = readReference();
const placeIds = new Set(reference.places.map((place) => place.id));

/** A train goes no further between two stations of one country within 400 km of each other than four times as far as the crow flies. */
const CLOSE_KM = 400;
const WAY_ROUND_MOST = 4;
/** Pairs between which the railway does lead round, with the reason. */
const WITHOUT_A_LINE = new Map([
  ["CNHKO-YN CNPIN", "the lines of China's two border stations towards Hanoi meet at Nanning, by way of Kunming"],
  ["KZ-ALTYNKOL KZ-DOSTYK", "the lines of Kazakhstan's two border stations meet near Almaty"],
]);

const EARTH_KM = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;
function crowKmBetween(a: Place, b: Place): number {
  const [from, to] = [radians(a.lat), radians(b.lat)];
  const across = Math.cos(radians(a.lon - b.lon));
  return EARTH_KM * Math.acos(Math.min(1, Math.sin(from) * Math.sin(to) + Math.cos(from) * Math.cos(to) * across));
}

/** Every pair of close stations of one country, with the kilometres by rail between them on their side of China's border. */
function closeStations() {
  const inChina = new Set(reference.places.filter(({ country }) => country === "CN").map(({ id }) => id));
  const rails = reference.legs.filter(
    ({ mode, fromId, toId }) => mode === "rail" && inChina.has(fromId) === inChina.has(toId),
  );
  const stations = reference.places.filter(({ id }) => rails.some(({ fromId, toId }) => fromId === id || toId === id));
  return stations.flatMap((from) => {
    const kmTo = new Map([[from.id, 0]]);
    // Bellman and Ford: as often through all legs as there are stations, until nothing gets shorter.
    for (let isShorter = true; isShorter; ) {
      isShorter = false;
      for (const { fromId, toId, km } of rails)
        for (const [a, b] of [
          [fromId, toId],
          [toId, fromId],
        ] as const) {
          const over = (kmTo.get(a) ?? Number.POSITIVE_INFINITY) + km;
          if (over >= (kmTo.get(b) ?? Number.POSITIVE_INFINITY)) continue;
          kmTo.set(b, over);
          isShorter = true;
        }
    }
    return stations
      .filter((to) => from.id < to.id && from.country === to.country && crowKmBetween(from, to) <= CLOSE_KM)
      .map((to) => ({
        pair: `${from.id} ${to.id}`,
        km: kmTo.get(to.id) ?? Number.POSITIVE_INFINITY,
        crowKm: Math.round(crowKmBetween(from, to)),
      }));
  });
}

describe("the shipped reference", () => {
  it("has every place once, with a zone that clocks know", () => {
    expect(placeIds.size).toBe(reference.places.length);
    for (const { id, zone } of reference.places) {
      expect(zoneOfPlace(id)).toBe(zone);
      expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
    }
  });

  it.each([
    ["CNURM", "Asia/Shanghai"],
    ["KZALA", "Asia/Almaty"],
    ["RUVVO", "Asia/Vladivostok"],
    ["RUHTA", "Asia/Chita"],
    ["RUMOW", "Europe/Moscow"],
  ])("%s keeps %s", (id, zone) => {
    expect(reference.places.find((place) => place.id === id)?.zone).toBe(zone);
  });

  it("counts 18 border hubs, 7 by sea and 12 by air, all of their places in China", () => {
    const count = (kind: string) => reference.hubs.filter((hub) => hub.kind === kind).length;
    expect([count("border"), count("sea"), count("air")]).toEqual([18, 7, 12]);
    for (const place of reference.places) if (place.hubId !== null) expect(place.country).toBe("CN");
    const borderHubs = reference.hubs.filter((hub) => hub.isBorderHub);
    expect(borderHubs.length).toBeGreaterThan(1);
    expect(borderHubs.filter((hub) => hub.kind !== "border")).toEqual([]);
  });

  it("joins every place to some other by a leg between known places", () => {
    const joined = new Set(reference.legs.flatMap((leg) => [leg.fromId, leg.toId]));
    expect(joined).toEqual(placeIds);
  });

  it("tells published lengths from estimates", () => {
    const published = reference.legs.filter((leg) => !leg.isEstimate).map((leg) => `${leg.fromId}-${leg.toId}`);
    expect(published.sort()).toEqual([
      ...["CNHRN-CNMLX", "CNHRN-CNSFH", "CNKNM-CNMHN", "CNKNM-LAVTE", "CNLAZ-CNURM", "CNSFH-RUGRK"],
      ...["CNURM-CNAKL", "KZ-ALTYNKOL-KZALA", "KZALA-KGFRU", "KZALA-KZAST", "KZHOR-KZALA"],
      ...["LA-SAVANNAKHET-VNHAN", "LABTN-LAVTE"],
      ...["MNZUU-MNULN", "RU-USSURIYSK-RUVVO", "RUGRK-RUVVO", "RUHTA-RU-USSURIYSK", "RUHTA-RUOVB", "RULED-RUMOW"],
      ...["RUOVB-RUYEK", "RUYEK-RUMOW", "RUZBK-RUHTA", "RUZBK-RUHTA", "VN-DONG-VNLGS", "VN-HUUNGHI-VN-DONG"],
      "VN-HUUNGHI-VNHAN",
      ...["VNHAN-VNSGN", "VNLAO-VNHAN"],
    ]);
  });

  it("joins stations of one country that lie close together by a railway that does not lead far away", () => {
    const far = closeStations().filter(
      ({ pair, km, crowKm }) => !WITHOUT_A_LINE.has(pair) && km > WAY_ROUND_MOST * crowKm,
    );
    expect(closeStations().length).toBeGreaterThan(30);
    expect(far).toEqual([]);
  });

  it("has no exception for stations that a railway joins", () => {
    const round = closeStations().filter(({ km, crowKm }) => km > WAY_ROUND_MOST * crowKm);
    expect(round.map(({ pair }) => pair).sort()).toEqual([...WITHOUT_A_LINE.keys()].sort());
  });

  it("knows a wait in each month for every land crossing that a way may take", () => {
    const byId = new Map(reference.places.map((place) => [place.id, place]));
    const known = new Set(reference.waits.map((wait) => `${wait.hubId} ${wait.mode} ${wait.month}`));
    let crossings = 0;
    for (const leg of reference.legs) {
      const [a, b] = [byId.get(leg.fromId), byId.get(leg.toId)];
      const hubId = (a?.country === "CN" ? a : b)?.hubId;
      if ((a?.country === "CN") === (b?.country === "CN") || !hubId || !["road", "rail"].includes(leg.mode)) continue;
      crossings += 1;
      for (let month = 1; month <= 12; month++) expect(known).toContain(`${hubId} ${leg.mode} ${month}`);
    }
    expect(crossings).toBeGreaterThan(10);
  });

  it("has one rate a currency pair, as a decimal text", () => {
    const pairs = reference.seedRates.map((rate) => `${rate.base}/${rate.quote}`);
    expect(new Set(pairs).size).toBe(11);
    expect(reference.seedRates[0]).toEqual({ base: "USD", quote: "CNY", rate: "7.12", source: "S: demo estimate" });
  });

  it("has one duty rate for the same goods and day, each with its source, and estimates that say so", () => {
    const keys = reference.seedDutyRates.map((rate) =>
      [rate.country, rate.charge, rate.hsPrefix, rate.valueFrom ?? "", rate.validFrom].join(" "),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const { source, isEstimate } of reference.seedDutyRates)
      expect(/^demo estimate(;|$)/.test(String(source))).toBe(isEstimate);
  });

  it("knows every charge for all that the demo market trades, in the country that it is imported to", () => {
    const { cargo } = JSON.parse(readFileSync("demo/market/cargo.json", "utf8")) as {
      cargo: { hsCode: string; destinationCountry: string }[];
    };
    const rates = reference.seedDutyRates.map(({ isEstimate: _, ...typed }) => newDutyRateSchema.parse(typed).rate);
    const unknown = cargo.flatMap(({ hsCode, destinationCountry: country }) =>
      DUTY_CHARGES.filter(
        (charge) =>
          findRate(
            rates.filter((rate) => rate.country === country),
            { charge, hsCode, day: "2026-11-24" as LocalDate },
          ) === null,
      ).map((charge) => `${country} ${charge} ${hsCode}`),
    );
    expect(cargo.length).toBeGreaterThan(100);
    expect(unknown).toEqual([]);
  });
});

describe("the shipped exchange rates", () => {
  // Bank of Russia for 4 March 2026 (77.6093 rubles a dollar, 90.3098 a euro, 11.221 a yuan); 503.44 tenge a dollar on 4 February 2026
  // (caravan.kz); Vietcombank on 5 May 2025. The last public figures that were to be had.
  it.each([
    ["USD", "CNY", 77.6093 / 11.221],
    ["EUR", "USD", 90.3098 / 77.6093],
    ["CNY", "RUB", 11.221],
    ["USD", "RUB", 77.6093],
    ["USD", "KZT", 503.44],
    ["CNY", "KZT", (503.44 * 11.221) / 77.6093],
    ["USD", "VND", 26_160],
  ] as const)("has a rate of %s in %s within ten percent of the last public one, %d", (base, quote, published) => {
    const inYuan = (currency: Currency) => {
      if (currency === "CNY") return 1;
      const found = reference.seedRates.find((rate) => [rate.base, rate.quote].includes(currency));
      const rate = Number(found?.rate);
      return found?.base === "CNY" ? 1 / rate : rate;
    };
    expect(Math.abs(inYuan(base) / inYuan(quote) / published - 1)).toBeLessThan(0.1);
  });
});

describe("Russia's customs fee in the shipped reference", () => {
  const rates = reference.seedDutyRates
    .map(({ isEstimate: _, ...typed }) => newDutyRateSchema.parse(typed).rate)
    .filter(({ country, charge }) => country === "RU" && charge === "fee");

  // The bands of decree 1637 of 28 November 2024, as of 2026, hold "up to and including".
  it.each([
    [20_000_000n, 123_100n],
    [20_000_001n, 246_200n],
    [45_000_000n, 246_200n],
    [45_000_001n, 492_400n],
    [120_000_000n, 492_400n],
    [270_000_001n, 1_846_500n],
    [420_000_000n, 1_846_500n],
    [550_000_000n, 2_134_400n],
    [1_000_000_000n, 4_924_000n],
    [1_000_000_001n, 7_386_000n],
  ])("of a value of %d kopeks is %d", (valueMinor, fee) => {
    expect(findFee(rates, { valueMinor, day: "2026-11-24" as LocalDate })?.unitPrice?.minor).toBe(fee);
  });
});

describe("Kazakhstan's customs fee in the shipped reference", () => {
  const rates = reference.seedDutyRates
    .map(({ isEstimate: _, ...typed }) => newDutyRateSchema.parse(typed).rate)
    .filter(({ country, charge }) => country === "KZ" && charge === "fee");

  it.each([
    ["2024-12-31", 2_215_200n],
    ["2025-01-01", 2_359_200n],
    ["2025-12-31", 2_359_200n],
    ["2026-01-01", 2_595_000n],
    ["2026-11-24", 2_595_000n],
  ])("of a declaration on %s is %d tiyn: six of the index of that day", (day, fee) => {
    const found = findFee(rates, { valueMinor: 100_000_000n, day: day as LocalDate });
    expect(found?.unitPrice?.minor).toBe(fee);
    expect(found?.unitPrice?.minor).toBe(BigInt(6 * calculationIndexOn(day as LocalDate).value) * 100n);
  });
});

describe("the shipped rates of VAT", () => {
  const rates = reference.seedDutyRates.map(({ isEstimate: _, ...typed }) => newDutyRateSchema.parse(typed).rate);

  it.each([
    ["KZ", "2025-12-31", 1_200],
    ["KZ", "2026-11-30", 1_600],
    ["RU", "2025-12-31", 2_000],
    ["RU", "2026-11-30", 2_200],
    ["VN", "2026-11-30", 800],
    ["VN", "2027-01-01", 1_000],
    ["LA", "2024-04-09", undefined],
    ["LA", "2024-04-10", 1_000],
    ["UZ", "2026-11-30", 1_200],
    ["CN", "2026-11-30", 1_300],
  ])("take in %s on %s %d basis points of goods with no rate of their own", (country, day, bps) => {
    const own = rates.filter((rate) => rate.country === country);
    expect(findRate(own, { charge: "vat", hsCode: "940360", day: day as LocalDate })?.rateBps).toBe(bps);
  });
});

describe("the shipped rates of fresh goods and food", () => {
  const rates = reference.seedDutyRates.map(({ isEstimate: _, ...typed }) => newDutyRateSchema.parse(typed).rate);
  const bpsOf = (country: string, charge: "duty" | "vat", hsCode: string) =>
    findRate(
      rates.filter((rate) => rate.country === country),
      { charge, hsCode, day: "2026-11-24" as LocalDate },
    )?.rateBps;

  it.each([
    ["CN", "bananas", "0803900000", 1_000, 900],
    ["CN", "mangosteen", "0804503000", 1_500, 900],
    ["CN", "durian", "0810600000", 2_000, 900],
    ["CN", "dragon fruit", "0810908000", 2_000, 900],
    ["CN", "longan", "0810903000", 1_200, 900],
    ["CN", "litchi", "0810901000", 3_000, 900],
    // Starch is no farm product, and flour has its low rate within the quota only.
    ["CN", "cassava starch", "1108140000", 1_000, 1_300],
    ["CN", "wheat flour out of the quota", "1101000090", 6_500, 900],
    ["CN", "wheat flour within the quota", "1101000001", 600, 900],
    ["CN", "milling wheat within the quota", "1001990001", 100, 900],
    ["CN", "raw cotton within the quota", "5201000001", 100, 900],
    ["CN", "raw cotton out of the quota", "5201000090", 4_000, 900],
    ["CN", "dried apricots", "0813100000", 2_500, 900],
    ["CN", "dried longan", "0813401000", 2_000, 900],
    ["CN", "flax seed", "1204000090", 900, 900],
    ["VN", "garlic", "07032090", 1_200, 0],
    ["VN", "apples", "08081000", 2_000, 0],
    ["VN", "cars", "87032363", 5_000, 1_000],
    ["VN", "smartphones", "85171300", 0, 800],
    ["VN", "iron ore", "26011110", 0, 1_000],
    ["VN", "urea", "31021000", 300, 500],
    ["TH", "garlic", "0703209000", 1_000, 0],
    ["RU", "tomatoes", "0702000000", 1_500, 1_000],
    ["RU", "apples", "0808108000", null, 1_000],
    // The list of fruit at the low rate leaves bananas out.
    ["RU", "bananas", "0803901000", 500, 2_200],
    ["KZ", "tomatoes", "0702000000", 1_500, 1_600],
  ] as const)("take in %s of %s (%s) a duty of %d and a VAT of %d basis points", (country, _, hsCode, duty, vat) => {
    expect(bpsOf(country, "duty", hsCode)).toBe(duty);
    expect(bpsOf(country, "vat", hsCode)).toBe(vat);
  });

  it.each([
    ["furniture", "9403600000", "2025-12-31", 1_300, "Notice 39 of 2019 of MOF, STA and GACC"],
    ["furniture", "9403600000", "2026-01-01", 1_300, "Value-Added Tax Law of the PRC, art. 10"],
    ["bananas", "0803900000", "2026-01-01", 900, "Value-Added Tax Law of the PRC, art. 10: farm products"],
  ])("tax %s (%s) in China on %s at %d basis points by: %s", (_, hsCode, day, bps, source) => {
    const ofChina = rates.filter((rate) => rate.country === "CN");
    const found = findRate(ofChina, { charge: "vat", hsCode, day: day as LocalDate });
    expect(found?.rateBps).toBe(bps);
    expect(found?.source).toContain(source);
  });

  it.each([
    ["steel", "72104912", "2025-06-30", "Law on VAT 13/2008/QH12: metals keep 10%"],
    ["steel", "72104912", "2025-07-01", "Decree 174/2025/ND-CP: metal products keep 10%"],
    ["cars", "87032363", "2025-07-01", "Decree 174/2025/ND-CP: goods under excise keep 10%"],
    ["urea", "31021000", "2025-06-30", "Law 71/2014/QH13: fertilisers are not taxed"],
    ["smartphones", "85171300", "2027-01-01", "Resolution 204/2025/QH15 ends"],
  ])("tax %s (%s) in Viet Nam on %s by: %s", (_, hsCode, day, source) => {
    const ofVietNam = rates.filter((rate) => rate.country === "VN");
    expect(findRate(ofVietNam, { charge: "vat", hsCode, day: day as LocalDate })?.source).toBe(source);
  });
});

it("every country of a place can be chosen in forms, and its companies can join but for those of a country under embargo", () => {
  const countries = [...new Set(reference.places.map(({ country }) => country))];
  expect(countries.filter((country) => !OFFERED.some((one) => one === country))).toEqual([]);
  const without = countries.filter((country) => !SERVED.some((one) => one === country));
  expect(without).toEqual(countries.filter(isEmbargoed));
});
