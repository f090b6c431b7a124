import type { DeclarationEvent } from "@/domain/clearance/declaration";

/** Deeds that are told in a few fields; drafts and assessments have lines besides. */
export type TransitionKind = Exclude<DeclarationEvent, "revise" | "assess">;

type Text = { readonly name: string; readonly isLong: boolean; readonly isRequired: boolean };

export type TransitionFields = {
  readonly text: Text | null;
  /** Deeds of the customs say when they were; those of the parties are now. */
  readonly hasTime: boolean;
  readonly hasFiles: boolean;
};

const long = (name: string, isRequired = true): Text => ({ name, isLong: true, isRequired });
const short = (name: string): Text => ({ name, isLong: false, isRequired: true });

/** What each deed is asked for. */
export const TRANSITION_FIELDS: Readonly<Record<TransitionKind, TransitionFields>> = {
  approve: { text: null, hasTime: false, hasFiles: false },
  send_back: { text: long("words"), hasTime: false, hasFiles: false },
  file: { text: short("number"), hasTime: true, hasFiles: true },
  question: { text: long("question"), hasTime: true, hasFiles: true },
  answer: { text: long("answer"), hasTime: false, hasFiles: true },
  inspect: { text: long("words", false), hasTime: true, hasFiles: true },
  pay: { text: short("receipt"), hasTime: true, hasFiles: true },
  release: { text: null, hasTime: true, hasFiles: true },
  refuse: { text: long("words"), hasTime: true, hasFiles: true },
};
