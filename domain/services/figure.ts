import type { Money } from "@/domain/shared/money";
import type { SamplingPlanRow } from "./inspection/sampling/sampling";

/** A computed value in exact units; the screen words and formats it. */
export type FigureValue =
  | { readonly kind: "weight"; readonly weightGrams: number }
  | { readonly kind: "volume"; readonly volumeCm3: number }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "quantity"; readonly quantityMilli: number; readonly unit: "kg_per_cbm" | "man_day" }
  | { readonly kind: "money"; readonly money: Money }
  | { readonly kind: "duration"; readonly minutes: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "plan"; readonly rows: readonly SamplingPlanRow[] };

/** `key` is `figure.<key>` in the kind's messages. */
export type Figure = { readonly key: string; readonly value: FigureValue };
