import { eq } from "drizzle-orm";
import { orders } from "../../../db/schema/orders";
import { findDeal } from "../../../db/repositories/deals";
import { findDeclaration } from "../../../db/repositories/declarations";
import type { IncotermRule } from "@/domain/tariff/incoterm";
import type { DeclarationSide, LineCharge } from "../../../domain/clearance/declaration";
import { currencyOfCountry } from "../../../domain/clearance/release";
import { addDays, dayOf, HOUR_MS, type Instant, instant, later, MINUTE_MS, toIso } from "../../../domain/shared/time";
import { type Currency, divideHalfUp, money } from "../../../domain/shared/money";
import { toWireMoney } from "../../../domain/shared/wire-fields";
import { answerQuestion, askQuestion } from "@/server/clearance/questions";
import { approveDraft } from "@/server/clearance/review-draft";
import { assessDuties, fileDeclaration, payDuties, recordAct } from "@/server/clearance/acts";
import { draftDeclaration } from "@/server/clearance/draft-declaration";
import { enterDocument } from "@/server/documents/enter-document";
import { declarationNumberOf, digitsOf } from "../../plan/registered-numbers";
import { pick, type Random, wholeBetween } from "../../plan/random";
import { codeIn, type DemoCargo, type MarketData } from "../../plan/market-data";
import { converted, dutiesOn, originPaperOf } from "../../plan/landed-cost";
import { enteredPapers, headOf } from "../enter-papers";
import { goodsOf } from "../offer-on";
import { transitCountryOf } from "../../plan/transits";
import { statedValues } from "../../plan/delivery-terms";
import type { Stage } from "../stage";
import { handOverDeclarations } from "./closing-papers";
import { enterBrokersPapers } from "./broker-papers";
import type { HistoryRoom, OrderOfYear, StepOfYear } from "./history-rooms";
import { isExamined } from "../../plan/late/late-reason";

type Line = { readonly value: { readonly minor: number; readonly currency: Currency } };
type Declared = { readonly id: string; readonly side: DeclarationSide };

const DRAFTED_MS = 25 * MINUTE_MS;
const ASSESSED_MS = 12 * MINUTE_MS;

type Asked = {
  readonly question: string;
  readonly answer: string;
  /** Of which goods it is asked. */
  readonly isOf: (cargo: DemoCargo) => boolean;
};

/** Poured, pumped or loaded loose: there are no packages to weigh against the goods. */
const LOOSE = ["VR", "VO", "VL", "NE"];
const isGrown = ({ certificates }: DemoCargo): boolean => certificates.includes("phytosanitary");
const isFood = ({ certificates }: DemoCargo): boolean => certificates.includes("health");

const QUESTIONS: readonly Asked[] = [
  {
    question: "请补充说明商品的材质及用途。 · Please state material and use.",
    answer: "已补充，见随附说明书。 · Stated in the sheet that is attached.",
    isOf: ({ hsCode }) => hsCode >= "25",
  },
  {
    question:
      "请提供植物检疫证书及产地、包装厂注册号。 · Please show the phytosanitary certificate, and the registration of the place of origin and the packing house.",
    answer: "证书已上传，注册号见附页。 · The certificate is uploaded; the registrations are on its second page.",
    isOf: isGrown,
  },
  {
    question:
      "请提供官方卫生证书及境外生产企业注册号。 · Please show the health certificate and the registration of the producer abroad.",
    answer: "已上传，注册号与外箱标签一致。 · Uploaded; the registration is the one on the cartons.",
    isOf: isFood,
  },
  {
    question: "请提供付款凭证以核实成交价格。 · Please show proof of the price paid.",
    answer: "已上传付款水单。 · The bank's slip is attached.",
    isOf: () => true,
  },
  {
    question: "请说明净重与件数不符的原因。 · Please explain net weight against packages.",
    answer: "已按装箱单更正，差异为托盘重量。 · The difference is the pallets.",
    isOf: ({ packageType }) => !LOOSE.includes(packageType),
  },
];

