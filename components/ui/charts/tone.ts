/** Chart colours in their fixed order: border hubs together or Pingxiang, Horgos, Suifenhe, Manzhouli, Erenhot, all others. */
export type Tone = "c1" | "c2" | "c3" | "c4" | "c5" | "c6";
