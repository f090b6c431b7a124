/** BIC, ISO 9362: four letters of the bank, two of its country, two of the place, three of a branch where there is one. */
export const isBic = (text: string): boolean => /^[A-Z]{4}[A-Z]{2}[0-9A-Z]{2}([0-9A-Z]{3})?$/.test(text);

/** Where the account is kept (ISO 3166-1 alpha-2): a seller of Yiwu may be paid in Hong Kong. */
export const countryOfBic = (bic: string): string => bic.slice(4, 6);

/** BIK: nine digits, of which 04 says Russia (Bank of Russia, regulation 732-P). */
export const isBik = (text: string): boolean => /^04\d{7}$/.test(text);

/** MFO: the five digits by which a bank is known within Uzbekistan (Central Bank's directory of banks). */
export const isMfo = (text: string): boolean => /^\d{5}$/.test(text);
