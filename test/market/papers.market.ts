import { expect, test } from "vitest";
import { readReference } from "../../db/reference/read-reference";
import { readMarketData, writtenName } from "../../demo/plan/market-data";
import { hubIdOf } from "../../domain/hubs/place";
import { ask, line, percent, share } from "./built-market";

// Whether the papers of the built market could lie on a customs broker's desk.

type Paper = { deal: string; kind: string; number: string; date: string; corridor: string; posted: string };

const papers = ask<Paper>(
  `select p.deal_id as deal, p.kind, p.number, p.date, d.corridor, date(d.created_at / 1000, 'unixepoch', '+8 hours') as posted
  from deal_documents p join deals d on d.id = p.deal_id where p.is_withdrawn = 0`,
);

/** What comes into being before what: an import permit before the contract, and the waybill last. */
const ORDER: readonly (readonly string[])[] = [
  ["quarantine_permit"],
  ["sales_contract"],
  ["commercial_invoice", "packing_list"],
  [
    ...["origin_form_e", "origin_rcep", "origin_general", "phytosanitary", "veterinary", "health", "fumigation"],
    ...["eac_declaration", "eac_certificate", "conformity_certificate", "export_licence", "insurance_policy"],
  ],
  ["cmr", "intl_road_waybill", "smgs", "bill_of_lading", "air_waybill"],
];

/** How the number of each kind of paper is written, by its country where that has a form of its own. */
const FORMS: Readonly<Record<string, RegExp | Readonly<Record<string, RegExp>>>> = {
  sales_contract: /^SC-\d{4}-[0-9A-Z]{6}$/,
  commercial_invoice: /^INV-\d{4}-[0-9A-Z]{6}$/,
  packing_list: /^PL-\d{4}-[0-9A-Z]{6}$/,
  power_of_attorney: /^POA-\d{4}-[0-9A-Z]{6}$/,
  cmr: /^CMR \d{10}$/,
  intl_road_waybill: /^IRW \d{10}$/,
  smgs: /^\d{8}$/,
  tir_carnet: /^XQ\d{8}$/,
  transit_declaration: /^\d{2}LA\d{14}$/,
  bill_of_lading: /^[A-Z]{4}\d{10}$/,
  air_waybill: /^\d{3}-\d{8}$/,
  export_declaration: /^\d{18}$/,
  origin_form_e: { CN: /^E\d{2}\d{13}$/, VN: /^VN-CN \d{2}\/(0[1-9]|1\d|20)\/\d{7}$/, TH: /^E20\d{2}-\d{7}$/ },
  origin_rcep: { CN: /^R\d{2}\d{13}$/, VN: /^VN-CN \d{2}\/(0[1-9]|1\d|20)\/\d{7}$/, TH: /^R20\d{2}-\d{7}$/ },
  origin_general: { RU: /^RUCN\d{10}$/, "": /^[A-Z]{2}-\d{2}-\d{7}$/ },
  phytosanitary: {
    ...{ CN: /^1\d{14}$/, RU: /^156\d{15}$/, TH: /^PQ7 20\d{2}-\d{7}$/ },
    "": /^[A-Z]{2}-\d{2}-\d{7}$/,
  },
  veterinary: { RU: /^RU-\d{2}\/\d{8}$/, VN: /^[A-F]A\d{4}\/\d{2}\/CH$/, "": /^[A-Z]{2}-\d{2}-\d{7}$/ },
  health: { VN: /^[A-F]A\d{4}\/\d{2}\/CH$/, "": /^[A-Z]{2}-\d{2}-\d{7}$/ },
  eac_declaration: {
    RU: /^ЕАЭС N RU Д-CN\.РА\d{2}\.А\.\d{5}\/\d{2}$/,
    KZ: /^ЕАЭС N KZ\.7500\d{3}\.24\.01\.\d{5}$/,
    KG: /^ЕАЭС N KG417\/035\.Д\.\d{7}$/,
  },
  eac_certificate: {
    RU: /^ЕАЭС RU С-CN\.АЯ\d{2}\.А\.\d{5}\/\d{2}$/,
    KZ: /^ЕАЭС KZ\.7500\d{3}\.22\.01\.\d{5}$/,
    KG: /^ЕАЭС KG417\/035\.CN\.02\.\d{5}$/,
  },
  conformity_certificate: { UZ: /^UZ\.SMT\.01\.\d{4}\.\d{8}$/, MN: /^MN-\d{2}-\d{7}$/ },
  vehicle_type_approval: /^(ЕАЭС RU Е-CN\.МТ\d{2}\.\d{5}|K[ZG]-\d{2}-\d{7})$/,
  export_licence: /^\d{2}-AB-\d{6}$/,
  quarantine_permit: /^AP20\d{10}$/,
  insurance_policy: /^CGO20\d{12}$/,
  msds: /^SDS-20\d{2}-\d{5}$/,
  test_report: /^TR20\d{9}$/,
  un38_3: /^UN38\.3-20\d{2}-\d{6}$/,
};