/** Declarations of the year: drafted, read, filed, now and then asked about, assessed on the side where goods come in, released. */
export class ClearanceHistory implements HistoryRoom {
  private readonly declared = new Map<string, Declared[]>();
  private readonly withOrigin = new Set<string>();
  /** Declarations that the customs have called for examination, with the number of their notice. */
  private readonly examined = new Map<string, string>();

  constructor(
    private readonly stage: Stage,
    private readonly random: Random,
    private readonly market: Pick<MarketData, "dutyRates">,
  ) {}

  async step(order: OrderOfYear, { code, at }: StepOfYear): Promise<boolean> {
    if (code === "documents_complete") await enterBrokersPapers(this.stage, order, at);
    if (code === "draft_approved") return this.begin(order, at);
    if (code === "pack_archived") await handOverDeclarations(this.stage, order, at);
    const kept = this.declared.get(order.id);
    if (!kept) return false;
    const near = kept.filter(({ side }) => side === kept[0]?.side);
    const far = kept.filter(({ side }) => side === kept.at(-1)?.side);
    switch (code) {
      case "filed":
        return this.file(order, near, at);
      case "export_released":
        return this.release(order, near, at);
      case "state_question":
        return isExamined(order.plan) ? this.examine(order, far.at(-1), at) : this.ask(order, far.at(-1), at);
      case "duties_paid":
        return this.pay(order, far, at);
      case "released":
        return this.release(order, far, at);
      default:
        return this.beside(order, kept, { code, at });
    }
  }

  /** The far side's declaration of a broker for both sides is drafted once the goods have their transport document. */
  private async beside(order: OrderOfYear, kept: Declared[], { code, at }: StepOfYear): Promise<boolean> {
    const near = kept.filter(({ side }) => side === kept[0]?.side);
    const far = kept.filter((one) => !near.includes(one));
    switch (code) {
      case "import_drafted":
        kept.push(...(await this.draft(order, "import", at)));
        return true;
      case "import_approved":
        for (const { id } of far) await this.stage.act(at, order.buyer, approveDraft, { declarationId: id });
        return true;
      case "import_filed":
        return this.file(order, far, at);
      default:
        return false;
    }
  }

  /** The country of a side: where the goods leave, where they come in, and which they pass in transit. */
  private countryOf({ deal }: OrderOfYear, side: DeclarationSide): string {
    const [origin = "CN", destination = "CN"] = deal.movement.corridor.split("-");
    if (side === "transit") return transitCountryOf(deal.movement);
    return side === "export" ? origin : destination;
  }

  private async begin(order: OrderOfYear, at: Instant): Promise<boolean> {
    const { side } = this.specOf(order);
    const near = side === "import" || side === "transit" ? side : "export";
    const drafted = await this.draft(order, near, later(at, -DRAFTED_MS));
    if (drafted.length === 0) return false;
    this.declared.set(order.id, drafted);
    for (const { id } of drafted) await this.stage.act(at, order.buyer, approveDraft, { declarationId: id });
    return true;
  }

  private specOf = ({ deal }: OrderOfYear) =>
    (deal.requests.find(({ service }) => service === "customs")?.spec ?? {}) as {
      readonly side?: string;
      readonly declarations?: number;
    };

  /** The declarations of a side: as many as are asked for, the first of one line each and the last of all others. */
  private async draft(order: OrderOfYear, side: DeclarationSide, at: Instant): Promise<Declared[]> {
    if (side === "import") await this.enterOrigin(order, at);
    const all = this.linesOf(order, side);
    const asked = Math.min(this.specOf(order).declarations ?? 1, all.length);
    const drafted: Declared[] = [];
    for (let place = 0; place < asked; place += 1) {
      const lines = all.slice(place, place === asked - 1 ? all.length : place + 1);
      const country = side === "transit" ? { country: this.countryOf(order, side) } : {};
      const draft = { orderId: order.id, side, lines, remarks: "", ...country };
      const made = await this.stage.act(at, order.provider, draftDeclaration, draft);
      if (made) drafted.push({ id: made.id, side });
    }
    return drafted;
  }

