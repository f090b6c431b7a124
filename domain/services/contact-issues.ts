import { contactIn } from "../shared/contact-in-text";
import { specIssue, type SpecIssue } from "./spec-issue";

/** Members that hold numbers of a register, whose digits may look like a telephone's. */
const REGISTERED: readonly string[] = ["taxId", "kpp", "exporterCode", "bic", "bik", "account"];

/**
 * Where a spec's texts name a way to reach the buyer past the market. Bidders read them before the award, and contacts are exchanged with
 * it.
 */
export function contactIssues(spec: unknown, path: readonly string[] = []): SpecIssue[] {
  if (typeof spec === "string") return contactIn(spec) === null ? [] : [specIssue(path.join("."), "contact_in_text")];
  if (spec === null || typeof spec !== "object") return [];
  return Object.entries(spec).flatMap(([name, member]) =>
    REGISTERED.includes(name) ? [] : contactIssues(member, [...path, name]),
  );
}
