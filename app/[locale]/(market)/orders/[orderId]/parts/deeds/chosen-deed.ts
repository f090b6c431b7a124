/** What the address asks to be done, and to which declaration where it says: `?do=file.01jd…`. */
export function chosenDeed(text: string | string[] | undefined): { readonly deed: string; readonly of: string } | null {
  const [deed = "", of = ""] = (typeof text === "string" ? text : "").split(".");
  return deed === "" ? null : { deed, of };
}
