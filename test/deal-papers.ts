import type { CheckedDeal } from "../domain/documents/document-statements";
import type { CheckedDocument } from "../domain/documents/deal-document";
import { DOCUMENT_KINDS, type DocumentKind, shapeOf } from "../domain/services/document-kind";
import type { DocumentFields } from "../domain/documents/document-fields";
import type { IncotermRule } from "../domain/tariff/incoterm";
import type { LocalDate } from "../domain/shared/time";
import { type Money, money } from "../domain/shared/money";

/** One cargo, from which every paper about it follows. */
export type Goods = {
  readonly description: string;
  readonly hsCode: string;
  readonly packages: number;
  readonly grossWeightGrams: number;
  readonly value: Money;
  readonly incoterm: IncotermRule;
};

export const GOODS: Goods = {
  description: "Inverters 10 kW",
  hsCode: "850440",
  packages: 400,
  grossWeightGrams: 12_400_000,
  value: money(61_400_000n, "CNY"),
  incoterm: "DAP",
};

export const BORDER_DAY = "2026-12-14" as LocalDate;

export const dealOf = (goods: Goods = GOODS, supervisionModes: readonly string[] = ["0110"]): CheckedDeal => ({
  incoterm: { rule: goods.incoterm, place: "Almaty" },
  goodsValue: goods.value,
  supervisionModes,
  cargo: [
    {
      description: goods.description,
      hsCode: goods.hsCode,
      packages: goods.packages,
      packageType: "CT",
      grossWeightGrams: goods.grossWeightGrams,
      volumeCm3: 42_000_000,
      dimensionsMm: null,
      value: goods.value,
      netWeightGrams: null,
      originCountry: null,
      dangerousGoods: null,
      isStackable: null,
      marks: null,
    },
  ],
});

function fieldsFor(kind: DocumentKind, goods: Goods): DocumentFields {
  const { description, hsCode, packages, grossWeightGrams, value, incoterm } = goods;
  switch (shapeOf(kind)) {
    case "invoice":
      return { total: value, incoterm, lines: [{ description, hsCode, amount: value }] };
    case "packing_list":
      return { packages, grossWeightGrams, lines: [{ description, hsCode, packages, grossWeightGrams }] };
    case "waybill":
      return { packages, grossWeightGrams, consignee: "Altyn Trade", vehicle: "京A12345" };
    case "declaration":
      return { supervisionMode: "0110", packages, grossWeightGrams, value, incoterm, lines: [{ hsCode, description }] };
    case "certificate":
      return { validUntil: BORDER_DAY, hsCodes: [hsCode] };
    case "paper":
      return {};
  }
}

/** A paper of that kind that says of the goods what is so. */
export const paperOf = (kind: DocumentKind, goods: Goods = GOODS, id: string = kind): CheckedDocument => ({
  id,
  kind,
  number: `${kind}-1`,
  date: "2026-12-01" as LocalDate,
  fields: fieldsFor(kind, goods),
});

/** One paper of every kind there is. */
export const allPapers = (goods: Goods = GOODS): CheckedDocument[] =>
  DOCUMENT_KINDS.map((kind) => paperOf(kind, goods));
