/** Colours of the chart series: a hub keeps its own wherever it is drawn; all others share the last. */
const OWN_TONES: Readonly<Record<string, Tone>> = {
  pingxiang: "c1",
  horgos: "c2",
  suifenhe: "c3",
  manzhouli: "c4",
  erenhot: "c5",
};

export type Tone = "c1" | "c2" | "c3" | "c4" | "c5" | "c6";

export const hubTone = (hubId: string): Tone => OWN_TONES[hubId] ?? "c6";
