import { addDays, type LocalDate } from "@/domain/shared/time";
import { type Money, money } from "@/domain/shared/money";
import { type CheckedDocument, fieldsIf } from "./deal-document";
import type { CheckRule, Finding, Severity, Side, Stated } from "./check-findings";

/** Words that name no goods: customs cannot classify by them, in the languages of the papers. */
const VAGUE = new Set(
  [
    "goods cargo items products articles merchandise things stuff freight commodity commodities sample samples gift gifts",
    "parts accessories spare general various misc miscellaneous other assorted equipment materials",
    "货物 商品 产品 物品 配件 零件 样品 礼品 百货 日用品 杂货 其他 其它 设备 材料 货",
    "товар товары груз грузы продукция изделия запчасти детали прочее разное образцы подарки оборудование материалы",
    "hàng hóa hoá phụ tùng linh kiện",
    "тауар тауарлар жүк",
  ]
    .join(" ")
    .split(" "),
);

/** Whether a description of goods says nothing but words like "goods", "配件" or "товар". */
export function isVague(description: string): boolean {
  const words = description
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !["and", "и", "of", "the", "và"].includes(word));
  return words.every((word) => VAGUE.has(word));
}

const own = ({ kind, id }: CheckedDocument, stated: Stated): Side => ({ source: kind, documentIds: [id], stated });
const linesOf = ({ id }: CheckedDocument, stated: Stated): Side => ({ source: "lines", documentIds: [id], stated });
const border = (day: LocalDate): Side => ({ source: "border", documentIds: [], stated: { as: "day", day } });

const finding = (rule: CheckRule, severity: Severity, left: Side, right: Side | null): Finding => ({
  rule,
  severity,
  left,
  right,
  toleranceBps: 0,
});

/** The sum of a column that every line fills; null where one leaves it out, for a part adds up to nothing. */
const columnOf = (cells: readonly (number | undefined)[]): number | null =>
  cells.length > 0 && cells.every((cell) => cell !== undefined)
    ? cells.reduce((all: number, cell) => all + (cell ?? 0), 0)
    : null;

function amountsOf(amounts: readonly (Money | undefined)[]): Money | null {
  const [first] = amounts;
  if (!first || amounts.some((amount) => amount?.currency !== first.currency)) return null;
  return money(
    amounts.reduce((all, amount) => all + (amount?.minor ?? 0n), 0n),
    first.currency,
  );
}

/** The total of an invoice or packing list against the sum of its own lines. */
function linesAddUp(document: CheckedDocument): Finding[] {
  const found: Finding[] = [];
  const differ = (total: Stated, sum: Stated) =>
    found.push(finding("lines_add_up", "blocked", own(document, total), linesOf(document, sum)));
  const invoice = fieldsIf(document, "invoice");
  const sum = invoice && amountsOf(invoice.lines.map((line) => line.amount));
  if (invoice && sum && (sum.currency !== invoice.total.currency || sum.minor !== invoice.total.minor))
    differ({ as: "money", money: invoice.total }, { as: "money", money: sum });
  const packing = fieldsIf(document, "packing_list");
  if (packing) {
    const count = columnOf(packing.lines.map((line) => line.packages));
    if (count !== null && count !== packing.packages)
      differ({ as: "count", count: packing.packages }, { as: "count", count });
    const grams = columnOf(packing.lines.map((line) => line.grossWeightGrams));
    if (grams !== null && grams !== packing.grossWeightGrams)
      differ({ as: "weight", grams: packing.grossWeightGrams }, { as: "weight", grams });
  }
  return found;
}

const describedBy = (document: CheckedDocument): readonly string[] =>
  (
    fieldsIf(document, "invoice")?.lines ??
    fieldsIf(document, "packing_list")?.lines ??
    fieldsIf(document, "declaration")?.lines ??
    []
  ).map((line) => line.description);

const validUntilOf = (document: CheckedDocument): LocalDate | undefined =>
  (fieldsIf(document, "certificate") ?? fieldsIf(document, "paper"))?.validUntil;

/**
 * What is wrong with a document by itself: lines that do not add up and papers out of date on the border day block, as does one
 * that a rule wants dated earlier; a description that names no goods is a warning.
 */
export function checkOne(
  document: CheckedDocument,
  { borderDay, daysAhead }: { readonly borderDay: LocalDate; readonly daysAhead: number },
): Finding[] {
  const validUntil = validUntilOf(document);
  const latest = addDays(borderDay, -daysAhead);
  return [
    ...linesAddUp(document),
    ...(validUntil !== undefined && validUntil < borderDay
      ? [finding("valid_at_border", "blocked", own(document, { as: "day", day: validUntil }), border(borderDay))]
      : []),
    ...(daysAhead > 0 && document.date > latest
      ? [finding("dated_in_time", "blocked", own(document, { as: "day", day: document.date }), border(latest))]
      : []),
    ...describedBy(document)
      .filter(isVague)
      .map((text) => finding("description_clear", "warning", own(document, { as: "text", text }), null)),
  ];
}
