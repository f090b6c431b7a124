/** The id of a field of the bid form, so that its problems can link to it. */
export const bidFieldId = (name: string): string => `bid-${name}`;
