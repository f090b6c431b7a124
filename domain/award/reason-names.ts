/** The names of the two fields in which a form says why this bid was not chosen. */
export const lossFields = (bidId: string) => ({ code: `loss.${bidId}.code`, words: `loss.${bidId}.words` });

/** Whether a field of a form is one of these. */
export const isLossField = (name: string): boolean => name.startsWith("loss.");

/** The name of the field in which a form says why this bid was chosen although it is not the first. */
export const choiceField = (bidId: string): string => `why.${bidId}`;

/** Whether a field of a form is one of these. */
export const isChoiceField = (name: string): boolean => name.startsWith("why.");
