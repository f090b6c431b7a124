/** A hash, a root or a receipt: exactly as it is, broken where the line ends, in figures that are told apart. */
export function HashText({ children }: { readonly children: string }) {
  return <code className="hash-text">{children}</code>;
}

const GROUP = 4;

/** A fingerprint in groups that people can read to one another. */
export function FingerprintText({ of }: { readonly of: string }) {
  return <HashText>{(of.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? []).join(" ")}</HashText>;
}
