import { CARGO_LINES_MAX } from "../deal-choices";
import { lineField } from "../posting/cargo-lines";
import type { LocalDate } from "../../shared/time";
import { amountsIn, valueOfGoods } from "./amounts";
import { asidesIn } from "./asides";
import { readEquipment, readTemperature, readWanted } from "./wanted-services";
import { type GoodsLine, linesOfProse, linesOfTable, valueOfTable } from "./goods-in-text";
import { type GoodsTable, tablesIn } from "./goods-tables";
import {
  cutSource,
  findAll,
  holds,
  isTouched,
  type Knowledge,
  type ReadField,
  type Reading,
  type Source,
  sourceOf,
  type Span,
  trimSpan,
} from "./reading";
import { judged } from "./certainty";
import type { Proposal } from "./proposal";
import type { Standing } from "./pointed-fields";
import { takeProposal } from "./take-proposal";
import { type Mention, mentionsIn } from "./known-names";
import { readRoute } from "./read-route";
import { INCOTERMS } from "@/domain/tariff/incoterm";
import type { Mode } from "@/domain/hubs/place";
import { type Equipment, equipmentFitsMode } from "@/domain/services/logistics/equipment";
import { type FoundDay, NOT_READY, READY, daysIn } from "./dates";

/** Whether the words nearest to a date say that the goods are ready then; the clause speaks before the sentence. */
function isReadyDay({ folded, clauses, sentences }: Source, { span }: FoundDay): boolean {
  const at = clauses.findIndex(([, end]) => end > span[0]);
  const sentence = sentences.find((one) => holds(one, span));
  const beside = (one: Span | undefined) =>
    one !== undefined && sentence !== undefined && one[0] >= sentence[0] && one[1] <= sentence[1];
  const near = [clauses[at], clauses[at - 1], clauses[at + 1]];
  for (const clause of near) {
    if (clause !== clauses[at] && !beside(clause)) continue;
    const words = clause ? folded.slice(...clause) : "";
    if (NOT_READY.test(words)) return false;
    if (READY.test(words)) return true;
  }
  return false;
}

/** The day from which the goods can be collected, where the text says so of exactly one day. */
function readReadyDate(source: Source): ReadField[] {
  const ready = daysIn(source).filter((found) => isReadyDay(source, found));
  const [first] = ready;
  if (!first || ready.some(({ day }) => day !== first.day)) return [];
  return [{ path: "readyDate", value: first.day, from: first.span, reason: first.reason }];
}

const WORDS: Readonly<Record<Mode, string>> = {
  road: String.raw`汽运|汽车运输|陆运|卡车|卡航|公路|\bby road\b|\broad (?:via|transport|freight)\b|\bby truck\b|\btruck\b(?! tyre)|\blorry\b|(?<!\p{L})авто(?!\p{L})|автотранспорт\p{L}*|автомобил\p{L}*|автоперевозк\p{L}*|(?<!\p{L})фура(?!\p{L})|отдельная машина|(?<!\p{L})машин(?:у|ои)(?!\p{L})|(?<!\p{L})грузовик(?:ом)?(?!\p{L})|duong bo|xe tai|can xe|автоколик\p{L}*|жук колиги`,
  rail: String.raw`铁路|班列|火车|\brail(?:way)?\b|\btrain\b|(?<!\p{L})ж/д|(?<!\p{L})жд(?!\p{L})|железн\p{L}+ дорог\p{L}*|поезд\p{L}*|вагон\p{L}*|duong sat|tau hoa|темиржол\p{L}*|(?<!\p{L})поиыз\p{L}*`,
  sea: String.raw`海运|船运|\bby sea\b|\bsea (?:freight|rate)\b|\bocean\b|\bvessel\b|(?<!\p{L})мор(?:ем|ской|ским)|судн\p{L}+|duong bien|tau bien|тениз(?: \p{L}+|бен(?!\p{L}))|(?<!\p{L})кемемен(?!\p{L})`,
  air: String.raw`空运|航空|\bby air\b|\bair freight\b|\bairfreight\b|авиа\p{L}*|самолет\p{L}*|duong hang khong|may bay|ауе \p{L}+|ушакпен(?!\p{L})`,
};

const PATTERNS = (Object.keys(WORDS) as Mode[]).map((mode) => [mode, new RegExp(WORDS[mode], "gu")] as const);

