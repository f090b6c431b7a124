import { CARGO_LINES_MAX } from "../deal-schema";
import { lineField } from "../posting/posting-fields";
import type { LocalDate } from "../../shared/local-date";
import { amountsIn, valueOfGoods } from "./facts/amounts";
import { readEquipment } from "./facts/equipment";
import { readIncoterm } from "./facts/incoterms";
import { readMode } from "./facts/modes";
import { readReadyDate } from "./facts/ready-date";
import { readTemperature } from "./facts/temperatures";
import { readWanted } from "./facts/wanted-services";
import { linesOfProse } from "./goods/prose-lines";
import { type GoodsLine, linesOfTable, valueOfTable } from "./goods/table-lines";
import { type GoodsTable, tablesIn } from "./goods/table-rows";
import type { Knowledge } from "./knowledge";
import type { Proposal } from "./model/proposal";
import type { Standing } from "./model/read-pointed";
import { takeProposal } from "./model/take-proposal";
import { type ReadField, type Reading, type Source, TEXT_MAX } from "./reading";
import { type Mention, mentionsIn } from "./route/mentions";
import { readRoute } from "./route/read-route";
import { clausesOf, holds, isTouched, sentencesOf, trimSpan } from "./text/clauses";
import { foldText } from "./text/fold-text";
import { languageOf } from "./text/language-of";

const sourceOf = (bare: Omit<Source, "clauses" | "sentences">): Source => ({
  ...bare,
  clauses: clausesOf(bare.folded),
  sentences: sentencesOf(bare.folded),
});

/** The source with its tables blanked out, so that running text is read alone. */
function withoutTables(source: Source, tables: readonly GoodsTable[]): Source {
  const blank = (text: string) =>
    tables.reduce(
      (all, { span: [from, to] }) => all.slice(0, from) + all.slice(from, to).replace(/[^\n]/g, "\n") + all.slice(to),
      text,
    );
  return sourceOf({ ...source, text: blank(source.text), folded: blank(source.folded) });
}

function readValue(source: Source, tables: readonly GoodsTable[], prose: Source): ReadField[] {
  const [table] = tables;
  const ofTable = table ? valueOfTable(source, table) : [];
  if (ofTable.some(({ path }) => path === "goodsValue")) return ofTable;
  const amount = valueOfGoods(amountsIn(prose));
  if (!amount) return ofTable;
  const { value, currency, span: from } = amount;
  return [
    { path: "goodsValue", value, from, reason: "amount_of_goods", confidence: "likely" },
    { path: "goodsCurrency", value: currency, from, reason: "amount_of_goods", confidence: "likely" },
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

/** Goods, or a way from one place to another: without either a text asks a question and is no request. */
export const isRequest = (fields: readonly ReadField[]): boolean =>
  fields.some(({ path }) => path.startsWith("cargo[")) ||
  ["originId", "destinationId"].every((path) => fields.some((field) => field.path === path));

/** What the rules make of a text by themselves; beside the running text stands the whole one, tables included. */
export function readByRules(raw: string, knowledge: Knowledge, day: LocalDate): Standing & { readonly whole: Source } {
  const text = raw.replace(/\r\n?/g, "\n").slice(0, TEXT_MAX).normalize("NFC");
  const whole = sourceOf({ text, folded: foldText(text), language: languageOf(text), day, knowledge });
  const tables = tablesIn(whole.folded);
  const source = withoutTables(whole, tables);
  const frame = readFrame(whole, source);
  const value = readValue(whole, tables, source);
  const inTables = tables.flatMap((table) => linesOfTable(whole, table));
  const facts = [...frame.fields, ...value].map(({ from }) => from);
  const places = frame.mentions.map(({ span }) => span);
  const lines = (inTables.length > 0 ? inTables : linesOfProse(source, places, facts)).slice(0, CARGO_LINES_MAX);
  return { whole, source, mentions: frame.mentions, read: [...frame.fields, ...value, ...placed(lines)] };
}

/**
 * Reads free text or a pasted packing list in any of five languages, as far as rules go. What two readers would read differently is not read: an
 * empty field is seen, a wrong one is not. `day` is the day from which "next Friday" is reckoned. Nothing in the text is an
 * instruction: the answer holds fields of a posting's goods, way and services, never of its bidding. A model's pointers, where there are
 * any, add what the rules left empty and can read once they are shown where it stands; what the rules take for a question stays one.
 */
export function readText(raw: string, knowledge: Knowledge, day: LocalDate, proposal: Proposal = []): Reading {
  const { whole, ...standing } = readByRules(raw, knowledge, day);
  const { text, language, sentences } = whole;
  if (!isRequest(standing.read)) return { language, fields: [], unread: sentences };
  const fields = [...standing.read, ...takeProposal(proposal, standing)];
  const unread = sentences
    .filter((sentence) => !fields.some(({ from }) => isTouched(from, sentence)))
    .map((sentence) => trimSpan(text, sentence));
  return { language, fields, unread };
}
