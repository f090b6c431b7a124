import { type DocumentKind, shapeOf } from "../../../domain/services/document-kind";
import { addDays, type LocalDate } from "../../../domain/shared/time";
import { isBankDay } from "../holidays";
import { digitsOf } from "../registered-numbers";

/**
 * The order in which the papers of a deal come into being: the import quarantine permit before the contract, then what says which goods are sold, what
 * authorities and insurers say of this lot, and last what the carrier signs. A test or an approval of a product is older than any of its sales.
 */
const STEPS = ["product", "permit", "contract", "sellers", "lot", "carriers"] as const;
type Step = (typeof STEPS)[number];

const STEP_OF: Readonly<Partial<Record<DocumentKind, Step>>> = {
  ...{ msds: "product", un38_3: "product", vehicle_type_approval: "product" },
  ...{ quarantine_permit: "permit", sales_contract: "contract" },
  ...{ commercial_invoice: "sellers", packing_list: "sellers" },
  ...{ tir_carnet: "carriers", transit_declaration: "carriers" },
};

/** Which part of that order a paper belongs to; null of what may come at any time, as a power of attorney. */
function stepOf(kind: DocumentKind): Step | null {
  const shape = shapeOf(kind);
  return STEP_OF[kind] ?? (shape === "waybill" ? "carriers" : shape === "certificate" ? "lot" : null);
}

type Dated = { readonly kind: DocumentKind; readonly date: LocalDate };
type Sale = {
  readonly reference: string;
  /** The day on which the deal was posted, whose goods were sold before. */
  readonly postedOn: LocalDate;
  readonly readyDate: LocalDate;
};

/** Between so many days, always the same for one deal and purpose. */
const daysOf = ({ reference }: Sale, purpose: string, [least, most]: readonly [number, number]): number =>
  least + (Number(digitsOf(`${purpose} ${reference}`, 6)) % (most - least + 1));

/** Offices that issue permits keep the days of banks. */
function onOfficeDay(day: LocalDate): LocalDate {
  let last = day;
  while (!isBankDay(last)) last = addDays(last, -1);
  return last;
}

/** When a paper would be dated by the course of a sale. All spans are estimates. */
function plannedOn(step: Step, sale: Sale): LocalDate {
  const soldOn = addDays(sale.postedOn, -daysOf(sale, "contract", [2, 9]));
  const before = (span: readonly [number, number]) => onOfficeDay(addDays(soldOn, -daysOf(sale, step, span)));
  const planned: Readonly<Record<Step, () => LocalDate>> = {
    product: () => before([40, 240]),
    permit: () => before([6, 30]),
    contract: () => soldOn,
    sellers: () => addDays(sale.readyDate, -daysOf(sale, "invoice", [0, 2])),
    lot: () => sale.readyDate,
    carriers: () => sale.readyDate,
  };
  return planned[step]();
}

/**
 * The date that a paper of a deal bears: the one planned for its kind, but none after the day on which it is typed in, none before a paper
 * that it rests on, and none after one that rests on it. A carrier signs on the day itself.
 */
export function paperDate(
  kind: DocumentKind,
  sale: Sale,
  { typed, known }: { readonly typed: LocalDate; readonly known: readonly Dated[] },
): LocalDate {
  const step = stepOf(kind);
  if (step === null || step === "carriers") return typed;
  const place = STEPS.indexOf(step);
  let date = plannedOn(step, sale);
  const placed = known.flatMap((one) => {
    const its = stepOf(one.kind);
    return its === null ? [] : [{ date: one.date, place: STEPS.indexOf(its) }];
  });
  for (const one of placed) if (one.place < place && one.date > date) date = one.date;
  for (const one of placed) if (one.place > place && one.date < date) date = one.date;
  return date < typed ? date : typed;
}
