/** The time zone that a company's people work in, by country. */
export const ZONES: Readonly<Record<string, string>> = {
  CN: "Asia/Shanghai",
  KZ: "Asia/Almaty",
  VN: "Asia/Ho_Chi_Minh",
  RU: "Europe/Moscow",
  UZ: "Asia/Tashkent",
  KG: "Asia/Bishkek",
  MN: "Asia/Ulaanbaatar",
  TH: "Asia/Bangkok",
};
