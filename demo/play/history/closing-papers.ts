import { type StoredDeclaration, declarationsOfOrders } from "../../../db/repositories/declarations";
import { type Currency, minorDigits } from "../../../domain/shared/money";
import { tradersOf } from "../../plan/customs-spec";
import { timeIn } from "../../plan/order-scene";
import { isExamined } from "../../plan/late/late-reason";
import type { OrderOfYear } from "./history-rooms";
import { lastRemittance } from "../../../db/repositories/remittances";
import { dayOf, type Instant, later, MINUTE_MS, toIso } from "../../../domain/shared/time";
import { nameDeliverable } from "@/server/documents/name-deliverable";
import { receiveUpload } from "../../../server/files/receive-upload";
import { asStream } from "../steps/inspections";
import type { Stage } from "../stage";

/** An amount with its thousands set apart, as papers of the trade write it. */
export function writtenAmount(minor: bigint, currency: Currency): string {
  const digits = minorDigits(currency);
  const text = String(minor).padStart(digits + 1, "0");
  const whole = (digits === 0 ? text : text.slice(0, -digits)).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${currency} ${whole}${digits === 0 ? "" : `.${text.slice(-digits)}`}`;
}

type Copied = Pick<StoredDeclaration, "side" | "country" | "registeredNumber" | "currency" | "lines">;

/** The lines of a copy of a declaration: its parties and terms, the code, weight and value of each line, and their sum. */
export function declarationLines({ deal }: Pick<OrderOfYear, "deal">, declared: Copied): string[] {
  const { side, country, registeredNumber, currency, lines } = declared;
  const { movement, buyer, partner } = deal;
  const { exporter, importer } = tradersOf(movement, buyer, partner);
  const { rule, place } = deal.deal.incoterm as { rule: string; place: string };
  const cargo = deal.deal.cargo as readonly { description: string; packages: number; grossWeightGrams: number }[];
  const { supervisionMode = "" } = (deal.requests.find(({ service }) => service === "customs")?.spec ?? {}) as {
    supervisionMode?: string;
  };
  // The page has Latin letters alone: of names in two languages the English one is written.
  const latin = (words: string) => words.split(" · ").at(-1) ?? words;
  const sum = lines.reduce((all, { valueMinor }) => all + BigInt(valueMinor), 0n);
  return [
    `CUSTOMS DECLARATION, COPY - ${side.toUpperCase()} ${country}`,
    `Registered number: ${registeredNumber ?? "-"}`,
    `Exporter: ${exporter.name.latin}, ${exporter.country}`,
    `Importer: ${importer.name.latin}, ${importer.country}`,
    `Incoterm: ${rule} ${latin(place)} (Incoterms 2020)`,
    ...(country === "CN" ? [`Supervision mode: ${supervisionMode}`] : []),
    "",
    ...lines.flatMap(({ line, hsCode, valueMinor }) => {
      const { description = "", packages = 0, grossWeightGrams = 0 } = cargo[line - 1] ?? {};
      const weight = (grossWeightGrams / 1_000).toLocaleString("en-US");
      return [
        `${line}  ${hsCode}  ${latin(description)}`,
        `   ${packages.toLocaleString("en-US")} packages, ${weight} kg gross, customs value ${writtenAmount(BigInt(valueMinor), currency)}`,
      ];
    }),
    `Total customs value: ${writtenAmount(sum, currency)}`,
    "Status: released",
  ];
}

/** So long before an order's papers are closed the last of them is handed over. */
const BEFORE_MS = 5 * MINUTE_MS;
const LINE_POINTS = 16;

/** A page in the Portable Document Format with a line for each of `lines`, in the letters that every reader of it has. */
export function pageOf(lines: readonly string[]): Buffer {
  const plain = (text: string) => text.replace(/[^\x20-\x7e]/g, "?").replace(/[\\()]/g, "\\$&");
  const text = lines.map((line) => `(${plain(line)}) Tj T*`).join("\n");
  const stream = `BT /F1 10 Tf ${LINE_POINTS} TL 56 780 Td\n${text}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
  ];
  const begins: number[] = [];
  let file = "%PDF-1.4\n";
  for (const [at, object] of objects.entries()) {
    begins.push(file.length);
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const rows = begins.map((begin) => `${String(begin).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  return Buffer.from(
    `${file}${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    "latin1",
  );
}

type Paper = { readonly code: string; readonly name: string; readonly lines: readonly string[] };

/** The provider attaches a paper to its order and says which of the things to be handed over it is. */
async function handOver(
  stage: Stage,
  { id, provider }: OrderOfYear,
  { at, code, name, lines }: Paper & { at: Instant },
) {
  if (at > stage.until) return;
  const upload = {
    ...{ actor: provider, origin: { ip: null, requestId: null }, idempotencyKey: null, name },
    ...{ declaredType: "application/pdf", subject: { kind: "order", id } as const, body: asStream(pageOf(lines)) },
  };
  const outcome = await receiveUpload(upload, stage.platformAt(at));
  if (outcome.kind !== "done") return;
  await stage.act(at, provider, nameDeliverable, { orderId: id, fileId: outcome.value.id, code });
}

/** The act in which the customs say that they have examined the goods of an order. */
function examinationAct({ deal, plan }: OrderOfYear, declared: StoredDeclaration | undefined): Paper {
  const dayIn = (code: string) => dayOf(timeIn(plan, code) ?? plan.acceptedAt);
  const cargo = deal.deal.cargo as readonly { readonly packages: number }[];
  return {
    ...{ code: "inspection_act", name: "examination-act.pdf" },
    lines: [
      `ACT OF CUSTOMS EXAMINATION${declared ? ` - ${declared.side.toUpperCase()} ${declared.country}` : ""}`,
      `Declaration: ${declared?.registeredNumber ?? "kept by the broker"}`,
      `Called for examination on ${dayIn("state_question")}`,
      `Presented: ${cargo.reduce((sum, { packages }) => sum + packages, 0)} packages`,
      "Found: goods, quantity and marks as declared",
      `Released on ${dayIn("released")}`,
    ],
  };
}

/** By what the goods have passed a country in transit, with the mark of the customs that ended it. */
function transitPaper({ deal, plan }: OrderOfYear, declared: StoredDeclaration): Paper {
  const cargo = deal.deal.cargo as readonly { readonly packages: number }[];
  return {
    ...{ code: "transit_document", name: "transit-document.pdf" },
    lines: [
      `CUSTOMS TRANSIT - ${declared.country}`,
      `Number: ${declared.registeredNumber ?? "kept by the broker"}`,
      `Goods: ${cargo.reduce((sum, { packages }) => sum + packages, 0)} packages under seal`,
      `Opened on ${dayOf(timeIn(plan, "filed") ?? plan.acceptedAt)}`,
      `Seals unbroken, ended on ${dayOf(timeIn(plan, "released") ?? plan.acceptedAt)}`,
    ],
  };
}

/** The copy of each declaration of an order, or of what was declared elsewhere a note of it, and the act of an examination, as the broker closes its papers. */
export async function handOverDeclarations(stage: Stage, order: OrderOfYear, closedAt: Instant): Promise<void> {
  const at = later(closedAt, -BEFORE_MS);
  const kept = await declarationsOfOrders(stage.database.read, [order.id]);
  const papers = kept.map((declared) => declarationLines(order, declared));
  const released = order.plan.reports.find(({ code }) => code === "released")?.at ?? at;
  const onPaper = [["CUSTOMS DECLARATION, COPY", `Kept by the broker, released on ${dayOf(released)}`]];
  for (const [place, lines] of (papers.length > 0 ? papers : onPaper).entries())
    await handOver(stage, order, { at, code: "declaration_copy", name: `declaration-${place + 1}.pdf`, lines });
  for (const one of kept.filter(({ side }) => side === "transit"))
    await handOver(stage, order, { ...transitPaper(order, one), at });
  if (isExamined(order.plan)) await handOver(stage, order, { ...examinationAct(order, kept.at(-1)), at });
}

/** The messages by which banks carry a customer's money, each with its own word for charges that both sides bear: ISO 20022, and SWIFT's older one. */
const MESSAGES = {
  pacs008: { head: "pacs.008.001.08 FI TO FI CUSTOMER CREDIT TRANSFER", charges: "Charge bearer: SHAR" },
  mt103: { head: "MT103 SINGLE CUSTOMER CREDIT TRANSFER", charges: "71A Details of charges: SHA" },
} as const;

/** Between banks of two countries MT103 ended with its time beside pacs.008, on 22 November 2025. */
const MT103_UNTIL = "2025-11-22";

type Carried = {
  readonly sentAt: Instant;
  readonly reference: string;
  readonly amount: string;
  readonly debtor: string;
  readonly creditor: string;
};

/** What a bank's message about a sending says, and the name of its file. */
export function bankMessage({ sentAt, reference, amount, debtor, creditor }: Carried) {
  const kind = dayOf(sentAt) < MT103_UNTIL ? "mt103" : "pacs008";
  const { head, charges } = MESSAGES[kind];
  const lines = [
    head,
    `UETR: ${reference}`,
    `Settlement date: ${dayOf(sentAt)}, sent ${toIso(sentAt)}`,
    `Instructed amount: ${amount}`,
    `Debtor: ${debtor}`,
    `Creditor: ${creditor}`,
    "Purpose: GDDS",
    charges,
  ];
  return { name: `${kind}-${reference.slice(0, 8)}.pdf`, lines };
}

/** The message by which the banks have carried an order's money, as the agent closes its papers. */
export async function handOverBankMessage(stage: Stage, order: OrderOfYear, closedAt: Instant): Promise<void> {
  const sent = await lastRemittance(stage.database.read, order.id);
  const { amount } = (order.deal.requests.find(({ service }) => service === "payment")?.spec ?? {}) as {
    amount?: { minor: number; currency: Currency };
  };
  if (!sent?.reference || !amount) return;
  const { movement, buyer, partner } = order.deal;
  const { exporter, importer } = tradersOf(movement, buyer, partner);
  const said = bankMessage({
    sentAt: sent.sentAt,
    reference: sent.reference,
    amount: writtenAmount(BigInt(amount.minor), amount.currency),
    debtor: importer.name.latin,
    creditor: exporter.name.latin,
  });
  await handOver(stage, order, { ...said, at: later(closedAt, -BEFORE_MS), code: "bank_message" });
}

/** The receipt that the consignee signed, as the carrier closes its papers. */
export async function handOverDelivery(stage: Stage, order: OrderOfYear, closedAt: Instant): Promise<void> {
  const { movement, buyer, partner, deal } = order.deal;
  const { exporter, importer } = tradersOf(movement, buyer, partner);
  const delivered = order.plan.reports.find(({ code }) => code === "delivered")?.at ?? closedAt;
  const cargo = deal.cargo as readonly { readonly packages: number; readonly grossWeightGrams: number }[];
  const sum = (count: (line: (typeof cargo)[number]) => number) => cargo.reduce((all, line) => all + count(line), 0);
  const lines = [
    "PROOF OF DELIVERY",
    `Shipper: ${exporter.name.latin}`,
    `Consignee: ${importer.name.latin}`,
    `Packages: ${sum(({ packages }) => packages)}, gross weight ${sum(({ grossWeightGrams }) => grossWeightGrams) / 1_000} kg`,
    `Received in apparent good order on ${dayOf(delivered)}`,
  ];
  const at = later(closedAt, -BEFORE_MS);
  await handOver(stage, order, { at, code: "proof_of_delivery", name: `POD-${dayOf(delivered)}.pdf`, lines });
}