/** These are the importer's; all others are issued where the goods come from. */
const OF_ARRIVAL = ["eac_declaration", "eac_certificate", "conformity_certificate"];

function formOf({ kind, corridor }: Paper): RegExp | undefined {
  const forms = FORMS[kind];
  if (forms === undefined || forms instanceof RegExp) return forms;
  const [from = "", to = ""] = corridor.split("-");
  return forms[OF_ARRIVAL.includes(kind) ? to : from] ?? forms[""];
}

test("the papers of a deal are dated as they come into being: permit, contract, invoice and packing list, certificates, waybill", () => {
  const placeOf = (kind: string) => ORDER.findIndex((kinds) => kinds.includes(kind));
  const deals = [...Map.groupBy(papers, ({ deal }) => deal).values()];
  const turned = deals.flatMap((of) =>
    of.flatMap((one) => {
      const place = placeOf(one.kind);
      const earlier = of.filter(({ kind }) => placeOf(kind) >= 0 && placeOf(kind) < place);
      return earlier.filter(({ date }) => date > one.date).map(({ kind, date }) => [kind, date, one.kind, one.date]);
    }),
  );
  const contracts = papers.filter(({ kind }) => kind === "sales_contract");
  line(`papers in the wrong order: ${turned.length}, of ${deals.length} deals; contracts ${contracts.length}`);
  expect(contracts.length).toBeGreaterThan(100);
  expect(turned).toEqual([]);
  // Goods are sold before their carriage is asked for, and an import permit is older still.
  expect(contracts.filter(({ date, posted }) => date >= posted)).toEqual([]);
  const permits = papers.filter(({ kind }) => kind === "quarantine_permit");
  expect(permits.length).toBeGreaterThan(20);
  expect(permits.filter(({ deal, date }) => contracts.some((one) => one.deal === deal && one.date <= date))).toEqual(
    [],
  );
});

test("every paper bears a number as whoever issues it writes it, and no two of a kind the same", () => {
  const odd = papers.filter((one) => !formOf(one)?.test(one.number));
  const twins = papers.length - new Set(papers.map(({ kind, number }) => `${kind} ${number}`)).size;
  line(`papers whose number has no known form: ${odd.length} of ${papers.length}`);
  expect(odd.map(({ kind, number, corridor }) => `${corridor} ${kind} ${number}`)).toEqual([]);
  expect(twins).toBe(0);
});

test("an air waybill ends with the remainder of its serial number by seven, and waybills name what the goods travel in and whom they go to", () => {
  const air = papers.filter(({ kind }) => kind === "air_waybill");
  const parts = air.map(({ number }) => /^\d{3}-(\d{7})(\d)$/.exec(number));
  expect(air.length).toBeGreaterThan(20);
  expect(parts.filter((one) => Number(one?.[1]) % 7 !== Number(one?.[2]))).toEqual([]);
  const vehicles = ask<{ kind: string; vehicle: string; consignee: string }>(
    `select kind, json_extract(fields, '$.vehicle') as vehicle, json_extract(fields, '$.consignee') as consignee
    from deal_documents where json_extract(fields, '$.vehicle') is not null`,
  );
  const companies = new Set(readMarketData().organisations.map((one) => writtenName(one, 160)));
  const elsewhere = vehicles.filter(({ consignee }) => !companies.has(consignee));
  line(`waybills to nobody of the market: ${elsewhere.length} of ${vehicles.length}`);
  expect(elsewhere.length).toBeLessThanOrEqual(3);
  expect(vehicles.filter(({ vehicle }) => /^V-/.test(vehicle))).toEqual([]);
  expect(vehicles.filter(({ kind, vehicle }) => kind === "air_waybill" && !/^[A-Z]{2}\d{4}$/.test(vehicle))).toEqual(
    [],
  );
});

