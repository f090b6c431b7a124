/** The four services of a deal, in the order of every screen. */
export const SERVICES = ["logistics", "payment", "customs", "inspection"] as const;
export type Service = (typeof SERVICES)[number];

export const isService = (text: string): text is Service => (SERVICES as readonly string[]).includes(text);
