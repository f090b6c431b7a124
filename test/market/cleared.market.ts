import { expect, test } from "vitest";
import { PER_CNY } from "../../demo/plan/landed-cost";
import { readMarketData } from "../../demo/plan/market-data";
import { type Currency, minorDigits } from "../../domain/shared/money";
import { DAY_MS, dayOf, HOUR_MS, instant } from "../../domain/shared/time";
import { ask, line, median, percent, share } from "./built-market";

// What brokers promise and declare in the built market.

/** When the goods of a declaration lay before the customs of its side. */
const CAME = `(select m.occurred_at from order_milestones m join orders l on l.id = m.order_id
  where l.deal_id = o.deal_id and l.service = 'logistics' and m.code = case
    when c.side = 'export' then 'arrived_hub' when o.mode in ('road', 'rail') then 'crossed_border' else 'arrived_port' end limit 1)`;

test("customs release goods within the hours that brokers promise for nine of ten, from the later of filing and the goods' being there", () => {
  const released = ask<{ hours: number; typical: number; most: number }>(
    `select (c.last_act_at - max(c.filed_at, coalesce(${CAME}, 0))) / ${HOUR_MS}.0 as hours,
      json_extract(v.content, '$.terms.hoursToRelease') as typical, json_extract(v.content, '$.terms.hoursToReleaseP90') as most
    from declarations c join orders o on o.id = c.order_id join bids b on b.id = o.bid_id
    join bid_versions v on v.bid_id = b.id and v.version = b.version where c.state = 'released' and c.side <> 'transit'`,
  );
  const kept = share(released.filter(({ hours, most }) => hours <= most).length, released.length);
  line(
    `declarations released within the promised hours of nine in ten: ${percent(kept)} of ${released.length}, median ${median(released.map(({ hours }) => hours)).toFixed(0)} h`,
  );
  expect(released.length).toBeGreaterThan(100);
  expect(kept).toBeGreaterThanOrEqual(0.85);
  expect(released.filter(({ typical, most }) => typical < 12 || typical > 24 || most < 48 || most > 60)).toEqual([]);
});

test("declarations to China, Viet Nam, Thailand and the Eurasian Economic Union name the whole code of the country's own tariff", () => {
  const declared = ask<{ country: string; code: string }>(
    "select c.country, json_extract(l.value, '$.hsCode') as code from declarations c, json_each(c.lines) l",
  );
  const DIGITS: Readonly<Record<string, number>> = { CN: 10, VN: 8, TH: 8, KZ: 10, RU: 10, KG: 10 };
  const short = declared.filter(
    ({ country, code }) => DIGITS[country] !== undefined && code.length !== DIGITS[country],
  );
  line(`declared lines without the whole code of their country: ${short.length} of ${declared.length}`);
  expect(declared.length).toBeGreaterThan(150);
  expect(short).toEqual([]);
});

