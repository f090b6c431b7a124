import { installPackages } from "./install.mjs";
import { alone } from "./lock.mjs";
import { isOnOwnNode, requireFirstNode } from "./node/own-node.mjs";
import { step } from "./step.mjs";

/** Installs what is missing and goes on in the node that the packages bring. Answers whether this process is the one to go on. */
export async function hasPackages() {
  requireFirstNode();
  if (!process.env.KOUAN_HAS_PACKAGES) await alone(() => step("packages", installPackages));
  process.env.KOUAN_HAS_PACKAGES = "yes";
  return isOnOwnNode();
}
