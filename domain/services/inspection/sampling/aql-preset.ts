import type { SamplingRule } from "./sampling";

export type AqlLimits = SamplingRule["aql"];

/** Limits in percent that importers of consumer goods usually ask for, and those usual for goods of high value; no critical defect in either. */
export const AQL_PRESETS = {
  usual: { critical: 0, major: 2.5, minor: 4 },
  high_value: { critical: 0, major: 1.5, minor: 2.5 },
} as const satisfies Record<string, AqlLimits>;

export type AqlPreset = keyof typeof AQL_PRESETS;
export const AQL_PRESET_NAMES = Object.keys(AQL_PRESETS) as [AqlPreset, ...AqlPreset[]];

/** The limits of a request: those it names one by one, else those of its preset; null where it has neither. */
export const limitsOf = (of: { readonly aql?: AqlLimits | undefined; readonly aqlPreset?: AqlPreset | undefined }) =>
  of.aql ?? (of.aqlPreset === undefined ? null : AQL_PRESETS[of.aqlPreset]);
