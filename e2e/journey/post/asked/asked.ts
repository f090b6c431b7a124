import type { Service } from "@/domain/shared/service";
import type { Translate } from "@/server/platform/words/translate";
import type { Typed } from "../../forms/typed";
import type { Lane } from "../../lanes/lane";
import { askedCustoms } from "./customs";
import { askedInspection } from "./inspection";
import { askedLogistics } from "./logistics";
import { askedPayment } from "./payment";

/** What is asked of one kind, or promised by a bid for it: what is typed, and what pages say in other words than the form. */
export type Asked = { readonly typed: Typed; readonly saidAs?: Readonly<Record<string, string>> };

/** What the buyer of a lane asks for, kind by kind, with the depth that a bidder needs to price it. */
export const askedOf = (lane: Lane, t: Translate): Readonly<Record<Service, Asked>> => ({
  logistics: askedLogistics(lane),
  payment: askedPayment(lane, t),
  customs: askedCustoms(lane),
  inspection: askedInspection(lane, t),
});
