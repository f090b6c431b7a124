import { DAY_MS, HOUR_MS, type Instant, instant, MINUTE_MS } from "../../../domain/shared/instant";
import { addDays, dayOf } from "../../../domain/shared/local-date";
import { type Currency, minorDigits } from "../../../domain/shared/money";
import { DEMO_SERVICES, type DemoCargo, type DemoOrganisation, type DemoPrices, type DemoService } from "./market-data";
import { inspectionSpec } from "./plan-inspection";
import type { Movement, World } from "./plan-movement";
import { between, pick, type Random, wholeBetween } from "./random";

type Wire = Record<string, unknown>;

export type PlannedRequest = {
  readonly service: DemoService;
  readonly spec: Wire;
  readonly mode: "sealed" | "open";
  readonly closesAt: Instant;
  readonly decideBy: Instant;
  readonly currency: Currency;
};

export type PlannedDeal = {
  readonly at: Instant;
  readonly buyer: DemoOrganisation;
  readonly movement: Movement;
  /** The body of POST /api/v1/deals. */
  readonly deal: Wire;
  readonly requests: readonly PlannedRequest[];
};

const minorOf = (major: number, currency: Currency): number => Math.round(major * 10 ** minorDigits(currency));

/** How often a deal asks for each service; the mean makes about two and a half orders a deal. */
const ASKED: Readonly<Record<DemoService, number>> = { logistics: 0.94, payment: 0.5, customs: 0.72, inspection: 0.42 };

const CHOICES_EXPORT = ["FCA", "CPT", "DAP", "DDP"];
const CHOICES_SEA = ["FOB", "CIF", "CFR", "DAP"];

function cargoLines(random: Random, cargo: DemoCargo, originCountry: string): { lines: Wire[]; valueMinor: number } {
  const fill = between(random, 0.15, 1);
  const of = ({ min, max }: { min: number; max: number }) => min + (max - min) * fill;
  const valueMinor = minorOf(Math.round(of(cargo.value) / 100) * 100, cargo.value.currency);
  const isSplit = random() < 0.3 && cargo.packages.max > 40;
  const parts = isSplit ? [0.65, 0.35] : [1];
  const lines = parts.map((part, at) => ({
    description: (cargo.title.en as string) + (isSplit ? `, lot ${at + 1}` : ""),
    // The demo's cargo names some goods by their heading; the subheading "other" stands for it.
    hsCode: cargo.hsCode.length < 6 ? `${cargo.hsCode}90` : cargo.hsCode,
    packages: Math.max(1, Math.round(of(cargo.packages) * part)),
    packageType: cargo.packageType,
    grossWeightGrams: Math.max(1000, Math.round(of(cargo.grossKg) * part) * 1000),
    netWeightGrams: Math.max(900, Math.round(of(cargo.grossKg) * part * 0.94) * 1000),
    originCountry,
    volumeCm3: Math.max(1000, Math.round(of(cargo.cbm) * part * 100) * 10_000),
    value: { minor: Math.floor(valueMinor * part), currency: cargo.value.currency },
  }));
  return { lines, valueMinor };
}

const countUnits = (movement: Movement, lines: readonly Wire[]): number => {
  const cbm = lines.reduce((sum, line) => sum + (line.volumeCm3 as number), 0) / 1_000_000;
  const tonnes = lines.reduce((sum, line) => sum + (line.grossWeightGrams as number), 0) / 1_000_000;
  const room =
    movement.mode === "road"
      ? { cbm: 82, tonnes: 22 }
      : movement.haul === "rail_wagon"
        ? { cbm: 120, tonnes: 66 }
        : { cbm: 68, tonnes: 26 };
  return Math.max(1, Math.ceil(Math.max(cbm / room.cbm, tonnes / room.tonnes)));
};

function logisticsSpec(movement: Movement, facts: Facts): Wire {
  const isGroupage = movement.haul === "ltl";
  return {
    equipment: movement.equipment,
    equipmentCount: movement.mode === "air" || isGroupage ? 1 : countUnits(movement, facts.lines),
    haul: movement.haul,
    pickupFrom: facts.readyDate,
    pickupTo: addDays(facts.readyDate as never, 2),
    pickupAt: "door",
    deliverAt: movement.mode === "road" ? "door" : "terminal",
    shipperDocuments: ["commercial_invoice", "packing_list", "contract"],
    freeTimeHours: 24,
    ...(movement.cargo.temperature && /reefer|rf$/.test(movement.equipment)
      ? { temperature: movement.cargo.temperature }
      : {}),
  };
}

type Facts = {
  readonly lines: readonly Wire[];
  readonly readyDate: string;
  readonly valueMinor: number;
  readonly partner: DemoOrganisation;
};

function customsSpec(random: Random, movement: Movement, { partner, lines }: Facts, buyer: DemoOrganisation): Wire {
  const isExport = movement.corridor.startsWith("CN-");
  const side = pick(random, ["both", "export", "import", "both"]);
  const importer = isExport ? (buyer.country === "CN" ? partner : buyer) : buyer.country === "CN" ? buyer : partner;
  const party = {
    name: importer.name.latin.slice(0, 160),
    country: importer.country,
    taxId: importer.registration.number,
  };
  return {
    side,
    supervisionMode: "0110",
    declarations: lines.length > 1 && random() < 0.3 ? 2 : 1,
    ...(side === "export" ? {} : { importerOfRecord: party, importProcedure: "home_use" }),
  };
}

