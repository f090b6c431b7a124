/** The source of the rows that come with the product. Their labels are short names to search by, no legal texts. */
export const OWN_SOURCE = "kouan";
