import type { NamedTest } from "../choices";
import { type AqlLimits, type AqlPreset, limitsOf } from "../sampling/aql-preset";
import { planAt, type SamplingPlanRow, type Severity, type SpecialLevel } from "../sampling/sampling";

/** The plan of one named test: its own sample, accepted up to `acceptanceNumber` failures. */
export type TestPlanRow = Omit<SamplingPlanRow, "defectClass"> & {
  readonly test: NamedTest;
  /** Names the test where it is another one. */
  readonly text: string | null;
  readonly level: SpecialLevel;
};

type Asked = {
  readonly severity?: Severity | undefined;
  readonly aql?: AqlLimits | undefined;
  readonly aqlPreset?: AqlPreset | undefined;
  readonly specialTests?:
    | readonly { readonly test: NamedTest; readonly text?: string | undefined; readonly level: SpecialLevel }[]
    | undefined;
};

/**
 * Named tests draw at their own special level, and a unit that fails one counts as a major defect: so the limit of major defects
 * decides how many may fail (a rule of this market, since ISO 2859-1 leaves the limit of a special level to the parties).
 */
export function testPlanFor(lotSize: number, asked: Asked): TestPlanRow[] {
  const limits = limitsOf(asked);
  if (limits === null) return [];
  const severity = asked.severity ?? "normal";
  return (asked.specialTests ?? []).map(({ test, text, level }) => ({
    test,
    text: text ?? null,
    level,
    ...planAt({ lotSize, level, severity, limit: limits.major }),
  }));
}
