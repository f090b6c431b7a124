import type { Instant, LocalDate } from "@/domain/shared/time";
import {
  type DocumentKind,
  type DocumentParty,
  type DocumentShape,
  mayEnterKind,
  shapeOf,
} from "../services/document-kind";
import type { DocumentFields, FieldsOf } from "./document-fields";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";

/** A document as it was typed in at one time. `version` grows with each revision; all are kept. */
export type DealDocument = {
  readonly id: string;
  readonly version: number;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly date: LocalDate;
  readonly fields: DocumentFields;
  /** The file of the paper, where one is kept. */
  readonly fileId: string | null;
  readonly enteredByOrganisationId: string;
  readonly enteredAs: DocumentParty;
  readonly enteredAt: Instant;
};

/** As far as checks need it. */
export type CheckedDocument = Pick<DealDocument, "id" | "kind" | "number" | "date" | "fields">;

/** The fields where the document has this shape. */
export const fieldsIf = <Shape extends DocumentShape>(
  { kind, fields }: Pick<DealDocument, "kind" | "fields">,
  shape: Shape,
): FieldsOf<Shape> | null => (shapeOf(kind) === shape ? (fields as FieldsOf<Shape>) : null);

/** A deal of fifty trucks has fifty waybills; more papers than that belong to another deal. */
export const DOCUMENTS_MAX = 120;
export const VERSIONS_MAX = 50;

export type EnterRefusal = Refusal<"document_not_yours" | "document_exists" | "too_many_documents">;
export type ChangeRefusal = Refusal<
  | "document_not_yours"
  | "document_kind_fixed"
  | "document_exists"
  | "too_many_versions"
  | "stale_version"
  | "wrong_state"
>;

type Known = Pick<DealDocument, "id" | "kind" | "number">;

/** The number as it is compared: papers are copied with spaces and small letters. */
const bare = (number: string): string => number.normalize("NFKC").toUpperCase().replace(/\s/g, "");

const isTwin = (one: Known, other: Pick<Known, "kind" | "number">): boolean =>
  one.kind === other.kind && bare(one.number) === bare(other.number);

/** As which of its parts in the deal an organisation enters a document of this kind; null where it may not. */
export const partyFor = (parties: readonly DocumentParty[], kind: DocumentKind): DocumentParty | null =>
  parties.find((party) => mayEnterKind(party, kind)) ?? null;

/** A new document of a deal: of a kind that its party may enter, not there already under that number, and within the limit. */
export function enter(
  entry: Pick<Known, "kind" | "number">,
  parties: readonly DocumentParty[],
  known: readonly Known[],
): Result<DocumentParty, EnterRefusal> {
  const party = partyFor(parties, entry.kind);
  if (party === null) return refuse("document_not_yours");
  if (known.some((one) => isTwin(one, entry))) return refuse("document_exists", { number: entry.number });
  return known.length >= DOCUMENTS_MAX ? refuse("too_many_documents", { max: DOCUMENTS_MAX }) : accept(party);
}

type Kept = Known & Pick<DealDocument, "version" | "enteredByOrganisationId"> & { readonly isWithdrawn: boolean };
type Change = { readonly organisationId: string | null; readonly version: number | undefined };

/** Only who entered a document changes it or takes it back, of the version that was seen, while it is not withdrawn. */
export function change(latest: Kept, { organisationId, version }: Change): Result<void, ChangeRefusal> {
  if (latest.enteredByOrganisationId !== organisationId) return refuse("document_not_yours");
  if (latest.isWithdrawn) return refuse("wrong_state");
  if (version !== undefined && version !== latest.version) return refuse("stale_version", { version: latest.version });
  return latest.version >= VERSIONS_MAX ? refuse("too_many_versions", { max: VERSIONS_MAX }) : accept(undefined);
}

/** A revision stays of its kind, and takes no number that another document of the kind has. */
export function revise(
  latest: Kept,
  entry: Pick<Known, "kind" | "number">,
  others: readonly Known[],
): Result<void, ChangeRefusal> {
  if (latest.kind !== entry.kind) return refuse("document_kind_fixed");
  const isTaken = others.some((one) => one.id !== latest.id && isTwin(one, entry));
  return isTaken ? refuse("document_exists", { number: entry.number }) : accept(undefined);
}

/** The last version of each document, withdrawn ones too. */
export function latestOf<D extends Pick<DealDocument, "id" | "version">>(versions: readonly D[]): D[] {
  const byId = new Map<string, D>();
  for (const one of versions) if ((byId.get(one.id)?.version ?? 0) < one.version) byId.set(one.id, one);
  return [...byId.values()];
}

/** The documents that count: the last versions of those that were not taken back. */
export const currentOf = <D extends Pick<DealDocument, "id" | "version"> & { readonly isWithdrawn: boolean }>(
  versions: readonly D[],
): D[] => latestOf(versions).filter(({ isWithdrawn }) => !isWithdrawn);
