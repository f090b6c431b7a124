import type { LocalDate } from "@/domain/shared/local-date";
import type { Finding } from "./check/finding";
import type { DealDocument } from "./deal-document";
import type { DocumentKind, DocumentParty } from "../services/document-kind";
import type { Readiness } from "./readiness";
import type { LeftOut } from "./rules/required-documents";
import type { DealDescribed } from "./form/line-rows";

/** A version of a paper on its page. */
export type DocumentVersion = DealDocument & { readonly isWithdrawn: boolean };

/** The papers of a deal as one of their parties sees them. */
export type DocumentsView = {
  readonly deal: DealDescribed & { readonly id: string; readonly reference: string; readonly title: string };
  /** What the viewer's organisation is in the deal. */
  readonly parties: readonly DocumentParty[];
  /** The latest planned day at China's border, by which rules and ends of papers are judged. */
  readonly borderDay: LocalDate;
  readonly readiness: Readiness;
  readonly findings: readonly Finding[];
  readonly leftOut: readonly LeftOut[];
  /** All versions, those that were withdrawn too. */
  readonly versions: readonly DocumentVersion[];
  /** What the viewer may enter; nothing for those who only read. */
  readonly enterable: readonly DocumentKind[];
  /** Which of the papers the viewer may revise and withdraw. */
  readonly ownIds: readonly string[];
};