const paymentOf = (prices: DemoPrices, corridor: string) => prices.payment.find((entry) => entry.corridor === corridor);

function paymentSpec(random: Random, movement: Movement, { valueMinor }: Facts, prices: DemoPrices): Wire | null {
  const entry = paymentOf(prices, movement.corridor);
  if (!entry) return null;
  const { currency } = movement.cargo.value;
  const isForeign = currency !== entry.payerCurrency && currency !== entry.payeeCurrency;
  // The amount must be in one of the two currencies: an invoice in dollars is paid in dollars by the payer.
  const payerCurrency = isForeign ? currency : entry.payerCurrency;
  const isExchange = payerCurrency !== entry.payeeCurrency;
  return {
    need: pick(random, ["supplier_payment", "supplier_payment", "goods_escrow", "collection_account"]),
    payerCurrency,
    payeeCurrency: entry.payeeCurrency,
    amount: { minor: valueMinor, currency },
    purpose: "GDDS",
    ...(isExchange ? { lockMinutes: pick(random, [30, 60, 240, 1440]) } : {}),
  };
}

const COMPARED_IN: Readonly<Record<string, Currency>> = {
  KZ: "USD",
  RU: "CNY",
  VN: "CNY",
  UZ: "USD",
  KG: "USD",
  MN: "USD",
  TH: "USD",
};

function specOf(
  random: Random,
  service: DemoService,
  facts: Facts,
  context: { world: World; movement: Movement; buyer: DemoOrganisation },
): Wire | null {
  const { world, movement, buyer } = context;
  const origin = world.places.get(movement.originId)?.nameEn ?? movement.originId;
  switch (service) {
    case "logistics":
      return logisticsSpec(movement, facts);
    case "customs":
      return customsSpec(random, movement, facts, buyer);
    case "inspection":
      return inspectionSpec(random, facts, `Warehouse ${wholeBetween(random, 1, 40)}, ${origin}`);
    case "payment":
      return paymentSpec(random, movement, facts, world.market.prices);
  }
}

/** Writes out a deal as its buyer would post it, with the requests for its services and their times. */
export function planDeal(
  random: Random,
  world: World,
  movement: Movement,
  parties: {
    at: Instant;
    buyer: DemoOrganisation;
    partner: DemoOrganisation;
    openHours?: number;
    /** What is asked for, where chance does not decide it. */
    services?: readonly DemoService[];
  },
): PlannedDeal {
  const { at, buyer, partner } = parties;
  const { lines, valueMinor } = cargoLines(random, movement.cargo, movement.corridor.slice(0, 2));
  const currency = movement.cargo.value.currency;
  const readyDate = addDays(dayOf(at), wholeBetween(random, 7, 14));
  const place = (id: string) => world.places.get(id)?.nameEn.replace(/\s*\(.*$/, "") ?? id;
  const rule = pick(random, movement.mode === "sea" ? CHOICES_SEA : CHOICES_EXPORT);
  const isNamedBeforeMainLeg = rule === "FCA" || rule === "FOB";
  const deal: Wire = {
    direction: movement.corridor.startsWith("CN-") ? "export" : "import",
    title:
      `${(movement.cargo.title.en as string).slice(0, 70)}, ${place(movement.originId)} to ${place(movement.destinationId)}`.slice(
        0,
        120,
      ),
    incoterm: { rule, place: place(isNamedBeforeMainLeg ? movement.originId : movement.destinationId) },
    originId: movement.originId,
    hubId: movement.hubId,
    destinationId: movement.destinationId,
    mode: movement.mode,
    ...(movement.inlandMode ? { inlandMode: movement.inlandMode } : {}),
    readyDate,
    goodsValue: { minor: valueMinor, currency },
    cargo: lines,
  };
  const openHours = parties.openHours ?? pick(random, [24, 36, 48, 72]);
  const closesAt = instant(at + 10 * MINUTE_MS + Math.round(openHours * 4) * (HOUR_MS / 4));
  const decideBy = instant(closesAt + wholeBetween(random, 2, 4) * DAY_MS);
  const facts: Facts = { lines, readyDate, valueMinor, partner };
  const asked =
    parties.services ??
    DEMO_SERVICES.filter((service) => movement.cargo.services.includes(service) && random() < ASKED[service]);
  const services = asked.length > 0 ? asked : (["logistics"] as const);
  const mode = random() < 0.4 ? "sealed" : "open";
  const compared = COMPARED_IN[buyer.country] ?? "CNY";
  const requests = services.flatMap((service) => {
    const spec = specOf(random, service, facts, { world, movement, buyer });
    return spec ? [{ service, spec, mode, closesAt, decideBy, currency: compared } as const] : [];
  });
  return { at, buyer, movement, deal, requests };
}
