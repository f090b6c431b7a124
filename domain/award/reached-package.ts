/** What one chosen bid offers if others of the same bidder are chosen with it. */
export type Offered<Service extends string = string> = {
  readonly services: readonly Service[];
  readonly discountBps: number;
};

/**
 * The package that a bid reaches where its bidder wins `won` in the same award: of those whose services are all won the one with the most
 * discount, and the first of equals; null where none is reached. It counts once, whatever else applies.
 */
export function reachedPackage<One extends Offered>(packages: readonly One[], won: ReadonlySet<string>): One | null {
  return packages
    .filter(({ services }) => services.every((service) => won.has(service)))
    .reduce<One | null>((most, one) => (most === null || one.discountBps > most.discountBps ? one : most), null);
}
