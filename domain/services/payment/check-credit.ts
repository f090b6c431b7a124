import type { Shipment } from "../shipment";
import { type SpecIssue, specIssue } from "../spec-issue";
import type { PaymentSpec } from "./spec";

/** Members that only a letter of credit has. */
const CREDIT_ONLY = [
  "issuingBank",
  "creditExpiry",
  "latestShipment",
  "tolerancePercent",
  "arePartialShipmentsAllowed",
] as const satisfies readonly (keyof PaymentSpec)[];

/**
 * What is said of a credit belongs to a letter of credit; a tenor and documents to a collection too. Goods must be able to
 * ship in time, and documents to be presented: ready date, latest shipment, expiry, in this order (the same day will do).
 */
export function checkCredit(spec: PaymentSpec, { readyDate }: Pick<Shipment, "readyDate">): SpecIssue[] {
  const issues: SpecIssue[] = [];
  const { need, creditExpiry, latestShipment } = spec;
  const isCredit = need === "letter_of_credit";
  const isAgainstDocuments = isCredit || need === "documentary_collection";
  if (spec.creditType !== undefined && !isCredit) issues.push(specIssue("creditType", "credit_type_without_credit"));
  for (const name of CREDIT_ONLY)
    if (spec[name] !== undefined && !isCredit) issues.push(specIssue(name, "credit_term_without_credit"));
  if (spec.tenorDays !== undefined && !isAgainstDocuments) issues.push(specIssue("tenorDays", "tenor_without_credit"));
  if (spec.creditDocuments !== undefined && !isAgainstDocuments)
    issues.push(specIssue("creditDocuments", "documents_without_credit"));
  if (latestShipment !== undefined && latestShipment < readyDate)
    issues.push(specIssue("latestShipment", "shipment_before_ready", { readyDate }));
  if (latestShipment !== undefined && creditExpiry !== undefined && latestShipment > creditExpiry)
    issues.push(specIssue("latestShipment", "shipment_after_expiry", { creditExpiry }));
  if (creditExpiry !== undefined && creditExpiry < readyDate)
    issues.push(specIssue("creditExpiry", "credit_expires_before_ready", { readyDate }));
  return issues;
}