test("border small-scale trade is declared only for traders of the border county or city that their goods cross at", () => {
  const { organisations } = readMarketData();
  const places = new Map(readReference().places.map((place) => [place.id, place]));
  const declared = ask<{ mode: string; code: string; hub: string; reference: string }>(
    `select json_extract(r.spec, '$.supervisionMode') as mode, d.hub_id as hub, d.reference,
      case when d.corridor like 'CN-%' then json_extract(r.spec, '$.exporterCode') else json_extract(r.spec, '$.importerOfRecord.taxId') end as code
    from requests r join deals d on d.id = r.deal_id where json_extract(r.spec, '$.supervisionMode') is not null`,
  );
  const small = declared.filter(({ mode }) => mode === "4019");
  const far = small.filter(({ code, hub }) => {
    const trader = organisations.find(({ registration }) => registration.number === code);
    const home = places.get(trader?.cityId ?? "");
    return !home || hubIdOf(home) !== hub;
  });
  line(`under border small-scale trade: ${small.length} of ${declared.length}; traders from elsewhere ${far.length}`);
  expect(small.length).toBeGreaterThan(2);
  expect(far).toEqual([]);
});

test("an importer pays duty and tax from its own account, or its broker advances them and passes them through, and never both", () => {
  const bids = ask<{ paidBy: string | null; side: string; charged: number; deal: string }>(
    `select json_extract(v.content, '$.terms.dutyPaidBy') as paidBy, json_extract(r.spec, '$.side') as side, r.deal_id as deal,
      (select count(*) from json_each(v.content, '$.lines') l where json_extract(l.value, '$.code') in ('DTY', 'VAT', 'CUF')) as charged
    from bids b join bid_versions v on v.bid_id = b.id and v.version = b.version join requests r on r.id = b.request_id
    where r.service = 'customs' and v.content is not null`,
  );
  const imports = bids.filter(({ side }) => side === "import" || side === "both");
  const own = imports.filter(({ paidBy }) => paidBy === "client_account");
  line(`bids on imports whose client pays itself: ${percent(share(own.length, imports.length))} of ${imports.length}`);
  expect(share(own.length, imports.length)).toBeGreaterThan(0.1);
  expect(share(own.length, imports.length)).toBeLessThan(0.6);
  expect(imports.filter(({ paidBy, charged }) => (paidBy === "broker_advance") !== charged > 0)).toEqual([]);
  expect(bids.filter(({ side, paidBy, charged }) => side === "export" && (paidBy !== null || charged > 0))).toEqual([]);
  // Whoever bids on one deal reckons with the same payer.
  const payers = [...Map.groupBy(imports, ({ deal }) => deal).values()];
  expect(payers.filter((all) => new Set(all.map(({ paidBy }) => paidBy)).size > 1)).toEqual([]);
});

test("most goods between China and ASEAN come with Form E, some with the certificate of RCEP, and none with both", () => {
  const count = (kind: string) => new Set(papers.filter((one) => one.kind === kind).map(({ deal }) => deal));
  const [formE, rcep] = [count("origin_form_e"), count("origin_rcep")];
  line(`deals with Form E ${formE.size}, with the certificate of RCEP ${rcep.size}`);
  expect(share(rcep.size, formE.size + rcep.size)).toBeGreaterThan(0.05);
  expect(share(rcep.size, formE.size + rcep.size)).toBeLessThan(0.35);
  expect([...rcep].filter((deal) => formE.has(deal))).toEqual([]);
});

test("goods that pass a third country have its transit declaration or a TIR carnet beside their waybill", () => {
  const hauls = ask<{ corridor: string; transit: number }>(
    `select d.corridor, exists (select 1 from deal_documents t where t.deal_id = d.id and t.is_withdrawn = 0
        and t.kind in ('tir_carnet', 'transit_declaration')) as transit
    from deals d where ((d.mode = 'road' and d.corridor in ('CN-UZ', 'UZ-CN')) or (d.mode in ('road', 'rail') and d.corridor in ('CN-TH', 'TH-CN')))
      and exists (select 1 from deal_documents p where p.deal_id = d.id and p.is_withdrawn = 0 and p.kind in ('cmr', 'intl_road_waybill', 'smgs'))`,
  );
  const without = hauls.filter(({ transit }) => transit === 0);
  line(`hauls through a third country: ${hauls.length}, without its transit paper ${without.length}`);
  expect(hauls.length).toBeGreaterThan(3);
  expect(without).toEqual([]);
});
