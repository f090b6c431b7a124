import type { Instant } from "../shared/instant";

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

/** What an order's providers hand over, with what is there of it. */
export type DeliverableRow = {
  readonly code: string;
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly isOwn: boolean;
    readonly mayRead: boolean;
  }[];
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
