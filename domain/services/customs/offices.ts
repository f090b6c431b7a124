/**
 * The customs districts of China with the highest number that an office of each may have: the first two digits of an office's code, then the last
 * two. Districts and numbers are those of the table of customs offices 关区代码表 (as static/pub_exportports.json of darry-dxc/maoqu and, for 43,
 * 365area.com/customs copy it); the table is of before 2021, so each district has room for offices that were opened later.
 */
const LAST_OFFICES: Readonly<Record<string, number>> = {
  ...{ "01": 39, "02": 39, "04": 29, "05": 19, "06": 29, "07": 29, "08": 39, "09": 89, "15": 99, "19": 39 },
  ...{ "20": 9, "22": 79, "23": 99, "29": 99, "31": 59, "33": 29, "35": 49, "37": 89, "40": 29, "42": 99 },
  ...{ "43": 39, "46": 39, "47": 39, "49": 39, "51": 99, "52": 59, "53": 79, "57": 99, "60": 49, "64": 29 },
  ...{ "67": 39, "68": 79, "72": 49, "79": 39, "80": 49, "83": 29, "86": 49, "88": 19, "90": 39, "94": 49 },
  ...{ "95": 19, "96": 19, "97": 19 },
};

/** Whether the first two digits of an office's code are a customs district of China. */
export const isDistrictOfChina = (office: string): boolean => LAST_OFFICES[office.slice(0, 2)] !== undefined;

const isOfficeOfChina = (office: string): boolean =>
  Number(office.slice(2, 4)) > 0 && Number(office.slice(2, 4)) <= (LAST_OFFICES[office.slice(0, 2)] ?? 0);

/** Russia's customs administrations by regions, then those that answer to the Federal Customs Service itself. */
const OF_RUSSIA = /^(10[0-8]|110|130)\d{5}$/;
/** Kazakhstan's posts begin with their department, all of them in the fifties. */
const OF_KAZAKHSTAN = /^5\d{4}(\d{3})?$/;

/** Whether a code is that of a customs office of a country, as far as its offices are kept here: of another country any code is. */
export function isOfficeOf(country: string, code: string): boolean {
  if (country === "CN") return /^\d{4}$/.test(code) && isOfficeOfChina(code);
  if (country === "RU") return OF_RUSSIA.test(code);
  return country !== "KZ" || OF_KAZAKHSTAN.test(code);
}

/** Countries whose offices are kept here. */
const KEPT = ["CN", "RU", "KZ"];

/**
 * Whether an office at either end of a transit is one that is known. Under a TIR carnet and within the Eurasian Economic Union it may be one of
 * another country than the transit's, so an office of any country that is kept here is.
 */
export const isTransitOfficeKnown = (country: string, code: string): boolean =>
  !KEPT.includes(country) || KEPT.some((one) => isOfficeOf(one, code));
