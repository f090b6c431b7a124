import type { ReactNode } from "react";
import type { NamedHub, NamedPlace } from "@/domain/shared/vocabulary";

export type SpecViewProps<Spec> = {
  readonly spec: Spec;
  /** The reader's zone, IANA name. */
  readonly zone: string;
  /** Names of the hubs that the spec names beside the deal's; its id stands for one that is not among them. */
  readonly hubs?: readonly NamedHub[];
};

export type TermsViewProps<Terms, Spec = unknown> = {
  readonly terms: Terms;
  readonly zone: string;
  /** The places that the market knows, whose names the reader is shown. */
  readonly places: readonly NamedPlace[];
  /** What was asked for, where the reader may know it: some terms are held against it. */
  readonly spec?: Spec | null;
};

/** What readers see of one kind. Methods, so that a kind of one spec can stand where any kind is asked for. */
export interface ServiceScreens<Spec = unknown, Terms = unknown> {
  SpecView(props: SpecViewProps<Spec>): ReactNode;
  TermsView(props: TermsViewProps<Terms, Spec>): ReactNode;
  /** Of a service that carries no goods what it moves, in one line: shown where the others show weight, volume and mode. */
  BriefText?(props: { readonly spec: Spec }): ReactNode;
  /** Where the words of the spec's choices stand, by the member's path without numbers of rows: `{ equipment: "services.equipment" }`. */
  readonly specChoices?: Readonly<Record<string, string>>;
}
