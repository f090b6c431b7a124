import type { Agreement } from "../preferences";
import type { DutyLine } from "../duty-estimate";

/** A line whose duty a paper of origin may lower: as it is by the common rate, with Form E, and under which agreements. */
export type PreferredLine<Line> = {
  readonly number: number;
  readonly common: Line;
  /** Null where Form E is of no use to the line: what another paper lowers it to is not known here. */
  readonly withFormE: Line | null;
  /** Whose papers lower it: that of Form E alone where it lifts the duty, since nothing can be lower. */
  readonly agreements: readonly Agreement[];
};

/** The lines of an estimate whose duty a paper of origin may lower; none where there is no estimate. */
export function preferredLines<Line extends Pick<DutyLine, "agreements">>({
  estimate,
  withFormE,
}: Record<"estimate" | "withFormE", { readonly lines: readonly Line[] } | null>): PreferredLine<Line>[] {
  return (estimate?.lines ?? []).flatMap((common, at): PreferredLine<Line>[] => {
    if (common.agreements.length === 0) return [];
    const preferred = withFormE?.lines[at];
    const isLifted = preferred !== undefined && preferred.agreements.length === 0;
    const about = { number: at + 1, common };
    return isLifted
      ? [{ ...about, withFormE: preferred, agreements: ["acfta"] }]
      : [{ ...about, withFormE: null, agreements: common.agreements }];
  });
}
