/** better-sqlite3 crashes on older ones without a word. */
export const OWN_NODE_MAJOR = 22;

/** What to say to whoever runs a tool on a node of this version, such as 20.20.2, and how to run it instead; null where it will do. */
export function oldNodeSentence(version, instead) {
  if (Number(version.split(".")[0]) >= OWN_NODE_MAJOR) return null;
  return `Node ${OWN_NODE_MAJOR} or newer is needed; this is v${version}: run \`${instead}\`, or put node_modules/.bin first on the PATH, where the right one lies.`;
}

/** Ends the process with that sentence, before anything is loaded that would crash without one. */
export function stopOnOldNode(instead) {
  const sentence = oldNodeSentence(process.versions.node, instead);
  if (sentence === null) return;
  console.error(`\n${sentence}`);
  process.exit(1);
}