const AIRPORT =
  /机场|(?<![a-z])airport(?![a-z])|(?<!\p{L})аэропорт\p{L}*|(?<![a-z])san bay(?![a-z])|(?<!\p{L})ауежаи\p{L}*/gu;

/** The mode that the text names, if it names one only; else that of an airport; else the only mode of the named equipment. */
function readMode(source: Source, equipment: ReadField | undefined): ReadField[] {
  const found = PATTERNS.flatMap(([mode, pattern]) =>
    findAll(source.folded, pattern).map(({ span }) => ({ mode, span })),
  );
  const [first] = found;
  if (first)
    return found.every(({ mode }) => mode === first.mode)
      ? [{ path: "mode", value: first.mode, from: first.span, reason: "mode_named" }]
      : [];
  const [airport] = findAll(source.folded, AIRPORT);
  if (airport) return [{ path: "mode", value: "air", from: airport.span, reason: "mode_named" }];
  if (!equipment) return [];
  const modes = (["road", "rail", "sea", "air"] as const).filter((mode) =>
    equipmentFitsMode(equipment.value as Equipment, mode),
  );
  const [only] = modes;
  return only && modes.length === 1
    ? [{ path: "mode", value: only, from: equipment.from, reason: "mode_of_equipment" }]
    : [];
}

const RULE = new RegExp(String.raw`(?<![a-z])(?<rule>${INCOTERMS.join("|").toLowerCase()})(?![a-z])`, "g");
// Between the rule and its place stands nothing but blanks, a comma or the short word for a station.
const PLACE_LEAD = /^[\s,:：]{0,2}(?:ст\.? ?|г\.? ?|ga )?/u;
const PLACE_MAX = 80;

/** The rule of Incoterms 2020 where the text names exactly one, and its place where a known one follows at once. */
function readIncoterm(source: Source, mentions: readonly Mention[]): ReadField[] {
  const found = findAll(source.folded, RULE);
  const [first] = found;
  if (!first || new Set(found.map(({ groups }) => groups.rule)).size !== 1) return [];
  const rule: ReadField = {
    path: "incotermRule",
    value: (first.groups.rule ?? "").toUpperCase(),
    from: first.span,
    reason: "rule_named",
  };
  for (const { span } of found) {
    const lead = PLACE_LEAD.exec(source.folded.slice(span[1]))?.[0] ?? "";
    const at = span[1] + lead.length;
    const mention = mentions.find((one) => one.span[0] === at);
    if (!mention) continue;
    const from: Span = [span[1] + lead.search(/[^\s,:：]|$/u), mention.span[1]];
    const value = source.text.slice(...from).slice(0, PLACE_MAX);
    return [rule, { path: "incotermPlace", value, from, reason: "place_of_rule" }];
  }
  return [rule];
}

/** The source with these stretches blanked out, so that what is left is read alone. */
function without(source: Source, spans: readonly Span[], blankOf: (words: string) => string): Source {
  const inOrder = spans.toSorted((a, b) => a[0] - b[0]);
  const blank = (text: string) =>
    inOrder
      .map(([from, to], at) => text.slice(inOrder[at - 1]?.[1] ?? 0, from) + blankOf(text.slice(from, to)))
      .join("") + text.slice(inOrder.at(-1)?.[1] ?? 0);
  return cutSource({ ...source, text: blank(source.text), folded: blank(source.folded) });
}

/** The running text of a source: its tables part what stands around them, its asides do not, but that a question ends a sentence. */
function proseOf(whole: Source, tables: readonly GoodsTable[]): Source {
  const prose = without(
    whole,
    tables.map(({ span }) => span),
    (words) => words.replace(/[^\n]/g, "\n"),
  );
  return without(prose, asidesIn(prose), (words) => words.replace(/[?？]/g, "\n").replace(/[^\n]/g, " "));
}

function readValue(source: Source, tables: readonly GoodsTable[], prose: Source): ReadField[] {
  const [table] = tables;
  const ofTable = table ? valueOfTable(source, table) : [];
  if (ofTable.some(({ path }) => path === "goodsValue")) return ofTable;
  const amount = valueOfGoods(amountsIn(prose));
  if (!amount) return ofTable;
  const { value, currency, span: from } = amount;
  return [
    { path: "goodsValue", value, from, reason: "amount_of_goods" },
    { path: "goodsCurrency", value: currency, from, reason: "amount_of_goods" },
  ];
}

