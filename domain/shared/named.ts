/** A place as screens and answers name it: its UN/LOCODE or hub id, and its names. */
export type NamedPlace = { readonly id: string; readonly nameEn: string; readonly nameZh: string };
export type NamedHub = NamedPlace & { readonly isBorderHub: boolean };

/** A hub with the zone whose clock its deadlines go by. */
export type HubWithClock = NamedHub & { readonly zone: string };

/** An organisation by its own name and in Latin letters. */
export type NamedParty = { readonly id: string; readonly nameOwn: string; readonly nameLatin: string };