  /** The certificate of origin under an agreement with ASEAN's countries, as the buyer has it from the exporter. */
  private async enterOrigin(order: OrderOfYear, at: Instant): Promise<void> {
    const { cargo } = order.deal.movement;
    const kind = originPaperOf(order.deal.movement);
    if (!kind) return;
    const { read } = this.stage.database;
    const [row] = await read.select({ id: orders.dealId }).from(orders).where(eq(orders.id, order.id));
    const deal = row && (await findDeal(read, row.id));
    if (!deal) return;
    const head = headOf(kind, deal, { at, known: await enteredPapers(read, deal.id) });
    const fields = { validUntil: addDays(head.date, 364), hsCodes: [cargo.hsCode.slice(0, 6)] };
    if (await this.stage.act(at, order.buyer, enterDocument, { dealId: deal.id, ...head, fields }))
      this.withOrigin.add(order.id);
  }

  private linesOf(order: OrderOfYear, side: DeclarationSide) {
    const country = this.countryOf(order, side);
    const hsCode = codeIn(order.deal.movement.cargo, country);
    const { rule } = order.deal.deal.incoterm as { rule: IncotermRule };
    const lines = order.deal.deal.cargo as Line[];
    const values = lines.map(({ value }) => value.minor);
    const stated = statedValues({ rule, values, byBorder: order.deal.byBorder }, side);
    return lines.map(({ value }, position) => {
      const currency = currencyOfCountry(country, value.currency);
      const minor = Math.round(converted(stated[position] ?? value.minor, value.currency, currency));
      return { line: position + 1, hsCode, customsValue: { minor, currency } };
    });
  }

  private async file(order: OrderOfYear, all: readonly Declared[], at: Instant): Promise<boolean> {
    const { movement } = order.deal;
    for (const [place, { id, side }] of all.entries()) {
      // The customs take one after the other, a minute apart.
      const numbered = { side, movement, at: later(at, place * MINUTE_MS) };
      const number =
        (side === "transit" ? await this.carnetOf(order, at) : null) ??
        declarationNumberOf(this.random, this.countryOf(order, side), numbered);
      await this.stage.act(at, order.provider, fileDeclaration, {
        declarationId: id,
        occurredAt: toIso(at),
        number,
      });
    }
    return all.length > 0;
  }

  /** The number of the carnet under which a truck passes in transit; null of goods that go by rail. */
  private async carnetOf({ id, deal }: OrderOfYear, at: Instant): Promise<string | null> {
    const { read } = this.stage.database;
    const [row] = await read.select({ id: orders.dealId }).from(orders).where(eq(orders.id, id));
    const stored = row && (await findDeal(read, row.id));
    if (!stored || deal.movement.mode !== "road") return null;
    return headOf("tir_carnet", stored, { at, known: await enteredPapers(read, stored.id) }).number;
  }

  private async ask(order: OrderOfYear, one: Declared | undefined, at: Instant): Promise<boolean> {
    const id = one?.id;
    const { cargo } = order.deal.movement;
    const { question, answer } = pick(
      this.random,
      QUESTIONS.filter(({ isOf }) => isOf(cargo)),
    );
    const next = order.plan.reports.find((report) => report.at > at)?.at ?? later(at, HOUR_MS);
    // The customs assess what has been answered.
    const answered = later(at, Math.max(MINUTE_MS, (next - ASSESSED_MS - at) / 2));
    const asked = { question, answersBy: "buyer", answerBy: toIso(later(at, 48 * HOUR_MS)), occurredAt: toIso(at) };
    if (await this.stage.act(at, order.provider, askQuestion, { declarationId: id, ...asked }))
      await this.stage.act(answered, order.buyer, answerQuestion, { declarationId: id, answer });
    return true;
  }

