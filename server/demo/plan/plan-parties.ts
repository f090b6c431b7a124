import type { DemoOrganisation } from "./market-data";
import type { Movement, World } from "./plan-movement";
import { pick, pickWeighted, type Random } from "./random";

const isTraderOf = (organisation: DemoOrganisation, movement: Movement): boolean =>
  organisation.kind === "buyer" && organisation.corridors.includes(movement.corridor);

/** Who posts the deal: a company of the corridor, rather one that trades in such goods, and the demo's own buyer more often. */
export function chooseBuyer(
  random: Random,
  world: World,
  movement: Movement,
  own: DemoOrganisation | null,
): DemoOrganisation {
  const able = world.market.organisations.filter((one) => isTraderOf(one, movement));
  const chapter = movement.cargo.hsCode.slice(0, 2);
  return pickWeighted(
    random,
    able,
    (one) => ((one.goodsHs ?? []).some((code) => code.startsWith(chapter)) ? 6 : 1) * (one === own ? 3 : 1),
  );
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
  const able = world.market.organisations.filter((one) => one.country === country && one !== buyer);
  return able.length > 0 ? pick(random, able) : buyer;
}
