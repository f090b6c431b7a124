import type { Money } from "@/domain/shared/money";
import type { SamplingPlanRow } from "./inspection/sampling/sampling";
import type { TestPlanRow } from "./inspection/work/test-plan";
import type { IssueValues } from "./spec-issue";

/** A computed value in exact units; the screen words and formats it. */
export type FigureValue =
  | { readonly kind: "weight"; readonly weightGrams: number }
  | { readonly kind: "volume"; readonly volumeCm3: number }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "quantity"; readonly quantityMilli: number; readonly unit: "kg_per_cbm" | "man_day" }
  | { readonly kind: "money"; readonly money: Money }
  | { readonly kind: "duration"; readonly minutes: number }
  | { readonly kind: "text"; readonly text: string }
  /** `tests` have samples of their own beside those of the defect classes. */
  | { readonly kind: "plan"; readonly rows: readonly SamplingPlanRow[]; readonly tests: readonly TestPlanRow[] }
  /** A sentence: `note.<code>` in the kind's messages. */
  | { readonly kind: "note"; readonly code: string; readonly values?: IssueValues; readonly isWarning?: true };

/** `key` is `figure.<key>` in the kind's messages. */
export type Figure = { readonly key: string; readonly value: FigureValue };