test("a number of China's customs bears the year in which its declaration was filed", () => {
  const filed = ask<{ id: string; number: string; at: number }>(
    "select id, registered_number as number, filed_at as at from declarations where country = 'CN' and filed_at is not null",
  );
  const wrong = filed.filter(
    ({ number, at }) => number.slice(4, 8) !== dayOf(instant(at), "Asia/Shanghai").slice(0, 4),
  );
  line(`numbers of China's customs of another year than their filing: ${wrong.length} of ${filed.length}`);
  expect(filed.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

test("what is declared later at an office has the larger number: in China by office and year, in Viet Nam by the kind of declaration", () => {
  const filed = ask<{ country: string; number: string; at: number }>(
    `select country, registered_number as number, filed_at as at from declarations
      where country in ('CN', 'VN') and side <> 'transit' and filed_at is not null
    union all select json_extract(n.value, '$.country'), json_extract(n.value, '$.number'), m.occurred_at
      from order_milestones m, json_each(m.evidence, '$.declarations') n
      where m.code = 'filed' and m.occurred_at is not null and json_extract(n.value, '$.country') in ('CN', 'VN')`,
  ).toSorted((one, other) => one.at - other.at);
  // Nine digits of a serial behind office, year and direction; in Viet Nam nine behind the two of the kind and one of the year.
  const partsOf = ({ country, number }: (typeof filed)[number]) =>
    country === "CN"
      ? { office: number.slice(0, 8), serial: number.slice(9) }
      : { office: `${country} ${number.slice(0, 3)}`, serial: number.slice(3) };
  const last = new Map<string, { at: number; serial: string }>();
  const wrong = filed.filter((one) => {
    const { office, serial } = partsOf(one);
    const before = last.get(office);
    last.set(office, { at: one.at, serial });
    return before !== undefined && before.at < one.at && before.serial >= serial;
  });
  line(`declarations with a smaller number than an earlier one of their office: ${wrong.length} of ${filed.length}`);
  expect(filed.length).toBeGreaterThan(150);
  expect(wrong).toEqual([]);
});

test("a declaration's number begins with no country, since the page names it, and has fourteen characters in Thailand", () => {
  const filed = ask<{ country: string; number: string }>(
    "select country, registered_number as number from declarations where registered_number is not null",
  );
  const thai = filed.filter(({ country }) => country === "TH");
  line(`declarations with a number: ${filed.length}, of Thailand ${thai.length}`);
  expect(filed.length).toBeGreaterThan(100);
  expect(filed.filter(({ country, number }) => number.startsWith(country))).toEqual([]);
  expect(thai.filter(({ number }) => !/^A\d{3}[01]\d{4}\d{5}$/.test(number))).toEqual([]);
});

test("every line of a clearance says its quantity in the first legal unit of China's tariff, which in kilograms is its net weight and in cubic metres its boards without the bundle", () => {
  const UNITS = [
    ["piece", /^(4011|61(?!15)|62|84|85(?!45)|87(?!08|14)|9[45])/],
    ["pair", /^(6115|64)/],
    ["cubic_metre", /^44/],
    ["square_metre", /^6907/],
  ] as const;
  const lines = ask<{
    reference: string;
    code: string;
    counted: string | null;
    packages: number;
    net: number;
    cm3: number;
    boards: number | null;
  }>(
    `select r.reference, l.hs_code as code, l.packages, l.net_weight_grams as net, l.volume_cm3 as cm3,
      (select json_extract(i.spec, '$.products[0].quantity') from requests i
        where i.deal_id = r.deal_id and json_extract(i.spec, '$.products[0].name') like '%1220 × 2440 × 18 mm%') as boards,
      json_extract(r.spec, '$.lineQuantities."' || (l.position + 1) || '"') as counted
    from requests r join cargo_lines l on l.deal_id = r.deal_id where r.service = 'customs'`,
  );
  const BOARD_M3 = 1.22 * 2.44 * 0.018;
  const wrong = lines.filter(({ code, counted, packages, net, cm3, boards }) => {
    const unit = UNITS.find(([, codes]) => codes.test(code))?.[0] ?? "kg";
    const quantity = ((JSON.parse(counted ?? "{}") as Record<string, number>)[unit] ?? 0) / 1_000;
    if (unit === "kg") return quantity !== net / 1_000;
    if (unit !== "cubic_metre") return quantity < packages;
    // A bundle takes more room than its boards, which are so many of one size.
    const isOfOtherSize = boards !== null && Math.abs(quantity / (boards * BOARD_M3) - 1) > 0.01;
    return quantity > cm3 / 1e6 || quantity < (cm3 / 1e6) * 0.85 || isOfOtherSize;
  });
  const watched = lines.filter(({ boards }) => boards !== null);
  line(
    `lines of clearances without their legal quantity: ${wrong.length} of ${lines.length}; of boards that are counted too: ${watched.length}`,
  );
  expect(lines.length).toBeGreaterThan(300);
  expect(watched.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

test("what shops abroad sell is exported by electronic commerce, and to a warehouse abroad by who keeps stock there", () => {
  const SOLD_IN_SHOPS = /^(3924|42|6[1-4]|846721|8471|8516|8517|8539|9[45])/;
  const online = ask<{ mode: string; corridor: string; code: string; owner: string }>(
    `select json_extract(r.spec, '$.supervisionMode') as mode, d.corridor, json_extract(r.spec, '$.exporterCode') as owner,
      (select c.hs_code from cargo_lines c where c.deal_id = d.id limit 1) as code
    from requests r join deals d on d.id = r.deal_id where json_extract(r.spec, '$.supervisionMode') in ('9710', '9810')`,
  );
  const stocks = new Map(
    readMarketData().organisations.map(({ registration, stockIn = [] }) => [registration.number, stockIn]),
  );
  const unstocked = online.filter(
    ({ mode, owner, corridor }) =>
      mode === "9810" && !stocks.get(owner)?.some((country) => corridor === `CN-${country}`),
  );
  const unsold = online.filter(({ code }) => !SOLD_IN_SHOPS.test(code));
  line(
    `exports by electronic commerce: ${online.length}, of industrial goods ${unsold.length}, without stock ${unstocked.length}`,
  );
  expect(online.length).toBeGreaterThan(2);
  expect([unsold, unstocked]).toEqual([[], []]);
});

test("the trade's papers are dated in their order: the contract, its invoice, the waybill", () => {
  const dates = ask<{ contract: string | null; invoice: string; waybill: string | null }>(
    `select min(case when kind = 'sales_contract' then date end) as contract, min(case when kind = 'commercial_invoice' then date end) as invoice,
      min(case when kind in ('cmr', 'intl_road_waybill', 'smgs', 'cim_smgs', 'bill_of_lading', 'air_waybill') then date end) as waybill
    from deal_documents where is_withdrawn = 0 group by deal_id having invoice is not null`,
  );
  const wrong = dates.filter(
    ({ contract, invoice, waybill }) =>
      (contract !== null && contract > invoice) || (waybill !== null && waybill < invoice),
  );
  line(`deals whose papers are not dated in their order: ${wrong.length} of ${dates.length}`);
  expect(dates.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

test("wireless earphones go under their own heading, weigh what they weigh, and rubber pays by the tonne", () => {
  const earphones = ask<{ code: string; grams: number; cm3: number }>(
    `select hs_code as code, gross_weight_grams * 1.0 / packages as grams, volume_cm3 * 1.0 / packages as cm3
    from cargo_lines where description like '%earphones%'`,
  );
  const [PAIRS, { length }] = [60, earphones];
  line(`lines of wireless earphones: ${length}`);
  const isOdd = ({ code, grams, cm3 }: (typeof earphones)[number]) =>
    code !== "851762" || grams / PAIRS < 150 || grams / PAIRS > 250 || cm3 / PAIRS < 600 || cm3 / PAIRS > 1_000;
  expect(earphones.filter(isOdd)).toEqual([]);
  const [rubber] = ask<{ method: string }>(
    "select method from duty_rates where country = 'CN' and hs_prefix = '400122'",
  );
  expect(rubber?.method).toBe("specific");
});

test("no truck of a story crosses before its papers are there and what comes in is declared", () => {
  const trucks = ask<{
    crossedAt: number;
    filedAt: number | null;
    papers: number;
    arrivesBy: number;
    releasedBy: number;
  }>(
    `select s.crossed_at as crossedAt,
      (select m.occurred_at + ${DAY_MS} * json_extract(v.content, '$.transitDays.max') from order_milestones m join bid_versions v on v.bid_id = o.bid_id
        where m.order_id = o.id and m.code = 'picked_up' order by v.version desc limit 1) as arrivesBy,
      s.crossed_at + (select ${DAY_MS} * json_extract(v.content, '$.transitDays.min') from orders b join bid_versions v on v.bid_id = b.bid_id
        where b.deal_id = o.deal_id and b.service = 'customs' order by v.version desc limit 1) as releasedBy,
      (select min(c.filed_at) from declarations c join orders b on b.id = c.order_id where b.deal_id = o.deal_id and c.side = 'import') as filedAt,
      (select count(distinct p.kind) from deal_documents p where p.deal_id = o.deal_id
        and p.kind in ('sales_contract', 'commercial_invoice', 'packing_list', 'intl_road_waybill', 'export_declaration')) as papers
    from border_slots s join orders o on o.id = s.order_id where s.booking_number like 'LS-%-40533'`,
  );
  expect(trucks).toHaveLength(1);
  const isWrong = ({ crossedAt, filedAt, papers, arrivesBy, releasedBy }: (typeof trucks)[number]) =>
    filedAt === null || filedAt > crossedAt || papers < 5 || arrivesBy < releasedBy;
  expect(trucks.filter(isWrong)).toEqual([]);
});

test("both declarations of goods that go over land state nearly one value: at the border that they cross", () => {
  type Stated = { side: string; minor: number; currency: Currency; rate: string | null };
  const stated = ask<Stated & { deal: string }>(
    `select o.deal_id as deal, c.side, c.currency,
      sum((select sum(json_extract(l.value, '$.valueMinor')) from json_each(c.lines) l)) as minor,
      (select x.rate from exchange_rates x where x.base = 'CNY' and x.quote = c.currency
        and x.day <= date(c.created_at / 1000, 'unixepoch') order by x.day desc limit 1) as rate
    from declarations c join orders o on o.id = c.order_id join deals d on d.id = o.deal_id where d.mode in ('road', 'rail') and c.state <> 'refused'
    group by o.id, c.side, c.currency`,
  );
  const sides = Map.groupBy(stated, ({ deal }) => deal);
  // The year is reckoned by the demo's own estimates, the stories by the rates that the market shows.
  const yuan = ({ minor, currency, rate }: Stated) => {
    const major = minor / 10 ** minorDigits(currency);
    return [major / PER_CNY[currency], major / (currency === "CNY" ? 1 : Number(rate ?? PER_CNY[currency]))];
  };
  const apart = [...sides.values()].flatMap((both) => {
    const [leaving, entering] = ["export", "import"].map((side) => both.find((one) => one.side === side));
    if (!leaving || !entering) return [];
    const [from, to] = [yuan(leaving), yuan(entering)];
    return [Math.min(...from.map((value, at) => Math.abs((to[at] ?? 0) / value - 1)))];
  });
  line(`declarations of both sides over land: ${apart.length} pairs, at most ${percent(Math.max(...apart))} apart`);
  expect(apart.length).toBeGreaterThan(10);
  expect(apart.filter((share) => share > 0.05)).toEqual([]);
});

test("an export is declared at the value that its request shows: the price with carriage to the exit, without what lies beyond it", () => {
  type Declared = {
    rule: string;
    asked: number;
    currency: Currency;
    minor: number;
    declaredIn: Currency;
    rate: string | null;
  };
  const declared = ask<Declared>(
    `select d.incoterm_rule as rule, d.goods_currency as currency, c.currency as declaredIn,
      d.goods_value_minor + coalesce(json_extract(r.spec, '$.freightToBorder.minor'), 0) - coalesce(json_extract(r.spec, '$.includedAfterBorder.minor'), 0) as asked,
      sum((select sum(json_extract(l.value, '$.valueMinor')) from json_each(c.lines) l)) as minor,
      (select x.rate from exchange_rates x where x.base = d.goods_currency and x.quote = 'CNY'
        and x.day <= date(c.created_at / 1000, 'unixepoch') order by x.day desc limit 1) as rate
    from declarations c join orders o on o.id = c.order_id join requests r on r.id = o.request_id join deals d on d.id = o.deal_id
    where json_extract(r.spec, '$.side') = 'export' and c.state <> 'refused' and d.corridor like 'CN-%'
    group by o.id having count(*) = coalesce(json_extract(r.spec, '$.declarations'), 1)`,
  );
  // The year is reckoned by the demo's own estimates, the stories by the rates that the market shows.
  const apart = declared.map(({ asked, currency, minor, rate }) => {
    const yuan = asked / 10 ** minorDigits(currency);
    const said = [1 / PER_CNY[currency], Number(rate ?? 1 / PER_CNY[currency])];
    return Math.min(...said.map((each) => Math.abs(minor / 100 / (yuan * each) - 1)));
  });
  line(
    `exports declared: ${declared.length}, at most ${percent(Math.max(...apart))} from the value at the exit that was asked for`,
  );
  expect(declared.length).toBeGreaterThan(50);
  expect(declared.every(({ declaredIn }) => declaredIn === "CNY")).toBe(true);
  expect(apart.filter((share) => share > 0.02)).toEqual([]);
});

test("what customs have released was cleared with a power of attorney, a contract where its mode asks for one, and the certificate of goods that grow", () => {
  const GROWS = `exists (select 1 from cargo_lines l where l.deal_id = o.deal_id
    and (substr(l.hs_code, 1, 2) between '06' and '14' or substr(l.hs_code, 1, 4) in ('4401', '4403', '4404', '4406', '4407', '4408', '4409')))`;
  const has = (kind: string) =>
    `exists (select 1 from deal_documents p where p.deal_id = o.deal_id and p.is_withdrawn = 0 and p.kind = '${kind}')`;
  const over = ask<{ service: string; asked: number; there: number; kept: number }>(
    `select o.service, 2 + ${GROWS} - (json_extract(r.spec, '$.supervisionMode') = '1039' or json_extract(r.spec, '$.supervisionMode') is null) as asked,
      ${has("power_of_attorney")} + (${has("sales_contract")} and coalesce(json_extract(r.spec, '$.supervisionMode'), '1039') <> '1039') + (${GROWS} and ${has("phytosanitary")}) as there,
      exists (select 1 from declarations c where c.order_id = o.id and c.state = 'released') as kept
    from orders o join requests r on r.id = o.request_id where o.service = 'customs' and o.state = 'completed'`,
  );
  const hauls = ask<{ asked: number; there: number }>(
    `select ${GROWS} as asked, ${GROWS} and ${has("phytosanitary")} as there
    from orders o where o.service = 'logistics' and o.state = 'completed'`,
  );
  const lacking = over.filter(({ asked, there }) => there < asked).length;
  const bare = hauls.filter(({ asked, there }) => there < asked).length;
  const kept = share(over.filter((one) => one.kept === 1).length, over.length);
  line(
    `clearances over without a decisive paper: ${lacking} of ${over.length}, whose declarations are kept ${percent(kept)}; hauls of what grows without its certificate ${bare}`,
  );
  expect(over.length).toBeGreaterThan(200);
  expect([lacking, bare, kept]).toEqual([0, 0, 1]);
});

test("no goods on their way were let out of a country without a contract, an invoice or a packing list that somebody entered", () => {
  const out = ask<{ reference: string; papers: number }>(
    `select d.reference, (select count(distinct p.kind) from deal_documents p where p.deal_id = d.id and p.is_withdrawn = 0
      and p.kind in ('sales_contract', 'commercial_invoice', 'packing_list')) as papers
    from orders o join deals d on d.id = o.deal_id
    where o.service = 'logistics' and o.state in ('scheduled', 'in_progress') and exists (select 1 from order_milestones m
      where m.order_id = o.id and m.code = 'export_released' and m.occurred_at is not null)`,
  );
  line(
    `hauls under way past the export release: ${out.length}, the fewest trade papers ${Math.min(...out.map((one) => one.papers))}`,
  );
  expect(out.length).toBeGreaterThan(3);
  expect(out.filter(({ papers }) => papers === 0)).toEqual([]);
});

test("what an examination has found is said with the release alone: goods that are still stopped wait for it", () => {
  const called = ask<{ id: string; note: string; releasedAt: number | null; releaseNote: string | null }>(
    `select s.order_id as id, s.note, r.occurred_at as releasedAt, r.note as releaseNote from order_milestones s
    join order_milestones r on r.order_id = s.order_id and r.code = 'released'
    where s.code = 'state_question' and s.note like '%Examination notice%'`,
  );
  const asDeclared = ask<{ n: number }>(
    "select count(*) as n from order_milestones where code = 'state_question' and note like '%as declared%'",
  )[0]?.n;
  const released = called.filter(({ releasedAt }) => releasedAt !== null);
  line(`examinations ${called.length}, of which ${called.length - released.length} are not over`);
  expect(called.length).toBeGreaterThan(10);
  expect(asDeclared).toBe(0);
  expect(
    released.filter(({ releaseNote }) => !/Examination record \d+: found as declared/.test(releaseNote ?? "")),
  ).toEqual([]);
  // Record and notice bear one number.
  const numberIn = (words: string | null) => /Examination \w+ (\d+)/.exec(words ?? "")?.[1];
  expect(released.filter(({ note, releaseNote }) => numberIn(note) !== numberIn(releaseNote))).toEqual([]);
});

test("a transit through Kazakhstan or China is opened by brokers of the country before the border, under a carnet or its customs' number, and ends beyond it", () => {
  const found = ask<{
    reference: string;
    country: string;
    broker: string;
    number: string | null;
    mode: string;
    destination: string;
    sold: string;
    filed: number | null;
    crossed: number | null;
    released: number | null;
    delivered: number | null;
    duty: number | null;
    papers: number;
    completed: number;
  }>(`select o.reference, c.country, p.country as broker, c.registered_number as number, o.mode, o.state = 'completed' as completed,
      (select destination_id from deals d where d.id = o.deal_id) as destination, b.country as sold,
      (select m.occurred_at from order_milestones m where m.order_id = o.id and m.code = 'filed') as filed,
      (select m.occurred_at from order_milestones m where m.order_id = o.id and m.code = 'released') as released,
      (select m.occurred_at from order_milestones m where m.order_id = o.id and m.code = 'duties_paid') as duty,
      (select m.occurred_at from orders h join order_milestones m on m.order_id = h.id
        where h.deal_id = o.deal_id and h.service = 'logistics' and m.code = 'crossed_border') as crossed,
      (select m.occurred_at from orders h join order_milestones m on m.order_id = h.id
        where h.deal_id = o.deal_id and h.service = 'logistics' and m.code = 'delivered') as delivered,
      (select count(*) from deliverable_files f where f.order_id = o.id and f.code = 'transit_document') as papers
    from declarations c join orders o on o.id = c.order_id join organisations p on p.id = o.provider_organisation_id
    join organisations b on b.id = o.buyer_organisation_id where c.side = 'transit'`);
  line(`transits: ${found.map(({ mode, number }) => `${mode} ${number ?? "not filed"}`).join(", ")}`);
  const overChina = found.filter(({ destination }) => destination === "CNPIN");
  expect(found.length - overChina.length).toBeGreaterThanOrEqual(3);
  expect(new Set(overChina.map(({ sold }) => sold))).toEqual(new Set(["KZ", "RU"]));
  for (const one of found) {
    const passed = overChina.includes(one) ? "CN" : "KZ";
    expect([one.country, one.broker, one.duty]).toEqual([passed, passed, null]);
    const byRail = passed === "CN" ? /^(9402|0609)20\d{2}0\d{9}$/ : /^\d{5}\/\d{6}\/\d{7}$/;
    if (one.number !== null) expect(one.number).toMatch(one.mode === "road" ? /^[A-Z]{2}\d{8}$/ : byRail);
    if (one.crossed !== null) expect(one.filed ?? Number.POSITIVE_INFINITY).toBeLessThan(one.crossed);
    if (one.released !== null) expect(one.released).toBeGreaterThan(one.crossed ?? 0);
    if (one.released !== null && one.delivered !== null) expect(one.released).toBeLessThan(one.delivered);
    if (one.completed) expect(one.papers).toBe(1);
  }
});
