/** Countries that forms offer (ISO 3166-1 alpha-2): those of the market's corridors and their neighbours in customs unions. */
export const COUNTRIES = ["CN", "KZ", "RU", "VN", "UZ", "KG", "MN", "TH", "LA", "MM", "TJ", "TM", "BY", "AM"] as const;
