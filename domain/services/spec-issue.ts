import type { Service } from "@/domain/shared/vocabulary";

export type IssueValues = Readonly<Record<string, string | number>>;

/**
 * A rule of a spec that is not met: where, and the message key (`issue.*` of the kind's messages) with its values. A path that begins with `deal` is that
 * of a member of the deal, where the deal is what does not fit the spec.
 */
export type SpecIssue = {
  readonly path: readonly (string | number)[];
  readonly message: `issue.${string}`;
  readonly values?: IssueValues;
};

/** What is allowed and mostly a slip; `warning.<key>` of the kind's messages words it. */
export type SpecWarning = {
  readonly key: string;
  readonly values?: IssueValues;
  /** The rule of the request that is not met by it; the same of the other request that it does not agree with. */
  readonly fault?: SpecIssue;
  readonly faultBeside?: SpecIssue & { readonly service: Service };
};

/** `path` is written with dots, as in `importerOfRecord.name`. */
export const specIssue = (path: string, code: string, values?: IssueValues): SpecIssue => ({
  path: path.split("."),
  message: `issue.${code}`,
  ...(values ? { values } : {}),
});