/** What is told of the whole: the way, the rule, the day, the equipment, the services, and where places are named. */
function readFrame(source: Source, prose: Source): { fields: ReadField[]; mentions: readonly Mention[] } {
  const mentions = mentionsIn(prose);
  const equipment = readEquipment(prose);
  const incoterm = readIncoterm({ ...prose, text: source.text }, mentions);
  const named = incoterm.find(({ path }) => path === "incotermPlace");
  const fields = [
    // The rule's own place is no gate, though it may stand alone.
    ...readRoute(
      prose,
      mentions.filter(({ span }) => !named || !holds(named.from, span)),
    ),
    ...readMode(
      prose,
      equipment.find(({ path }) => path.endsWith("equipment")),
    ),
    ...incoterm,
    ...readReadyDate(prose),
    ...equipment,
    ...readTemperature(prose),
    ...readWanted(prose),
  ];
  return { fields, mentions };
}

const placed = (lines: readonly GoodsLine[]): ReadField[] =>
  lines.flatMap((line, at) => line.map(({ name, ...field }) => ({ ...field, path: lineField(at, name) })));

/** Goods, a way from one place to another, or an amount to pay: without any of them a text asks a question and is no request. */
export function isRequest(fields: readonly ReadField[]): boolean {
  const has = (path: string) => fields.some((field) => field.path === path);
  return (
    fields.some(({ path }) => path.startsWith("cargo[")) ||
    (has("originId") && has("destinationId")) ||
    (has("goodsValue") && isPayment(fields))
  );
}

/** Whether payment is the one service that is asked for. */
const isPayment = (fields: readonly ReadField[]): boolean =>
  fields.some(({ path, value }) => path === "wanted" && value === "payment");

const WAY: readonly string[] = ["originId", "hubId", "destinationId"];

/** What the rules make of a text by themselves; beside the running text stands the whole one, tables included. */
export function readByRules(raw: string, knowledge: Knowledge, day: LocalDate): Standing & { readonly whole: Source } {
  const whole = sourceOf(raw, knowledge, day);
  const tables = tablesIn(whole.folded);
  const source = proseOf(whole, tables);
  const frame = readFrame(whole, source);
  const value = readValue(whole, tables, source);
  const inTables = tables.flatMap((table) => linesOfTable(whole, table));
  const facts = [...frame.fields, ...value].map(({ from }) => from);
  const places = frame.mentions.map(({ span }) => span);
  const lines = (inTables.length > 0 ? inTables : linesOfProse(source, places, facts)).slice(0, CARGO_LINES_MAX);
  // Where nothing says how much goes, the places of an amount to pay are those of payer and payee.
  const isMoneyAlone =
    isPayment(frame.fields) && !lines.some((line) => line.some(({ name }) => name !== "description"));
  const way = frame.fields.filter(({ path }) => !isMoneyAlone || !WAY.includes(path));
  return { whole, source, mentions: frame.mentions, read: [...way, ...value, ...placed(lines)] };
}

/**
 * Reads free text or a pasted packing list in any of five languages, as far as rules go. What two readers would read differently is not read: an
 * empty field is seen, a wrong one is not. `day` is the day from which "next Friday" is reckoned. Nothing in the text is an
 * instruction: the answer holds fields of a posting's goods, way and services, never of its bidding. A model's pointers, where there are
 * any, add what the rules left empty and can read once they are shown where it stands; what the rules take for a question stays one.
 */
export function readText(raw: string, knowledge: Knowledge, day: LocalDate, proposal: Proposal = []): Reading {
  const { whole, ...standing } = readByRules(raw, knowledge, day);
  const { text, folded, language, sentences, clauses } = whole;
  if (!isRequest(standing.read)) return { language, fields: [], unread: sentences };
  const fields = judged([...standing.read, ...takeProposal(proposal, standing)], standing);
  const isUnread = (span: Span) => !fields.some(({ from }) => isTouched(from, span));
  // Of a sentence that was read in part, what else it counts or dates.
  const unread = sentences
    .flatMap((sentence) =>
      isUnread(sentence)
        ? [sentence]
        : clauses.filter((clause) => holds(sentence, clause) && isUnread(clause) && /\d/.test(folded.slice(...clause))),
    )
    .map((span) => trimSpan(text, span));
  return { language, fields, unread };
}
