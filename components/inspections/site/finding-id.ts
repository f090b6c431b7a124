/** The id of a field of findings: names have brackets, which a fragment of an address has not. */
export const findingId = (name: string): string => `finding-${name.replace(/[^\w]+/g, "-")}`;
