import type { DemoOrganisation } from "./market-data";
import type { Movement, World } from "./plan-movement";
import { pickWeighted, type Random } from "./random";

const isTraderOf = (organisation: DemoOrganisation, movement: Movement): boolean =>
  organisation.kind === "buyer" && organisation.corridors.includes(movement.corridor);

/** Whether a company deals in such goods: in those of their heading, whatever else of the chapter it leaves to others. */
export const dealsIn = ({ goodsHs = [] }: Pick<DemoOrganisation, "goodsHs">, hsCode: string): boolean =>
  goodsHs.some((code) => code.startsWith(hsCode.slice(0, 4)));

/** One of `able` that deals in the goods; the market's data have one for each of its goods in each country. */
function pickTrader(
  random: Random,
  able: readonly DemoOrganisation[],
  { movement, favourOf = () => 1 }: { movement: Movement; favourOf?: (one: DemoOrganisation) => number },
): DemoOrganisation {
  const { hsCode } = movement.cargo;
  const fitting = able.filter((one) => dealsIn(one, hsCode));
  if (fitting.length === 0) throw new Error(`The demo has nobody on ${movement.corridor} who deals in ${hsCode}`);
  return pickWeighted(random, fitting, favourOf);
}

/** Who posts the deal: a company of the corridor, that deals in such goods, and the demo's own buyer more often. */
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
  return pickTrader(random, able, { movement });
}
