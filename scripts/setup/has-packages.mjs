import { installPackages } from "./install.mjs";
import { alone } from "./lock.mjs";
import { isOnOwnNode, requireFirstNode } from "./node/own-node.mjs";
import { step } from "./step.mjs";

/**
 * Installs what is missing of `packages` ("all" or what the product "runs" on) and goes on in the node that they bring. Answers whether
 * this process is the one to go on.
 */
export async function hasPackages(packages) {
  requireFirstNode();
  if (!process.env.KOUAN_HAS_PACKAGES) await alone(() => step("packages", () => installPackages(packages)));
  process.env.KOUAN_HAS_PACKAGES = "yes";
  return isOnOwnNode();
}
