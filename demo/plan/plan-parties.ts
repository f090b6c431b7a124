import type { DemoOrganisation } from "./market-data";
import type { Movement, World } from "./plan-movement";
import { pickWeighted, type Random } from "./random";

const isTraderOf = (organisation: DemoOrganisation, movement: Movement): boolean =>
  organisation.kind === "buyer" && organisation.corridors.includes(movement.corridor);

/** How likely a company trades in such goods: those of its own headings first, then of its chapters, and no others. */
export function fitOf({ goodsHs = [] }: Pick<DemoOrganisation, "goodsHs">, hsCode: string): number {
  const shares = (digits: number) => goodsHs.some((code) => code.startsWith(hsCode.slice(0, digits)));
  return shares(4) ? 300 : shares(2) ? 30 : 0;
}

/** Those of `able` that trade in the goods, as likely as they fit; all of them alike where none does. */
function pickTrader(
  random: Random,
  able: readonly DemoOrganisation[],
  { movement, favourOf = () => 1 }: { movement: Movement; favourOf?: (one: DemoOrganisation) => number },
): DemoOrganisation {
  const { hsCode } = movement.cargo;
  const fitting = able.filter((one) => fitOf(one, hsCode) > 0);
  return fitting.length > 0
    ? pickWeighted(random, fitting, (one) => fitOf(one, hsCode) * favourOf(one))
    : pickWeighted(random, able, favourOf);
}

/** Who posts the deal: a company of the corridor, rather one that trades in such goods, and the demo's own buyer more often. */
export function chooseBuyer(
  random: Random,
  world: World,
  movement: Movement,
  own: { readonly buyer: DemoOrganisation; readonly favour: number } | null,
): DemoOrganisation {
  const able = world.market.organisations.filter((one) => isTraderOf(one, movement));
  return pickTrader(random, able, { movement, favourOf: (one) => (one === own?.buyer ? own.favour : 1) });
}

/** The company on the other side of the border that the goods come from or go to. */
export function choosePartner(
  random: Random,
  world: World,
  movement: Movement,
  buyer: DemoOrganisation,
): DemoOrganisation {
  const [origin = "CN", destination = "CN"] = movement.corridor.split("-");
  const country = buyer.country === origin ? destination : origin;
  const able = world.market.organisations.filter(
    (one) => one.kind === "buyer" && one.country === country && one !== buyer,
  );
  return able.length > 0 ? pickTrader(random, able, { movement }) : buyer;
}