  /** The customs call the goods for examination, and hold them until it is over: what they find is told with the release. */
  private async examine(order: OrderOfYear, one: Declared | undefined, at: Instant): Promise<boolean> {
    const number = digitsOf(`examined ${order.id}`, 6);
    const words = `查验通知书 ${number}：布控查验，货物待查。 · Examination notice ${number}: called for a check of the goods, which wait for it.`;
    const act = { declarationId: one?.id, act: "inspect", occurredAt: toIso(at), words };
    const isCalled = (await this.stage.act(at, order.provider, recordAct, act)) !== null;
    if (isCalled && one) this.examined.set(one.id, number);
    return isCalled;
  }

  /** Nothing is due on what leaves; what comes in is assessed by the market's own rates where it has them. */
  private async pay(order: OrderOfYear, all: readonly Declared[], at: Instant): Promise<boolean> {
    const assessedAt = later(at, -ASSESSED_MS);
    const assessed: Declared[] = [];
    for (const one of all.filter(({ side }) => side === "import")) {
      const asked = await this.assessment(order, one.id);
      const act = { ...asked, declarationId: one.id, occurredAt: toIso(assessedAt) };
      if (await this.stage.act(assessedAt, order.provider, assessDuties, act)) assessed.push(one);
    }
    for (const { id, side } of assessed) {
      const receipt = `${this.countryOf(order, side)}-${wholeBetween(this.random, 100_000, 999_999)}`;
      await this.stage.act(at, order.provider, payDuties, { declarationId: id, occurredAt: toIso(at), receipt });
    }
    return all.length > 0;
  }

  private async assessment(order: OrderOfYear, id: string) {
    const found = await findDeclaration(this.stage.database.read, id);
    if (!found) throw new Error("The demo's declaration is gone");
    const { currency, estimate, lines } = found;
    const country = this.countryOf(order, "import");
    const { cargo } = order.deal.movement;
    const day = dayOf(instant(found.createdAt));
    const usual = dutiesOn(this.market, { country, cargo, ...goodsOf(order.deal), day });
    const share = (value: bigint, bps: number) => divideHalfUp(value * BigInt(bps), 10_000n);
    const wire = (minor: bigint) => toWireMoney(money(minor, currency));
    const known = (line: number, charge: LineCharge) => {
      const digits = estimate?.lines.find((one) => one.line === line)?.[charge] ?? null;
      return digits === null ? null : BigInt(digits);
    };
    return {
      lines: lines.map(({ line, valueMinor }) => {
        const value = BigInt(valueMinor);
        const common = known(line, "duty") ?? share(value, usual.dutyBps);
        const duty = this.withOrigin.has(order.id) ? 0n : common;
        const excise = known(line, "excise") ?? 0n;
        const base = value + common + excise;
        const commonVat = known(line, "vat") ?? share(base, usual.vatBps);
        // Tax is on what is paid of the duty.
        const vat = base === 0n ? 0n : divideHalfUp(commonVat * (value + duty + excise), base);
        return { line, duty: wire(duty), excise: wire(excise), vat: wire(vat) };
      }),
      fee: wire(BigInt(estimate?.fee ?? 0)),
    };
  }

  /** What an examination has found, which the release ends; nothing of goods that were not looked at. */
  private foundOf(id: string): string {
    const number = this.examined.get(id);
    if (number === undefined) return "";
    return `查验记录单 ${number}：实货与申报相符，放行。 · Examination record ${number}: found as declared, and released.`;
  }

  private async release(order: OrderOfYear, all: readonly Declared[], at: Instant): Promise<boolean> {
    const act = { act: "release", occurredAt: toIso(at) };
    for (const { id } of all) {
      const words = this.foundOf(id);
      await this.stage.act(at, order.provider, recordAct, { declarationId: id, ...act, words });
    }
    return all.length > 0;
  }
}
