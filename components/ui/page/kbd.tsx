/** One key, or several pressed in turn: `<Kbd keys="J K" />`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return keys.split(" ").map((key) => <kbd key={key}>{key}</kbd>);
}
