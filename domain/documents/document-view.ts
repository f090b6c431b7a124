import type { LocalDate } from "@/domain/shared/local-date";
import type { Finding } from "./check-findings";
import type { DealDocument } from "./deal-document";
import type { DocumentKind, DocumentParty } from "../services/document-kind";
import type { Readiness } from "./readiness";
import type { LeftOut } from "./required-documents";
import type { DealDescribed } from "./document-line-rows";
import type { Instant } from "../shared/instant";

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

/** A pack to whoever has its address: hashes and sizes, no names of files or parties. */
export type PackProof = {
  readonly id: string;
  readonly orderReference: string;
  readonly madeAt: Instant;
  readonly root: string;
  readonly entries: readonly {
    readonly number: number;
    readonly sha256: string;
    readonly bytes: number;
    readonly deliverable: string | null;
  }[];
};

/** Where an order's deliverables also stand: the deal's papers, its inspector's visits, its locks and sendings, its steps' numbers. */
export type HoldingRoom = "paper" | "visit" | "lock" | "sending" | "number";

export type DeliverableFile = {
  readonly id: string;
  readonly name: string;
  readonly isOwn: boolean;
  readonly mayRead: boolean;
};

/** What an order's providers hand over, with what is there of it. */
export type DeliverableRow = {
  readonly code: string;
  /** `closed_without`: the order is over and owed it; `not_owed`: over, and not every order brings it. */
  readonly state: "there" | "open" | "closed_without" | "not_owed";
  readonly files: readonly DeliverableFile[];
  /** What shows it where nobody has said of a file that it is this: a step's evidence or what a room of the order holds, with its numbers. */
  readonly shownBy:
    | { readonly step: string; readonly numbers: readonly string[] }
    | { readonly room: HoldingRoom; readonly numbers: readonly string[] }
    | null;
};

export type PacksView = {
  readonly deliverables: readonly DeliverableRow[];
  /** The viewer's own files that are not said to be any of them. */
  readonly unnamed: readonly { readonly id: string; readonly name: string }[];
  readonly packs: readonly {
    readonly id: string;
    readonly madeAt: Instant;
    readonly root: string;
    readonly count: number;
  }[];
  readonly mayName: boolean;
  readonly mayMake: boolean;
};
