/** Countries that forms offer (ISO 3166-1 alpha-2): those of the network's places and their neighbours in customs unions. */
export const COUNTRIES = [
  ...["CN", "KZ", "RU", "VN", "UZ", "KG", "MN", "TH", "LA", "MM", "TJ", "TM", "BY", "AM"],
  ...["PL", "DE", "HU", "PK", "NP", "KP"],
] as const;
