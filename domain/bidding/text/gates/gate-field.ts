/** The name of the field in which a gate is answered: `gates[0].answer`. Alone here, so that a form needs no schema to know it. */
export const gateField = (gate: number): string => `gates[${gate}].answer`;
